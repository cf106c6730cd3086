/// A text's lines, broken where libcmark breaks them: at `\n`, `\r\n` and a lone `\r`.
struct TextLines {
    let text: UnsafeBufferPointer<UInt8>
    private var starts: [Int] = []

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        starts.reserveCapacity(text.count / 32 + 2)
        var start = 0
        while start < text.count {
            starts.append(start)
            start = Self.end(from: start, in: text)
            if start + 1 < text.count, text[start] == UInt8(ascii: "\r"), text[start + 1] == UInt8(ascii: "\n") {
                start += 1
            }
            start += 1
        }
    }
}

extension TextLines {
    var count: Int { starts.count }

    /// Where a line starts, and for the line after the last, where the text ends.
    func start(of line: Int) -> Int { line < starts.count ? starts[line] : text.count }

    /// A line's bytes without its break.
    func bytes(of line: Int) -> Range<Int> {
        var end = start(of: line + 1)
        while end > starts[line], Self.isBreak(text[end - 1]) { end -= 1 }
        return starts[line]..<end
    }

    /// A line from its first byte that is neither space nor the `>` of a quote: all that can stand before the text of
    /// a line that goes on within its containers.
    func content(of line: Int) -> Range<Int> {
        let bytes = bytes(of: line)
        var start = bytes.lowerBound
        while start < bytes.upperBound, Self.isPrefix(text[start]) { start += 1 }
        return start..<bytes.upperBound
    }

    /// The same, also after the list markers that can stand before the first line of an item.
    func contentAfterMarkers(of line: Int) -> Range<Int> {
        var content = content(of: line)
        // Deeper than that nobody means a table.
        for _ in 0..<32 {
            guard let marker = BlockStart(UnsafeBufferPointer(rebasing: text[content])).listMarker else { break }
            var start = content.lowerBound + marker
            while start < content.upperBound, Self.isPrefix(text[start]) { start += 1 }
            content = start..<content.upperBound
        }
        return content
    }

    /// True where a delimiter row may stand: only its characters, and a pipe or a colon among them.
    func mayDelimit(_ line: Int) -> Bool {
        let bytes = bytes(of: line)
        var index = bytes.upperBound
        var hyphen = false
        var mark = false
        while index > bytes.lowerBound, TableRow.isDelimiter(text[index - 1]) {
            index -= 1
            hyphen = hyphen || text[index] == UInt8(ascii: "-")
            mark = mark || text[index] == UInt8(ascii: "|") || text[index] == UInt8(ascii: ":")
        }
        return hyphen && mark
    }

    func row(_ range: Range<Int>) -> TableRow {
        TableRow(text: UnsafeBufferPointer(rebasing: text[range]))
    }

    /// The next line break, or the text's end.
    private static func end(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var index = start
        while index + ByteWord.size <= text.count {
            let bytes = ByteWord(text, at: index)
            if bytes.contains(UInt8(ascii: "\n")) || bytes.contains(UInt8(ascii: "\r")) { break }
            index += ByteWord.size
        }
        while index < text.count, !isBreak(text[index]) { index += 1 }
        return index
    }

    private static func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private static func isPrefix(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: ">")
    }
}
