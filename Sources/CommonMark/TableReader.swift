import CCommonMark

/// Finds the pipe tables of a text and parses it so that libcmark, which knows none, leaves room for them.
///
/// Whether a line belongs to a table depends on containers, lazy lines and everything else that libcmark knows, so
/// libcmark is asked. From the lines alone it is guessed where tables are. Then a text is parsed in which each line
/// from the delimiter row on is `#`, an empty heading: like a table row it ends a paragraph, stays within its
/// containers and starts nothing else. Where the headings come out side by side after the header's paragraph, the guess
/// was right; what came out otherwise is no table, and the text is parsed again without that guess. Most texts need
/// one parse, as they would without tables.
///
/// Cells with markup are parsed in the same go, as headings before the text, so that link definitions serve them too.
struct TableReader {
    let lines: TextLines
    /// What earlier parses have told about each line.
    var findings: [Finding]
}

extension TableReader {
    struct Finding: OptionSet {
        let rawValue: UInt8
        static let noDelimiterRow = Finding(rawValue: 1)
        static let noRow = Finding(rawValue: 2)
        /// A row although it looks like something else.
        static let row = Finding(rawValue: 4)
        /// A header that continues a paragraph although it looks like the start of a block.
        static let continues = Finding(rawValue: 8)
    }

    /// A table as the lines alone suggest it.
    struct Guess {
        let table: Table
        /// True where the header seems to follow other lines of its paragraph; it is then taken out of them.
        let continues: Bool
    }

    /// Parses a text with its tables.
    static func read(_ text: UnsafeBufferPointer<UInt8>) -> Source {
        let lines = TextLines(text)
        guard (1..<max(lines.count, 1)).contains(where: { lines.mayDelimit($0) }) else {
            return Source(document: Document(text), tables: [], cells: 0)
        }
        var reader = TableReader(lines: lines, findings: Array(repeating: [], count: lines.count))
        // Each round settles all but what depends on a wrong guess; a text that still does not settle was made to.
        for _ in 0..<16 {
            let guesses = reader.guesses()
            if guesses.isEmpty { break }
            var cells = 0
            let bytes = reader.masked(guesses, cells: &cells)
            let document = bytes.withBytes { Document($0) }
            if reader.confirms(guesses, in: document, cells: cells) {
                return Source(document: document, tables: guesses.map(\.table), cells: cells)
            }
        }
        return Source(document: Document(text), tables: [], cells: 0)
    }
}

// MARK: - Guess

extension TableReader {
    private func guesses() -> [Guess] {
        var guesses: [Guess] = []
        var free = 0
        var line = 1
        while line < lines.count {
            defer { line += 1 }
            guard line > free, lines.mayDelimit(line), !findings[line].contains(.noDelimiterRow),
                let alignments = lines.row(lines.content(of: line)).alignments,
                let (header, continues) = header(on: line - 1, columns: alignments.count)
            else { continue }
            let table = Table(
                header: header, followsBackslash: continues && endsInBackslash(line - 2), alignments: alignments,
                rows: rows(from: line + 1, columns: alignments.count))
            guesses.append(Guess(table: table, continues: continues))
            free = table.lastLine + 1
            line = table.lastLine
        }
        return guesses
    }

    private func header(on line: Int, columns: Int) -> (Table.Row, continues: Bool)? {
        var text = lines.content(of: line)
        guard !text.isEmpty else { return nil }
        let continues =
            findings[line].contains(.continues)
            || line > 0 && !lines.content(of: line - 1).isEmpty && !startsBlock(text) && !underlines(text)
        if !continues {
            let item = lines.contentAfterMarkers(of: line)
            if lines.row(item).forEachCell() == columns { text = item }
        }
        guard lines.row(text).forEachCell() == columns else { return nil }
        return (Table.Row(line: line, text: text, cells: columns), continues)
    }

    private func endsInBackslash(_ line: Int) -> Bool {
        line >= 0 && lines.text[lines.content(of: line)].last == UInt8(ascii: "\\")
    }

