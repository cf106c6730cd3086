import Meetings

/// Those who sign in a table, a column each: its rows become lines set in columns.
enum SignatureTables {
    /// The passages with such tables opened; the others as they are.
    static func opened(_ passages: [Passage]) -> [Passage] {
        passages.enumerated().flatMap { index, passage in
            lines(of: passage, below: index > 0 ? passages[index - 1] : nil) ?? [passage]
        }
    }

    /// Nil for any other table: a row has names alone, another labels alone, and all are labels, names, titles or places
    /// to sign on.
    private static func lines(of table: Passage, below: Passage?) -> [Passage]? {
        guard table.kind == .table else { return nil }
        let rows = table.text.split(separator: "\n").map(cells)
        let filled = rows.map { row in row.filter { $0.contains(where: \.isLetter) } }
        // The labels may stand in a line of columns above it.
        let above = below?.text.cells.map { MarkdownText.plain($0) } ?? []
        guard filled.contains(where: { !$0.isEmpty && $0.allSatisfy(PersonName.isOne) }),
            (filled + [above]).contains(where: { !$0.isEmpty && $0.allSatisfy { SignatureBlock.label($0) != nil } }),
            filled.joined().allSatisfy({ cell in
                PersonName.isOne(cell) || SignatureBlock.label(cell) != nil || PersonName.isTitle(cell)
            })
        else { return nil }
        return filled.enumerated().filter { !$0.element.isEmpty }.map { offset, row in
            var line = table
            (line.kind, line.text, line.blankBefore) = (.text, row.joined(separator: "\t"), offset == 0)
            line.lastLine = line.text
            return line
        }
    }

    private static func cells(_ row: Substring) -> [String] {
        row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
            .map { MarkdownText.plain(String($0)).trimmed }
    }
}
