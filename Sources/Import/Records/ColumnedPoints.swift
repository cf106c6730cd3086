import Meetings

/// A record set in columns, "Punkt   Ärende   Ansvarig": its points, with what stands in the last column below the
/// point that it stands beside.
struct ColumnedPoints {
    private let names: [String]
    /// Where each column begins, in characters.
    private let columns: [Int]
    private var lines: [KeptLine] = []
    /// The place of the last point's line: what the last column says stands below it.
    private var point: Int?

    /// Nil for a line that is no row of such columns' names.
    private init?(header: String) {
        let cells = header.cells
        let words = cells.map(\.foldedWords)
        guard cells.count == 3, ["punkt", "nr", "paragraf"].contains(words[0]),
            ["arende", "rubrik"].contains(words[1]),
            ["ansvarig", "foredragande", "ansvar", "vem"].contains(words[2])
        else { return nil }
        let places = cells.map { ColumnedPoints.place(of: $0, in: header) }
        (names, columns) = (cells, places)
    }
}

extension ColumnedPoints {
    /// The lines with such a table's rows as points and text; other lines as they are.
    static func opened(_ lines: [KeptLine]) -> [KeptLine] {
        guard let start = lines.firstIndex(where: { ColumnedPoints(header: $0.text) != nil }),
            var table = ColumnedPoints(header: lines[start].text)
        else { return lines }
        var end = start + 1
        while end < lines.count, table.take(lines[end]) { end += 1 }
        return Array(lines[..<start]) + table.lines + Array(lines[end...])
    }

    /// False for a line that is no row of the table: below an empty line, at the margin, without a number.
    private mutating func take(_ line: KeptLine) -> Bool {
        let cells = cells(of: line.text)
        if let number = Int(cells[0].trimmed), !cells[1].isEmpty {
            add(line, "\(number). \(cells[1])", isNew: true)
            point = lines.count - 1
        } else if cells[0].trimmed.isEmpty {
            if !cells[1].isEmpty { add(line, cells[1], isNew: lines.last?.text.first?.isNumber ?? true) }
        } else {
            return false
        }
        if !cells[2].isEmpty, let point {
            var aside = line
            aside.line.text = "\(names[2]): \(cells[2])"
            aside.blankBefore = true
            lines.insert(aside, at: point + 1)
            if point + 2 < lines.count { lines[point + 2].blankBefore = true }
        }
        return true
    }

    private mutating func add(_ line: KeptLine, _ text: String, isNew: Bool) {
        var own = line
        own.line.text = text
        own.blankBefore = isNew
        lines.append(own)
    }

    /// The three columns' words. A column begins where its name does, or at the gap before.
    private func cells(of text: String) -> [String] {
        var cells = ["", "", ""]
        for cell in text.cells {
            let place = ColumnedPoints.place(of: cell, in: text)
            let column = place + 2 >= columns[2] ? 2 : place + 2 >= columns[1] ? 1 : 0
            cells[column] += (cells[column].isEmpty ? "" : " ") + cell
        }
        return cells
    }

    private static func place(of cell: String, in text: String) -> Int {
        let range = text.firstRange(of: cell) ?? cell.words.first.flatMap { text.firstRange(of: $0) }
        return range.map { text.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
    }
}
