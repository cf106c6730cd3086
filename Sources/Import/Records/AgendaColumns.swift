import Content
import Meetings

/// The columns of an agenda in text, "Ärende   Dnr   Föredragande   Tid", and what they say of a row's cells: only a column
/// of bilagor has bilaga numbers.
struct AgendaColumns {
    private let hasAttachments: Bool
    /// A row has said something that an agenda has no place for.
    var saysMore = false

    /// Nil for a row that names no column of ärenden.
    init?(_ header: Passage) {
        let names = header.plain.foldedWords.split(separator: " ")
        guard header.kind == .text, names.count > 1, names.allSatisfy(AgendaColumns.names.contains),
            names.contains(where: { ["arende", "arenden", "rubrik"].contains($0) })
        else { return nil }
        hasAttachments = names.contains { $0.hasPrefix("bil") }
    }
}

extension AgendaColumns {
    private static let names: Set<Substring> = [
        "nr", "punkt", "paragraf", "arende", "arenden", "rubrik", "dnr", "diarienr", "diarienummer", "beteckning",
        "bilaga",
        "bilagor", "bil", "foredragande", "foredras", "av", "handlaggare", "ansvarig", "tid", "kl", "klockslag", "sida",
        "sid", "beslut", "forslag", "till", "anteckning", "anteckningar",
    ]

    /// "09.10", an hour.
    static func isTime(_ cell: String) -> Bool {
        let parts = cell.split { ".:".contains($0) }
        return parts.count == 2 && parts.allSatisfy { $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isDigit) }
            && (Int(parts[0]).map { $0 < 24 } ?? false)
    }

    /// - Parameter row: a row's cells without its number.
    /// - Returns: the item, and whether the row says more.
    func item(_ row: String, line: Int) -> (item: AgendaItems.Item, saysMore: Bool) {
        let cells = row.cells
        let (title, found) = RecordHeading.split(cells.first ?? row)
        var left = Array(cells.dropFirst())
        let place = left.firstIndex { HeadValue.hasShapeOfDiaryNumber($0) }
        let dnr = place.map { left.remove(at: $0) } ?? found
        var numbers = ""
        if hasAttachments, let place = left.lastIndex(where: { AttachmentNumber.list($0) != nil }) {
            numbers = " (bilaga \(left.remove(at: place)))"
        }
        let words = title.isEmpty ? dnr ?? "" : title
        return (AgendaItems.Item(title: words + numbers, diaryNumber: dnr, line: line), !left.isEmpty)
    }

    /// A title's second line, below it in its column.
    func goesOn(_ passage: Passage) -> Bool {
        passage.kind == .text && !passage.blankBefore && passage.text.cells.count == 1
            && passage.plain.utf8.count <= 120
            && (passage.lastLine.hasPrefix("  ") || passage.plain.startsWithSmallLetter)
            && AgendaItems.number(passage) == nil && !SentenceEnd.isAt(passage.plain)
    }
}
