/// What the words of one clause of a decision grant, and what they refuse.
struct ClauseFunds {
    /// The amounts that are granted; of "4 000 kr per år, totalt 8 000 kr" the whole alone.
    let granted: [Money]
    let refuses: Bool
}

extension ClauseFunds {
    init(_ clause: DecisionClause) {
        let words = ClauseFunds.words(of: clause.text)
        let refusal = ClauseFunds.refusal(in: words)
        var (granted, total): ([Money], Money?) = ([], nil)
        for (money, start) in Money.mentions(in: clause.text) {
            let before = words.prefix { $0.start < start }.suffix(3).map(\.key)
            if before.contains(where: { ClauseFunds.others.contains($0) }) { continue }
            if let refusal, refusal.start < start || !refusal.isAfterGrant { continue }
            if before.contains(where: { ClauseFunds.totals.contains($0) }) { total = money }
            granted.append(money)
        }
        self.granted = total.map { [$0] } ?? granted
        refuses = refusal != nil
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

    private static let refusals = ["avsla", "avslog", "neka", "aterkrav", "bordlag", "aterremit", "avstyrk"]

    private static let negations: Set<String> = ["inte", "ej", "icke"]

    /// Where the clause begins to say no, and whether it has granted something before that.
    private static func refusal(in words: [Word]) -> (start: Int, isAfterGrant: Bool)? {
        for (index, word) in words.enumerated() {
            let isNo =
                refusals.contains { word.key.hasPrefix($0) }
                || grants.contains { word.key.hasPrefix($0) }
                    && words[max(0, index - 2)..<min(words.count, index + 3)].contains { negations.contains($0.key) }
            guard isNo else { continue }
            let before = words[..<max(0, index - 2)]
            return (word.start, before.contains { word in grants.contains { word.key.hasPrefix($0) } })
        }
        return nil
    }
}
