/// Rows of a page that are set in columns.
struct PDFTable {
    /// Cells by row, empty ones in place.
    let rows: [[String]]
    let columns: Int

    /// The longest run of rows from the start that are a table's; nil where it is none.
    init?(_ rows: ArraySlice<PDFRow>) {
        guard let first = rows.first, first.cells.count > 1 else { return nil }
        var extents: [ClosedRange<Double>] = []
        var taken: [PDFRow] = []
        for row in rows {
            if let last = taken.last {
                let gap = row.top - last.bottom
                guard row.page == last.page, gap < max(row.height, last.height) * 1.9 else { break }
                // Another number of columns is another table: the agenda below time and place.
                guard taken.count < 2 || row.cells.count <= taken.map(\.cells.count).max() ?? 0 else { break }
                let merged = PDFTable.merged(extents + row.cells.map { $0.left...max($0.left, $0.right) })
                // A row of running words across all columns ends the table.
                guard merged.count >= max(2, taken.map(\.cells.count).max() ?? 2) || merged.count >= extents.count
                else { break }
                if row.cells.count == 1, !PDFTable.fits(row, extents) || gap > row.height * 0.75 { break }
                extents = merged
            } else {
                extents = PDFTable.merged(row.cells.map { $0.left...max($0.left, $0.right) })
            }
            taken.append(row)
        }
        guard taken.count > 1, extents.count > 1, taken.count(where: { $0.cells.count > 1 }) > 1 else { return nil }
        columns = extents.count
        self.rows = PDFTable.cells(taken, extents)
        count = taken.count
    }

    /// How many of the page's rows it takes.
    let count: Int

    /// Words under one column, at its left edge.
    private static func fits(_ row: PDFRow, _ extents: [ClosedRange<Double>]) -> Bool {
        extents.contains {
            row.left >= $0.lowerBound - 2 && row.right <= $0.upperBound + 2 && row.left - $0.lowerBound < row.height * 2
        }
            && !(extents.first.map { row.left - $0.lowerBound < 2 } ?? false)
    }

    private static func merged(_ all: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
        var merged: [ClosedRange<Double>] = []
        for own in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, own.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, own.upperBound)
            } else {
                merged.append(own)
            }
        }
        return merged
    }

    /// A row without its first cell goes on in the cells above.
    private static func cells(_ rows: [PDFRow], _ extents: [ClosedRange<Double>]) -> [[String]] {
        var table: [[String]] = []
        var bottom = 0.0
        for row in rows {
            var cells = [String](repeating: "", count: extents.count)
            for cell in row.cells {
                let column = extents.firstIndex { $0.contains(cell.left) } ?? extents.count - 1
                cells[column] += (cells[column].isEmpty ? "" : " ") + cell.text
            }
            let goesOn = row.cells.count < extents.count && cells[0].isEmpty && row.top - bottom < row.height * 0.75
            if goesOn, !table.isEmpty {
                for (column, text) in cells.enumerated() where !text.isEmpty {
                    let before = table[table.count - 1][column]
                    let joined = isNames(before, text) ? before + "; " + text : PDFWords.joined(before, text)
                    table[table.count - 1][column] = before.isEmpty ? text : joined
                }
            } else {
                table.append(cells)
            }
            bottom = row.bottom
        }
        return table
    }

    /// Persons below each other in a cell, "Eva Ek, ordförande" above "Bo Al, §§ 1–3".
    private static func isNames(_ before: String, _ after: String) -> Bool {
        RecordHead.people(before).allSatisfy(RecordHead.isPerson) && RecordHead.isPerson(after)
    }

    /// Labels beside their values, or names beside where they are from: two columns of words.
    var isPairs: Bool {
        // No row has words in all columns: labels and values at different places.
        if !rows.contains(where: { $0.allSatisfy { !$0.isEmpty } }) { return true }
        guard columns == 2 else { return false }
        let numbers = rows.dropFirst().count { row in
            let value = row[1]
            return !value.isEmpty && value.allSatisfy { $0.isNumber || " ,.–-%krX\u{A0}".contains($0) }
        }
        return numbers * 2 < rows.count - 1 || rows.count < 2
    }

    var markdown: [String] {
        let escaped = rows.map { row in
            "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        guard let head = escaped.first else { return [] }
        return [head, "|" + String(repeating: " --- |", count: columns)] + escaped.dropFirst()
    }
}

/// Words over the end of a line.
enum PDFWords {
    /// A word divided at the margin is one again, "verksamhets- och" keeps its hyphen.
    static func joined(_ before: String, _ after: String) -> String {
        let next = after.words.first.map(String.init) ?? ""
        guard let last = before.last, "-\u{2010}\u{AD}".contains(last), before.dropLast().last?.isLetter ?? false,
            next.startsWithSmallLetter
        else { return before + " " + after }
        if last == "-", ["och", "eller", "samt", "respektive"].contains(next) { return before + " " + after }
        return String(before.dropLast()) + after
    }
}
