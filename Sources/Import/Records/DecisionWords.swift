import Meetings

/// Whether a sentence of a record says what its own body decided; not what somebody proposed, what another body has
/// decided, or what was decided another day.
struct DecisionWords {
    /// The names that the record's body goes by, folded; empty where nobody knows.
    let bodies: [String]

    private static let verbs: Set<Substring> = ["beslutar", "beslutade", "beslot", "beslutas", "beslutades"]
    private static let acts: Set<Substring> = [
        "faststallde", "godkande", "antog", "beviljade", "valde", "utsag", "avslog", "bifoll",
    ]
    /// Somebody says something about a decision, or asks for one.
    private static let telling: Set<Substring> = [
        "yrkar", "yrkade", "foreslar", "foreslog", "foreslas", "foreslogs", "rekommenderar", "rekommenderade",
        "informerar", "informerade", "redovisar", "redovisade", "rapporterar", "rapporterade", "meddelar", "meddelade",
        "berattar", "berattade", "paminner", "paminde", "fragar", "fragade", "hemstaller", "hemstallde",
    ]
    private static let subordinate: Set<Substring> = ["sedan", "nar", "innan", "eftersom", "om", "medan"]
    private static let meetings: Set<Substring> = ["motet", "sammantradet", "vi"]
    /// Who decides and is no board.
    private static let others: Set<Substring> = [
        "regeringen", "riksdagen", "kommunen", "regionen", "landstinget", "staten", "eu", "domstolen", "lansstyrelsen",
        "socialstyrelsen", "forsakringskassan", "arbetsformedlingen",
    ]
}

extension DecisionWords {
    /// "Förbundsstyrelsen beslutar", a line of its own above its att-satser.
    static func isLead(_ line: String) -> Bool {
        guard line.utf8.count <= 90, line.startsWithCapital else { return false }
        let words = line.foldedWords.split(separator: " ")
        return words.count <= 6 && words.last.map(verbs.contains) ?? false
    }

    /// The first sentence of a passage that decides, by its place; nil where none does.
    func deciding(in plain: String, next: Passage?) -> Int? {
        let sentences = plain.fullSentences
        return sentences.indices.first { index in
            decides(sentences[index], next: index + 1 == sentences.count ? next : nil)
        }
    }

    private func decides(_ sentence: String, next: Passage?) -> Bool {
        let words = sentence.foldedWords.split(separator: " ")
        // "Mötet fastställde budgeten": who decides, and what it did.
        if words.count > 2, DecisionWords.acts.contains(words[1]),
            words[0] == "motet" || DecidingBody.isName(String(words[0])) && isOwn(words[0])
        {
            return !isEarlier(words[2...])
        }
        guard let verb = words.prefix(12).firstIndex(where: DecisionWords.verbs.contains) else { return false }
        let before = words[..<verb]
        guard isOwn(before, after: words[(verb + 1)...]), !before.contains(where: DecisionWords.telling.contains),
            !isEarlier(words[(verb + 1)...])
        else { return false }
        let isLead =
            words.last.map { ["beslutar", "beslutade", "beslot", "att", "foljande", "besluta"].contains($0) } ?? false
        return isLead ? next.map { ClauseMarkdown.isAtt($0) || $0.isItem } ?? false : true
    }

    /// Who stands before the verb, or after it in "Därefter beslutade styrelsen".
    private func isOwn(_ before: ArraySlice<Substring>, after: ArraySlice<Substring>) -> Bool {
        if before.first.map(DecisionWords.subordinate.contains) ?? false || before.starts(with: ["efter", "att"]) {
            return false
        }
        if let body = before.last(where: { DecidingBody.isName(String($0)) }) {
            // "Styrelsens ordförande beslutade"
            let isOwner = body.hasSuffix("ens") || body.hasSuffix("ets")
            return isOwn(body) && !(isOwner && body != before.last)
        }
        guard let first = before.first else { return true }
        if DecisionWords.meetings.contains(first) { return true }
        guard before.count == 1, !isOther(first) else { return false }
        guard let next = after.first, DecidingBody.isName(String(next)) || isOther(next) else { return true }
        return isOwn(next)
    }

    private func isOther(_ word: Substring) -> Bool {
        DecisionWords.others.contains(word)
            || ["myndigheten", "verket", "ratten", "domstolen", "inspektionen"].contains { word.hasSuffix($0) }
    }

    /// "Styrelsen" in the förbundsstyrelse's record is that one; the arbetsutskott is not.
    private func isOwn(_ word: Substring) -> Bool {
        if bodies.contains(String(word)) { return true }
        guard !isOther(word) else { return false }
        let own = DecisionWords.stem(word)
        return bodies.isEmpty
            || bodies.contains { body in
                let name = DecisionWords.stem(body.split(separator: " ").last ?? "")
                return name.hasSuffix(own) || own.hasSuffix(name)
            }
    }

    private static func stem(_ word: Substring) -> Substring {
        var stem = word.hasSuffix("s") ? word.dropLast() : word
        if stem.hasSuffix("en") || stem.hasSuffix("et") { return stem.dropLast(2) }
        if stem.hasSuffix("an") { stem = stem.dropLast() }
        return stem
    }

    /// "… beslutade 2025-11-14, § 62, att …" tells of another day.
    private func isEarlier(_ after: ArraySlice<Substring>) -> Bool {
        guard let first = after.first else { return false }
        let isYear = { (word: Substring) in word.utf8.count == 4 && Int(word).map((1900...2099).contains) ?? false }
        let day = after.dropFirst().first.map { Int($0) != nil } ?? false
        return isYear(first) || first == "den" && day
    }
}

extension String {
    /// Cut where a full stop stands before a capital.
    var fullSentences: [String] {
        var sentences: [String] = []
        var words: [Substring] = []
        let all = self.words
        for (index, word) in all.enumerated() {
            words.append(word)
            let isShort = word.utf8.count <= 3 && !word.hasSuffix("in.") && !word.hasSuffix("upp.")
            guard word.hasSuffix("."), !isShort, index + 1 < all.count, all[index + 1].first?.isUppercase ?? false
            else { continue }
            sentences.append(words.joined(separator: " "))
            words = []
        }
        if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
        return sentences
    }
}
