/// An XML text with elements taken away, or unwrapped, or emptied; all other bytes stay as they are.
struct MarkupCleaning {
    /// Elements that go with all that is in them.
    var removed: Set<String> = []
    /// Elements that go, and leave what is in them.
    var unwrapped: Set<String> = []
    /// Attributes that go, by their whole names.
    var attributes: Set<String> = []
    /// Attributes that go from elements of a certain name.
    var attributesOf: [(name: String, attribute: String)] = []
    var isWithoutComments = false
    /// Elements that go where their tag has a certain part.
    var removedWith: [(name: String, part: String)] = []

    /// Nil where nothing was to be changed.
    func cleaned(_ bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var (index, isChanged) = (0, false)
        var hidden: (name: String, depth: Int)?
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                if hidden == nil { result += bytes[index..<end] }
                index = end
                continue
            }
            if let end = MarkupCleaning.end(ofMarked: bytes[index...]) {
                let isComment = bytes[index + 2] == UInt8(ascii: "-")
                if isComment, isWithoutComments {
                    isChanged = true
                } else if hidden == nil {
                    result += bytes[index..<end]
                }
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
            let isMarked = removedWith.contains { $0.name == name && tag.firstPlace(of: Array($0.part.utf8)) != nil }
            if isMarked || removed.contains(name) {
                isChanged = true
                if !isClosing, !isEmpty { hidden = (name, 1) }
                continue
            }
            if unwrapped.contains(name) {
                isChanged = true
                continue
            }
            if let kept = withoutAttributes(whole, of: name) {
                isChanged = true
                result += kept
            } else {
                result += whole
            }
        }
        return isChanged ? result : nil
    }

    /// The index after a comment or a part that holds no markup; nil for anything else.
    private static func end(ofMarked bytes: ArraySlice<UInt8>) -> Int? {
        for (open, close) in [("<!--", "-->"), ("<![CDATA[", "]]>")] where bytes.starts(with: open.utf8) {
            return bytes.firstPlace(of: Array(close.utf8)).map { $0 + close.utf8.count } ?? bytes.endIndex
        }
        return nil
    }

    private func withoutAttributes(_ tag: ArraySlice<UInt8>, of element: String) -> [UInt8]? {
        let own = attributesOf.filter { $0.name == element }.map(\.attribute) + attributes
        if own.isEmpty { return nil }
        var text = String(decoding: tag, as: UTF8.self)
        var isChanged = false
        for (name, quote) in own.flatMap({ [($0, Character("\"")), ($0, Character("'"))] }) {
            while let start = text.firstRange(of: " \(name)=\(quote)"),
                let end = text[start.upperBound...].firstIndex(of: quote)
            {
                text.removeSubrange(start.lowerBound...end)
                isChanged = true
            }
        }
        return isChanged ? Array(text.utf8) : nil
    }
}
