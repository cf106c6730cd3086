/// Two columns of running text are read one after the other.
enum PDFColumns {
    /// The rows of a page from top to bottom, a column's before the next one's.
    static func rows(of page: PDFPage) -> [PDFRow] {
        guard page.confidence == nil, let parts = PDFColumnFinder(page).parts else { return PDFRow.rows(of: page) }
        return parts.flatMap { part in
            var own = page
            own.spans = part.spans
            return PDFRow.rows(of: own).map { row in
                var row = row
                row.edge = part.isColumn ? part.spans.map(\.right).max() : nil
                return row
            }
        }
    }

    static func ordered(_ rows: [PDFRow], width: Double) -> [PDFRow] {
        var ordered: [PDFRow] = []
        var index = 0
        while index < rows.count {
            let run = rows[index...].prefix { isPair($0, width) }
            guard run.count >= 6 else {
                ordered.append(rows[index])
                index += 1
                continue
            }
            for side in 0...1 {
                ordered += run.map { row in
                    var own = row
                    own.cells = [row.cells[side]]
                    return own
                }
            }
            index += run.count
        }
        return ordered
    }

    /// Two halves of running words.
    private static func isPair(_ row: PDFRow, _ width: Double) -> Bool {
        guard row.cells.count == 2 else { return false }
        return row.cells.allSatisfy { $0.right - $0.left > width * 0.25 && $0.plain.words.count >= 4 }
    }
}
