import CCommonMark

extension TableReader {
    /// True where every guess came out of the parse as a table would; else notes in `findings` what did not.
    mutating func confirms(_ guesses: [Guess], in document: borrowing Document, cells: Int) -> Bool {
        var outcomes = [Outcome](repeating: .missing, count: guesses.count)
        var isHeading = [Bool](repeating: false, count: lines.count)
        var next = 0
        var place = document.child(at: cells)
        while let node = place {
            place = Self.nextBlock(after: node)
            guard cmark_node_get_type(node) == CMARK_NODE_HEADING else { continue }
            let line = Self.line(node, cells)
            isHeading[line] = true
            while next < guesses.count, guesses[next].table.delimiterLine < line { next += 1 }
            if next < guesses.count, guesses[next].table.delimiterLine == line {
                outcomes[next] = outcome(of: guesses[next], delimiter: node, cells: cells)
            }
        }
        var confirmed = true
        for (guess, outcome) in zip(guesses, outcomes) {
            confirmed = note(outcome, of: guess.table, isHeading: isHeading) && confirmed
        }
        return confirmed
    }

    private enum Outcome {
        case missing
        /// The header is not alone in its paragraph.
        case continues
        /// The table is there, but only so many of its rows.
        case rows(Int)
        /// The table is there, and the paragraph after it, on these lines, is more rows.
        case more(lines: ClosedRange<Int>)
        case confirmed
    }

    private func outcome(of guess: Guess, delimiter: OpaquePointer, cells: Int) -> Outcome {
        let header = guess.table.header
        guard let paragraph = cmark_node_previous(delimiter),
            cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
            Int(cmark_node_get_end_line(paragraph)) - 1 - cells == header.line
        else { return .missing }
        if Self.line(paragraph, cells) < header.line {
            guard guess.continues else { return .continues }
            guard marksOfQuotes(before: header) <= Self.quotes(around: paragraph) else { return .missing }
        } else {
            let column = header.text.lowerBound - lines.start(of: header.line) + 1
            guard Int(cmark_node_get_start_column(paragraph)) == column else { return .missing }
        }
        var last = delimiter
        for (index, row) in guess.table.rows.enumerated() {
            guard let node = cmark_node_next(last), cmark_node_get_type(node) == CMARK_NODE_HEADING,
                Self.line(node, cells) == row.line
            else { return .rows(index) }
            last = node
        }
        let after = guess.table.lastLine + 1
        if let node = cmark_node_next(last), cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH,
            Self.line(node, cells) == after, !findings[after].contains(.noRow),
            lines.row(lines.content(of: after)).forEachCell() > 0
        {
            return .more(lines: after...max(after, Int(cmark_node_get_end_line(node)) - 1 - cells))
        }
        return .confirmed
    }

    /// Notes an outcome, and returns whether it was as guessed.
    private mutating func note(_ outcome: Outcome, of table: Table, isHeading: [Bool]) -> Bool {
        switch outcome {
        case .confirmed: return true
        case .missing: findings[table.delimiterLine].insert(.noDelimiterRow)
        case .continues: findings[table.header.line].insert(.continues)
        case .more(let rows):
            for line in rows where line == rows.lowerBound || !startsBlock(lines.content(of: line)) {
                findings[line].insert(.row)
            }
        case .rows(let count):
            let rest = table.rows[count...]
            for (index, row) in rest.enumerated() where index == 0 || !isHeading[row.line] {
                findings[row.line].insert(.noRow)
            }
        }
        return false
    }

    /// How many `>` were taken for containers' before a header. Far enough in they are text.
    private func marksOfQuotes(before header: Table.Row) -> Int {
        lines.text[lines.start(of: header.line)..<header.text.lowerBound].count { $0 == UInt8(ascii: ">") }
    }

    private static func quotes(around node: OpaquePointer) -> Int {
        var quotes = 0
        var place = cmark_node_parent(node)
        while let parent = place {
            if cmark_node_get_type(parent) == CMARK_NODE_BLOCK_QUOTE { quotes += 1 }
            place = cmark_node_parent(parent)
        }
        return quotes
    }

    private static func line(_ node: OpaquePointer, _ cells: Int) -> Int {
        Int(cmark_node_get_start_line(node)) - 1 - cells
    }

    /// The next block in document order, without what stands within lines.
    private static func nextBlock(after node: OpaquePointer) -> OpaquePointer? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_BLOCK_QUOTE:
            if let child = cmark_node_first_child(node) { return child }
        default: break
        }
        var node = node
        while true {
            if let next = cmark_node_next(node) { return next }
            guard let parent = cmark_node_parent(node) else { return nil }
            node = parent
        }
    }
}
