import CommonMark

/// Lines that CommonMark takes for the address of a link, `[Kansliet]: https://…`, and leaves out of the text.
enum LinkDefinitions {
    struct Unused: Equatable {
        /// As written.
        let text: String
        let line: Int
    }

    /// Those whose name stands nowhere else in the text: what was meant as words would be gone without one.
    static func unused(in body: ArraySlice<UInt8>, firstLine: Int) -> [Unused] {
        guard mayHaveOne(body) else { return [] }
        var found: [(label: String, unused: Unused)] = []
        var isParagraph = false
        var isFenced = false
        for (index, line) in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let words = line.trimmed
            if words.starts(with: "```".utf8) || words.starts(with: "~~~".utf8) { isFenced.toggle() }
            if !isFenced, !isParagraph, let label = label(of: line) {
                let text = String(decoding: words.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
                found.append((label, Unused(text: text, line: firstLine + index)))
            } else {
                isParagraph = !words.allSatisfy { $0 == UInt8(ascii: "\r") } && words.first != UInt8(ascii: "#")
            }
        }
        guard !found.isEmpty else { return [] }
        let whole = String(decoding: body, as: UTF8.self).lowercased()
        return found.filter { whole.occurrences(of: "[\($0.label.lowercased())]") < 2 }.map(\.unused)
    }

    /// Nearly no text has a line that begins so.
    private static func mayHaveOne(_ body: ArraySlice<UInt8>) -> Bool {
        body.withUnsafeBufferPointer { bytes in
            var index = 0
            while let bracket = bytes.next(UInt8(ascii: "]"), from: index) {
                if bracket + 1 < bytes.count, bytes[bracket + 1] == UInt8(ascii: ":") { return true }
                index = bracket + 1
            }
            return false
        }
    }

    /// The name of `[name]: address "title"`, indented by three spaces at most. An address of several words is none, and
    /// the line is text.
    private static func label(of line: ArraySlice<UInt8>) -> String? {
        let words = line.drop { $0 == 0x20 }
        guard line.count - words.count < 4, words.first == UInt8(ascii: "["),
            let end = words.firstIndex(of: UInt8(ascii: "]")), end + 1 < words.endIndex,
            words[end + 1] == UInt8(ascii: ":")
        else { return nil }
        let label = words[(words.startIndex + 1)..<end]
        let rest = words[(end + 2)...].filter { $0 != UInt8(ascii: "\r") }[...].trimmed
        let address = rest.prefix { $0 > 0x20 }
        let title = rest.dropFirst(address.count).trimmed
        let isTitle = title.isEmpty || [0x22, 0x27, 0x28].contains(title.first)
        guard !address.isEmpty, isTitle, label.contains(where: { $0 > 0x20 }) else { return nil }
        return String(decoding: label, as: UTF8.self)
    }
}

extension String {
    fileprivate func occurrences(of part: String) -> Int {
        let (bytes, part) = (Array(utf8), Array(part.utf8))
        guard !part.isEmpty, bytes.count >= part.count else { return 0 }
        return (0...(bytes.count - part.count)).lazy.filter { bytes[$0...].starts(with: part) }.count
    }
}
