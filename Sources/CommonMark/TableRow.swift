/// A line read as cells between pipes, as GFM's reference implementation reads it: a pipe after a backslash never
/// separates, a pipe at either end is for looks, space around a cell is trimmed.
struct TableRow {
    let text: UnsafeBufferPointer<UInt8>
}

extension TableRow {
    /// Calls `body` with each cell's range within `text`, and returns how many there are.
    @discardableResult
    func forEachCell(_ body: (Range<Int>) -> Void = { _ in }) -> Int {
        var count = 0
        var offset = skipPipe(at: 0)
        while offset < text.count {
            let start = offset
            while offset < text.count, !separates(at: offset) { offset += 1 }
            let end = offset
            offset = skipPipe(at: offset)
            body(trimmed(start..<end))
            count += 1
        }
        return count
    }

    /// True for a cell whose text stands for itself: nothing in it that libcmark would read as markup.
    func isPlain(_ cell: Range<Int>) -> Bool {
        for index in cell {
            switch text[index] {
            case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
                UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "&"):
                return false
            default: continue
            }
        }
        return true
    }

    /// The columns' alignments, if this is a delimiter row: cells of hyphens with a colon at either end or none.
    /// A line of hyphens alone is none: it underlines a heading.
    var alignments: [Table.Alignment]? {
        guard text.contains(UInt8(ascii: "|")) || text.contains(UInt8(ascii: ":")) else { return nil }
        for byte in text where !Self.isDelimiter(byte) { return nil }
        var alignments: [Table.Alignment] = []
        var valid = true
        forEachCell { cell in
            guard let alignment = alignment(of: cell) else {
                valid = false
                return
            }
            alignments.append(alignment)
        }
        return valid && !alignments.isEmpty ? alignments : nil
    }

    private func alignment(of cell: Range<Int>) -> Table.Alignment? {
        guard let first = cell.first, let last = cell.last else { return nil }
        let left = text[first] == UInt8(ascii: ":")
        let right = text[last] == UInt8(ascii: ":")
        let start = left ? first + 1 : first
        let end = right ? last : last + 1
        guard start < end, text[start..<end].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
        switch (left, right) {
        case (true, true): return .center
        case (true, false): return .left
        case (false, true): return .right
        case (false, false): return Table.Alignment.none
        }
    }

    private func separates(at offset: Int) -> Bool {
        text[offset] == UInt8(ascii: "|") && (offset == 0 || text[offset - 1] != UInt8(ascii: "\\"))
    }

    private func skipPipe(at offset: Int) -> Int {
        guard offset < text.count, text[offset] == UInt8(ascii: "|") else { return offset }
        var next = offset + 1
        while next < text.count, Self.isSpace(text[next]) { next += 1 }
        return next
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, Self.isSpace(text[start]) { start += 1 }
        while end > start, Self.isSpace(text[end - 1]) { end -= 1 }
        return start..<end
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0B || byte == 0x0C
    }

    static func isDelimiter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":") || isSpace(byte)
    }
}
