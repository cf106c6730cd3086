/// What an export puts in front of a text, as it comes back from Word: a title, and the head as a table. Each row that
/// says something else than it did is a change of its key.
struct WordLead {
    private(set) var changes: [WordChanges.KeyChange] = []
    /// What follows, and what somebody has written in between.
    private(set) var body: [String] = []
}

extension WordLead {
    /// A head's table stands among the first pieces of a file.
    private static let reach = 8

    init(_ word: [String], exported: ExportHead, body text: String) {
        let rows = exported.rows
        let start = word.prefix(WordLead.reach).firstIndex { $0.hasPrefix("|") }
        let end = start.map { start in
            word[(start + 1)...].firstIndex { !$0.hasPrefix("|") || WordLead.hasRule($0) } ?? word.count
        }
        // Without its table, a mark of secrecy and a title at most.
        var (front, rest) = (word.prefix(2), word.dropFirst(2))
        if let start, let end {
            let table = word[start..<end].compactMap(WordLead.cells)
            if table.contains(where: { cell in rows.contains { WordLead.isSame($0.label, cell.label) } }) {
                (front, rest) = (word[..<start], word[end...])
                compare(rows, with: table, of: exported)
            }
        }
        let hasTitle = ExportBody.title(text) != nil
        var isTitled = hasTitle
        for piece in front {
            if piece.hasPrefix("**SEKRETESS**") { continue }
            if !isTitled, piece.hasPrefix("# "), exported.hasTitleLine {
                isTitled = true
                title(String(piece.dropFirst(2)), exported)
            } else {
                body.append(piece)
            }
        }
        body += rest
    }

    private mutating func title(_ words: String, _ exported: ExportHead) {
        guard let before = exported.value("titel"), WordLead.plain(words) != WordLead.plain(before) else { return }
        add("titel", "titel", before, WordLead.plain(words))
    }

    private mutating func compare(
        _ rows: [ExportHead.Row], with table: [(label: String, value: String)], of exported: ExportHead
    ) {
        var left = table
        for row in rows {
            let place = left.firstIndex { WordLead.isSame($0.label, row.label) }
            if place == nil, let other = renamed(row, among: left, rows, exported) {
                // Another label above the same words: no key has that name, and nobody has taken the words away.
                add("", row.label, row.label, left.remove(at: other).label)
                continue
            }
            let now = place.map { left.remove(at: $0).value } ?? ""
            guard WordLead.plain(row.value) != WordLead.plain(now) else { continue }
            // A record's body and day stand in its file's name.
            add(row.isOwn ? row.key : "", row.isOwn ? row.key : row.label, row.value, WordLead.plain(now))
        }
        for cell in left where !cell.value.isEmpty && !exported.isDerived(cell.label) {
            let key = exported.key(of: cell.label, cell.value)
            add(key ?? "", key ?? cell.label, "", WordLead.plain(cell.value))
        }
    }

    private func renamed(
        _ row: ExportHead.Row, among left: [(label: String, value: String)], _ rows: [ExportHead.Row],
        _ exported: ExportHead
    ) -> Int? {
        left.firstIndex { cell in
            let isBody = exported.isBody(row.key) && exported.isBody(exported.key(of: cell.label, cell.value) ?? "")
            return !isBody && !rows.contains { WordLead.isSame($0.label, cell.label) }
                && WordLead.plain(cell.value) == WordLead.plain(row.value)
        }
    }

    private mutating func add(_ key: String, _ place: String, _ before: String, _ after: String) {
        changes.append(WordChanges.KeyChange(key: key, change: ExportChange(before, after, at: .key(place))))
    }

    private static func hasRule(_ piece: String) -> Bool {
        piece.split(separator: "\n").dropFirst().contains { TextPieces.isRule(String($0.trimmed)) }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool { left.foldedWords == right.foldedWords }

    /// The first two cells of a row.
    private static func cells(_ piece: String) -> (label: String, value: String)? {
        let row = piece.split(separator: "\n").first.map(String.init) ?? piece
        let cells = row.replacing("\\|", with: "\u{1}").split(separator: "|", omittingEmptySubsequences: false)
            .dropFirst().map { String($0.trimmed).replacing("\u{1}", with: "|") }
        guard let label = cells.first, cells.count > 1 else { return nil }
        return (plain(label).trimmingColon, cells[cells.startIndex + 1])
    }

    /// Words without markup, an address without its signs.
    private static func plain(_ text: String) -> String {
        MarkdownText.plain(text.replacing("<http", with: "http")).filter { !"<>".contains($0) }.singleSpaced
    }
}