    private func rows(from first: Int, columns: Int) -> [Table.Row] {
        var rows: [Table.Row] = []
        var line = first
        while line < lines.count, !findings[line].contains(.noRow) {
            let text = lines.content(of: line)
            let cells = lines.row(text).forEachCell()
            guard cells > 0, findings[line].contains(.row) || !startsBlock(text) && !mayCloseHTML(text) else { break }
            rows.append(Table.Row(line: line, text: text, cells: min(cells, columns)))
            line += 1
        }
        return rows
    }

    /// True for a line of `=` or `-` alone: after a line of text it makes that a heading.
    private func underlines(_ text: Range<Int>) -> Bool {
        let first = lines.text[text.lowerBound]
        guard first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return false }
        return lines.text[text].allSatisfy { $0 == first || TableRow.isSpace($0) }
    }

    /// True for a line that could end a block of HTML, such as a comment. Masked, it would leave all after it inside.
    private func mayCloseHTML(_ text: Range<Int>) -> Bool {
        var previous: UInt8 = 0
        for byte in lines.text[text] {
            switch (previous, byte) {
            case (UInt8(ascii: "-"), UInt8(ascii: ">")), (UInt8(ascii: "?"), UInt8(ascii: ">")),
                (UInt8(ascii: "]"), UInt8(ascii: ">")), (UInt8(ascii: "<"), UInt8(ascii: "/")):
                return true
            default: previous = byte
            }
        }
        return false
    }

    func startsBlock(_ text: Range<Int>) -> Bool {
        BlockStart(UnsafeBufferPointer(rebasing: lines.text[text])).isBlock
    }
}

// MARK: - Mask

extension TableReader {
    /// The text to parse: a heading for each cell with markup, then the text with its table lines masked.
    private func masked(_ guesses: [Guess], cells: inout Int) -> ByteBuffer {
        var bytes = ByteBuffer(capacity: lines.text.count * 2)
        for guess in guesses {
            cells += appendCells(of: guess.table.header, to: &bytes)
            for row in guess.table.rows { cells += appendCells(of: row, to: &bytes) }
        }
        var copied = 0
        for guess in guesses {
            let header = guess.table.header.line
            append(copied..<lines.start(of: header), to: &bytes)
            if guess.continues {
                // A lone `<` goes on with any paragraph and is part of nothing that starts before it.
                append(UInt8(ascii: "<"), for: header, to: &bytes)
            } else {
                append(lines.start(of: header)..<lines.start(of: header + 1), to: &bytes)
            }
            for line in guess.table.delimiterLine...guess.table.lastLine {
                append(UInt8(ascii: "#"), for: line, to: &bytes)
            }
            copied = lines.start(of: guess.table.lastLine + 1)
        }
        append(copied..<lines.text.count, to: &bytes)
        return bytes
    }

    /// Appends a heading for each cell that has markup, and returns how many.
    private func appendCells(of row: Table.Row, to bytes: inout ByteBuffer) -> Int {
        var column = 0
        var cells = 0
        let text = lines.row(row.text)
        text.forEachCell { cell in
            defer { column += 1 }
            guard column < row.cells, !text.isPlain(cell) else { return }
            cells += 1
            bytes.append("# ")
            for index in cell {
                let escapes = text.text[index] == UInt8(ascii: "\\") && index + 1 < cell.upperBound
                if escapes, text.text[index + 1] == UInt8(ascii: "|") { continue }
                bytes.append(text.text[index])
            }
            // Closed, so that a cell may end in a hash of its own.
            bytes.append(" #\n")
        }
        return cells
    }

    private func append(_ range: Range<Int>, to bytes: inout ByteBuffer) {
        bytes.append(UnsafeBufferPointer(rebasing: lines.text[range]))
    }

    /// Appends a line with a mark for its text.
    private func append(_ mark: UInt8, for line: Int, to bytes: inout ByteBuffer) {
        let content = lines.content(of: line)
        append(lines.start(of: line)..<content.lowerBound, to: &bytes)
        bytes.append(mark)
        append(content.upperBound..<lines.start(of: line + 1), to: &bytes)
    }
}
