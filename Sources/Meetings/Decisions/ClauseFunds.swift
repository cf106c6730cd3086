/// What the words of one clause of a decision grant, and what they refuse.
struct ClauseFunds {
    /// The amounts that are granted; of "4 000 kr per år, totalt 8 000 kr" the whole alone.
    let granted: [Money]
    let refuses: Bool
}

extension ClauseFunds {
    init(_ clause: DecisionClause) {
        let words = ClauseFunds.words(of: clause.text)
        let verbs = ClauseFunds.verbs(in: words)
        var (granted, total): ([Money], Money?) = ([], nil)
        for (money, start) in Money.mentions(in: clause.text) {
            let before = words.prefix { $0.start < start }.suffix(3).map(\.key)
            if before.contains(where: { ClauseFunds.others.contains($0) }) { continue }
            // The verb before an amount decides on it, else the first after it: "4 000 kr till Mo avslås".
            let verb = verbs.last { $0.start < start } ?? verbs.first
            if verb?.grants == false { continue }
            if before.contains(where: { ClauseFunds.totals.contains($0) }) { total = money }
            granted.append(money)
        }
        self.granted = total.map { [$0] } ?? granted
        refuses = verbs.first?.grants == false
    }

    private typealias Word = (key: String, start: Int)

    private static func words(of text: String) -> [Word] {
        text.split { " \u{A0}\n,.;:()".contains($0) }.map { word in
            (
                String(decoding: Spelling.fold(String(word)), as: UTF8.self),
                text.utf8.distance(from: text.startIndex, to: word.startIndex)
            )
        }
    }

    /// Amounts that are told of and not granted: "av sökta 9 000 kr", "varav 1 000 kr betalas ut i år".
    private static let others: Set<String> = [
        "varav", "sokta", "ansokta", "begarda", "foreslagna", "istallet", "stallet",
    ]

    private static let totals: Set<String> = ["totalt", "sammanlagt", "tillsammans", "sammantaget"]

    private static let grants = ["bevilj", "godkan", "medge", "utbetal", "tilldel", "avsatt", "bifall", "finansier"]

    /// Verbs alone: "den tidigare avslagna ansökan" says no to nothing.
    private static let refusals: Set<String> = [
        "avsla", "avslar", "avslas", "avslog", "avslogs", "neka", "nekar", "nekas", "nekade", "nekades", "aterkrava",
        "aterkraver", "aterkravs", "bordlagga", "bordlagger", "bordlaggs", "bordlade", "bordlades", "aterremittera",
        "aterremitterar", "aterremitteras", "avstyrka", "avstyrker", "avstyrks",
    ]

    private static let negations: Set<String> = ["inte", "ej", "icke"]

    /// The words that grant or refuse, in order; "avslag på …" as a clause's first word is one.
    private static func verbs(in words: [Word]) -> [(start: Int, grants: Bool)] {
        words.enumerated().compactMap { index, word in
            if refusals.contains(word.key) || index == 0 && word.key == "avslag" { return (word.start, false) }
            guard grants.contains(where: { word.key.hasPrefix($0) }) else { return nil }
            let near = words[max(0, index - 2)..<min(words.count, index + 3)]
            return (word.start, !near.contains { negations.contains($0.key) })
        }
    }
}
