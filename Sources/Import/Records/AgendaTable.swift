import Meetings

/// A table whose columns' names say that its rows are an agenda: "Nr | Ärende | Beteckning | Förslag".
struct AgendaTable {
    let items: [AgendaItems.Item]
    /// It has words in columns that an agenda has no place for, such as a proposal or a speaker.
    let saysMore: Bool
}

extension AgendaTable {
    private enum Column {
        case number, title, diaryNumber, attachment, other

        init(_ name: String) {
            switch name.foldedWords {
            case "", "nr", "punkt", "nummer", "paragraf": self = .number
            case "arende", "arenden", "rubrik", "arenderubrik", "arendemening": self = .title
            case "dnr", "diarienummer", "diarienr", "beteckning", "arendenummer": self = .diaryNumber
            case "bilaga", "bilagor", "bil": self = .attachment
            default: self = .other
            }
        }
    }

    /// Nil for any other table.
    init?(_ passage: Passage) {
        guard passage.kind == .table else { return nil }
        let rows = passage.text.split(separator: "\n").map(AgendaTable.cells)
        guard let header = rows.first else { return nil }
        let columns = header.map(Column.init)
        guard let title = columns.firstIndex(of: .title), columns.count > 1 else { return nil }
        var items: [AgendaItems.Item] = []
        var saysMore = false
        for (offset, row) in rows.enumerated().dropFirst() where !AgendaTable.isRule(row) {
            guard title < row.count, !row[title].isEmpty else {
                saysMore = saysMore || row.contains { $0.contains(where: \.isLetter) }
                continue
            }
            let (words, dnr) = RecordHeading.split(row[title])
            let own = columns.firstIndex(of: .diaryNumber).flatMap { $0 < row.count ? row[$0] : nil }
                .flatMap(HeadValue.diaryNumber)
            items.append(AgendaItems.Item(title: words, diaryNumber: own ?? dnr, line: passage.line + offset))
            saysMore =
                saysMore
                || zip(columns, row).contains { column, cell in column == .other && cell.contains(where: \.isLetter) }
        }
        guard !items.isEmpty else { return nil }
        (self.items, self.saysMore) = (items, saysMore)
    }

    private static func cells(_ row: Substring) -> [String] {
        row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
            .map { MarkdownText.plain(String($0)).trimmed }
    }

    /// `| --- | :-: |`
    private static func isRule(_ row: [String]) -> Bool {
        row.allSatisfy { cell in cell.utf8.allSatisfy { "-: ".utf8.contains($0) } }
            && row.contains { $0.utf8.contains(UInt8(ascii: "-")) }
    }
}
