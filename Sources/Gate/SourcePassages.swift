/// The passages of a Markdown source below its head: lines in a row, joined, each with its first line's number.
struct SourcePassages: Sequence {
    private let passages: [Passage]

    struct Passage {
        let line: Int
        let text: String
    }

    init(_ bytes: [UInt8]) {
        var passages: [Passage] = []
        var open: (line: Int, text: String)?
        var isHead = false
        for (index, bytes) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            let line = String(decoding: bytes, as: UTF8.self)
            let isBlank = line.allSatisfy(\.isWhitespace)
            let isFence = line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
            if isFence, isHead || passages.isEmpty && open == nil {
                isHead.toggle()
            } else if isHead {
                // What stands in a head is shown as its fields are.
            } else if isBlank {
                if let open { passages.append(Passage(line: open.line, text: open.text)) }
                open = nil
            } else {
                open = (open?.line ?? index + 1, open.map { $0.text + " " + line } ?? line)
            }
        }
        if let open { passages.append(Passage(line: open.line, text: open.text)) }
        self.passages = passages
    }

    func makeIterator() -> IndexingIterator<[Passage]> { passages.makeIterator() }
}
