/// An XML text with elements taken away, or unwrapped, or emptied; all other bytes stay as they are.
struct MarkupCleaning {
    /// Elements that go with all that is in them.
    var removed: Set<String> = []
    /// Elements that go, and leave what is in them.
    var unwrapped: Set<String> = []
    /// Attributes that go, by their whole names.
    var attributes: Set<String> = []
    /// A run that has one of these among its properties goes: hidden text.
    var hiddenBy: Set<String> = []

    /// Nil where nothing was to be changed.
    func cleaned(_ bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var (index, isChanged) = (0, false)
        var hidden: (name: String, depth: Int)?
        /// Where in the result the run began that is being read.
        var runs: [Int] = []
        var isHiddenRun = false
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                if hidden == nil { result += bytes[index..<end] }
                index = end
                continue
            }
            let end = MarkupText.tagEnd(bytes, from: index)
            let whole = bytes[index..<min(end + 1, bytes.count)]
            let tag = bytes[(index + 1)..<end]
            let isClosing = tag.first == UInt8(ascii: "/")
            let isEmpty = tag.last == UInt8(ascii: "/")
            let name = MarkupText.localName(isClosing ? tag.dropFirst() : tag)
            index = min(end + 1, bytes.count)
            if let own = hidden {
                if name == own.name, !isEmpty {
                    let depth = own.depth + (isClosing ? -1 : 1)
                    hidden = depth == 0 ? nil : (own.name, depth)
                }
                continue
            }
            if removed.contains(name) {
                isChanged = true
                if !isClosing, !isEmpty { hidden = (name, 1) }
                continue
            }
            if unwrapped.contains(name) {
                isChanged = true
                continue
            }
            if hiddenBy.contains(name), !runs.isEmpty, !MarkupCleaning.isOff(tag) { isHiddenRun = true }
            if name == "r", !isClosing, !isEmpty { (runs, isHiddenRun) = (runs + [result.count], false) }
            if let kept = withoutAttributes(whole) {
                isChanged = true
                result += kept
            } else {
                result += whole
            }
            if name == "r", isClosing, let start = runs.popLast(), isHiddenRun {
                result.removeSubrange(start...)
                (isChanged, isHiddenRun) = (true, false)
            }
        }
        return isChanged ? result : nil
    }

    /// `<w:vanish w:val="0"/>`
    private static func isOff(_ tag: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: tag, as: UTF8.self)
        return text.contains("val=\"0\"") || text.contains("val=\"false\"")
    }

    private func withoutAttributes(_ tag: ArraySlice<UInt8>) -> [UInt8]? {
        if attributes.isEmpty { return nil }
        var text = String(decoding: tag, as: UTF8.self)
        var isChanged = false
        for name in attributes {
            while let start = text.ranges(of: " \(name)=\"").first,
                let end = text[start.upperBound...].firstIndex(of: "\"")
            {
                text.removeSubrange(start.lowerBound...end)
                isChanged = true
            }
        }
        return isChanged ? Array(text.utf8) : nil
    }
}
