import Meetings

/// A record whose points stand in a table, `| Punkt | Ärende | Beslut |`: each row is a §, and what its other columns say
/// is its text.
enum TabledPoints {
    static func opened(_ passages: [Passage]) -> [Passage] {
        guard isRecord(passages),
            !passages.contains(where: { ($0.kind == .text || $0.isHeading) && RecordHeading($0.plain) != nil })
        else { return passages }
        return passages.flatMap { passage in points(in: passage) ?? [passage] }
    }

    /// A record says so near its top; a kallelse has the same tables.
    private static func isRecord(_ passages: [Passage]) -> Bool {
        let kinds = passages.prefix(12).filter { $0.kind != .table }.compactMap { PaperKindWord.kind(of: $0.plain) }
        if let kind = kinds.first(where: { PaperKindWord.isMeetings($0) }) { return kind.hasText("protokoll") }
        // "Styrelsens protokoll"
        return passages.prefix(12).contains { passage in
            let words = passage.plain.foldedWords.split(separator: " ")
            return passage.kind != .table && (1...4).contains(words.count)
                && words.last?.hasSuffix("protokoll") ?? false
        }
    }

    /// Nil for any other table, and for an agenda, whose rows say nothing of what was decided.
    private static func points(in table: Passage) -> [Passage]? {
        guard table.kind == .table else { return nil }
        let rows = table.text.split(separator: "\n").map(cells)
        guard let names = rows.first, let first = names.first, names.count > 2,
            ["punkt", "nr", "", "paragraf", "p"].contains(first.foldedWords)
        else { return nil }
        let title = names.firstIndex {
            ["arende", "arenden", "rubrik", "arendemening", "punkt"].contains($0.foldedWords) && $0 != first
        }
        guard let title, title > 0 else { return nil }
        let other = names.indices.filter { index in
            index != 0 && index != title && !["dnr", "diarienummer", "bilaga"].contains(names[index].foldedWords)
        }
        guard !other.isEmpty else { return nil }
        var points: [Passage] = []
        for (offset, row) in rows.enumerated().dropFirst() where row.contains(where: { $0.contains(where: \.isLetter) })
        {
            let digits = row[0].filter { $0.isASCII && $0.isNumber }
            guard let number = Int(digits), digits.utf8.count <= 4, title < row.count else { return nil }
            func add(_ kind: Passage.Kind, _ text: String) {
                var passage = Passage(
                    kind: kind, text: text, line: table.line + offset, blankBefore: true, lastLine: text,
                    end: table.line + offset)
                passage.isMarkdown = table.isMarkdown
                points.append(passage)
            }
            let dnr = names.firstIndex { ["dnr", "diarienummer"].contains($0.foldedWords) }
                .flatMap { $0 < row.count && !row[$0].isEmpty ? " (dnr \(row[$0]))" : nil }
            add(.heading(level: 2), "§ \(number) \(row[title])\(dnr ?? "")")
            for index in other where index < row.count && row[index].contains(where: { $0.isLetter || $0.isNumber }) {
                let isDecision = SectionName.isDecision(names[index])
                if isDecision { add(.heading(level: 3), names[index]) }
                add(.text, isDecision || names[index].isEmpty ? row[index] : "\(names[index]): \(row[index])")
            }
        }
        return points.isEmpty ? nil : points
    }

    private static func cells(_ row: Substring) -> [String] {
        row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { String($0).trimmed }
    }
}
