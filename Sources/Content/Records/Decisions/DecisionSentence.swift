import Meetings

/// A sentence that says what was decided.
struct SentenceFinding {
    var found: FoundDecision
    var weight: Weight
    /// It begins its paragraph with who decides.
    var isLeading: Bool
    /// The words end where the clauses begin: "Förbundsstyrelsen beslutar att".
    var isLead: Bool

    enum Weight: Hashable {
        /// "Styrelsen beslutar …"
        case decides
        /// "Styrelsen godkänner rapporten", "Rapporten läggs till handlingarna"
        case states
        /// In what leads up to the decision: "Ordföranden finner att styrelsen bifaller förslaget".
        case procedure
    }
}

/// Finds the decision in a sentence of a record, in the words that records use (FORMAT §6).
struct DecisionSentence {
    let names: BodyNames
    let meeting: MeetingID
    let clock: CalendarDate
}

extension DecisionSentence {
    /// Nil for a sentence that decides nothing, that tells of an earlier decision, or that says what somebody wants.
    func finding(in sentence: SentenceWords, line: Int) -> SentenceFinding? {
        let words = sentence.words
        if let (subject, verb, kind) = decider(in: words) {
            let start = min(subject, verb)
            guard !isSomebodysWish(words[..<start]), !isEarlier(words, subject: subject, verb: verb) else { return nil }
            let isLeading = sentence.isFirst && start == 0
            let rest = words[(max(subject, verb) + 1)...]
            switch kind {
            case .decides:
                return finding(decided(rest, of: words, line: line), .decides, isLeading)
            case .proposes:
                guard names.role == .preparing, isLeading else { return nil }
                return finding(decided(rest, of: words, line: line), .decides, isLeading)
            default:
                return finding(stated(kind, rest, of: words, line: line), .states, isLeading)
            }
        }
        return passive(sentence, line: line) ?? found(sentence, line: line)
    }

    /// A whole paragraph that is an outcome: "Bifall.", "Enligt förslaget."
    static func lone(_ text: String, file: String, clock: CalendarDate, line: Int) -> SentenceFinding? {
        guard text.utf8.count <= 60 else { return nil }
        var reading = OutcomeReading(file: file, clock: clock)
        let found: FoundDecision
        switch reading.read(text, line: line) {
        case .whole(let outcome): found = FoundDecision(outcome: outcome, line: line, words: text)
        // "1. Mötet öppnas" is no outcome, and neither is a number alone.
        case .clauses(let clauses): found = FoundDecision(clauseOutcomes: clauses, line: line, words: text)
        case .unknown, .unknownPart: return nil
        }
        guard reading.diagnostics.isEmpty else { return nil }
        return SentenceFinding(found: found, weight: .decides, isLeading: false, isLead: false)
    }

    private func finding(
        _ read: (found: FoundDecision, isLead: Bool)?, _ weight: SentenceFinding.Weight, _ isLeading: Bool
    ) -> SentenceFinding? {
        read.map { SentenceFinding(found: $0.found, weight: weight, isLeading: isLeading, isLead: $0.isLead) }
    }
}

extension DecisionSentence {
    /// Words between who decides and the verb: "styrelsen har därefter enhälligt beslutat".
    private static let between: Set<String> = [
        "har", "hade", "enhalligt", "darefter", "saledes", "darfor", "aven", "ocksa", "dessutom", "sedan", "nu",
        "salunda", "darmed", "vidare", "foljaktligen", "i", "dag", "samfallt", "slutligen",
    ]

    /// Where a sentence names who decides and the verb beside it, in either order.
    private func decider(in words: [SentenceWords.Word]) -> (subject: Int, verb: Int, kind: DecisionVerb)? {
        for (index, word) in words.enumerated() {
            guard let (verb, kind) = verb(at: index, in: words, word.key) else { continue }
            // "styrelsen var enig om"
            var before = DecisionSentence.agreed.contains(word.key) ? index - 2 : index - 1
            while before >= 0, DecisionSentence.between.contains(words[before].key), index - before <= 4 { before -= 1 }
            if before >= 0, !words[before].endsClause,
                names.isOwn(words[before].key) || kind == .decides && BodyNames.writers.contains(words[before].key)
            {
                return (before, verb, kind)
            }
            for after in (verb + 1)..<min(words.count, verb + 4) {
                if names.isOwn(words[after].key) { return (after, index, kind) }
                if words[after].endsClause || after > verb + 1 && !words[after - 1].key.hasSuffix("s") { break }
            }
        }
        return nil
    }

    private static let agreed: Set<String> = ["enig", "eniga", "ense", "overens"]

    /// "beslutar", or "fattar … beslut" and "är enig om" as one.
    private func verb(at index: Int, in words: [SentenceWords.Word], _ key: String) -> (Int, DecisionVerb)? {
        if let kind = DecisionVerb.active[key] { return (index, kind) }
        if DecisionSentence.agreed.contains(key) {
            let isAgreed =
                index > 0 && ["var", "ar", "blev"].contains(words[index - 1].key) && index + 1 < words.count
                && words[index + 1].key == "om"
            return isAgreed ? (index, .decides) : nil
        }
        guard ["fattar", "fattade", "tar", "tog"].contains(key) else { return nil }
        let object = words[(index + 1)...].prefix(4).firstIndex { ["beslut", "beslutet"].contains($0.key) }
        guard let object, !words[index..<object].contains(where: { ["inget", "inte"].contains($0.key) }) else {
            return nil
        }
        // "tar upp beslutet" decides nothing.
        let isTaken = key.hasPrefix("fatta") || words[(index + 1)..<object].allSatisfy { $0.key == "ett" }
        return isTaken ? (object, .decides) : nil
    }

    private static let wishes: Set<String> = [
        "foreslar", "foreslog", "foreslas", "foreslagit", "yrkar", "yrkade", "yrkat", "hemstaller", "hemstallde",
        "menar", "menade", "onskar", "onskade", "vill", "ville", "reserverar", "reserverade", "fragar", "fragade",
        "begar", "begarde", "rekommenderar", "tycker", "undrar", "anser", "forordar", "paminner", "redogor",
        "informerar", "beskriver", "namner", "hoppas", "instammer",
    ]

    private static let subordinate: Set<String> = [
        "om", "nar", "sedan", "innan", "eftersom", "som", "att", "dar", "vilket", "da", "tills",
    ]

    private static let finding: Set<String> = [
        "finner", "fann", "konstaterar", "konstaterade", "meddelar", "meddelade", "forklarar", "forklarade",
    ]

    /// "Anna Alm yrkar att styrelsen avslår": what somebody wants; "när styrelsen beslutade": what is told of.
    private func isSomebodysWish(_ before: ArraySlice<SentenceWords.Word>) -> Bool {
        let isFound = before.contains { DecisionSentence.finding.contains($0.key) }
        if !isFound, before.contains(where: { DecisionSentence.wishes.contains($0.key) }) { return true }
        guard let last = before.last?.key, DecisionSentence.subordinate.contains(last) else { return false }
        return !(isFound && last == "att")
    }

    private static let months: Set<String> = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ]

    /// "Styrelsen beslutade den 6 mars att …", "Vid förra mötet beslutade styrelsen …"
    private func isEarlier(_ words: [SentenceWords.Word], subject: Int, verb: Int) -> Bool {
        let (start, end) = (min(subject, verb), max(subject, verb))
        guard words[start...end].contains(where: { DecisionVerb.past.contains($0.key) }) else { return false }
        let what = words[(end + 1)...].firstIndex { ["att", "enligt", "foljande"].contains($0.key) } ?? words.count
        let around = Array(words[..<start]) + words[(end + 1)..<max(what, end + 1)].prefix(8)
        if around.contains(where: { ["tidigare", "forra", "foregaende", "redan", "senast", "hade"].contains($0.key) }) {
            return true
        }
        for (index, word) in around.enumerated() {
            if DecisionSentence.months.contains(word.key) {
                let day = index > 0 ? Int(around[index - 1].key) : nil
                return day != meeting.date.day || DateReading.month(word.key) != meeting.date.month
            }
            if case .date(let date) = DateReading(word.key, clock: clock) { return date != meeting.date }
            if word.key.hasPrefix("§") || word.text.hasPrefix("§") { return true }
        }
        return words[start...end].contains { $0.key == "hade" }
    }
}

extension DateReading {
    /// 1–12 of a month's name, folded.
    fileprivate static func month(_ name: String) -> Int? {
        [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november", "december",
        ].firstIndex(of: name).map { $0 + 1 }
    }
}

extension DecisionSentence {
    /// "Ärendet bordläggs till den 18 december", "Det beslutades att …", "Anmälan läggs till handlingarna."
    private func passive(_ sentence: SentenceWords, line: Int) -> SentenceFinding? {
        let words = sentence.words
        guard
            let index = words.indices.first(where: {
                DecisionVerb.passive[words[$0].key] != nil && isDecision(at: $0, in: words)
            }),
            let kind = DecisionVerb.passive[words[index].key], !isSomebodysWish(words[..<index])
        else { return nil }
        let rest = words[(index + 1)...]
        if kind == .decides {
            // What was decided is said after it: "… som beslutades i mars" says nothing.
            guard index <= 3, !isEarlier(words, subject: index, verb: index) else { return nil }
            return finding(decided(rest, of: words, line: line), .decides, sentence.isFirst)
        }
        let isShort = words.count <= 14 && index >= 1 && index <= 5 && (sentence.isLast || sentence.isFirst)
        // By somebody else, or under a condition.
        let isOthers =
            rest.contains { ["av", "hos"].contains($0.key) }
            || words.contains { ["inte", "ej", "kan", "bor", "ska", "skulle"].contains($0.key) }
        guard isShort, !isOthers, !isEarlier(words, subject: index, verb: index) else { return nil }
        let isLeading = sentence.isFirst && ["arendet", "forslaget"].contains(words[0].key)
        if kind == .approves, isWholeProposal(words[..<index]), rest.isEmpty {
            let found = FoundDecision(outcome: .approved, line: line, words: SentenceWords.text(words))
            return finding((found, false), .states, isLeading)
        }
        return finding(stated(kind, rest, of: words, line: line), .states, isLeading)
    }

    /// "Beslut fattades om att …", but no "Ärendet togs upp".
    private func isDecision(at index: Int, in words: [SentenceWords.Word]) -> Bool {
        guard ["fattades", "togs"].contains(words[index].key) else { return true }
        let near = words[..<index] + words[(index + 1)...].prefix(1)
        return near.contains { $0.key == "beslut" } && words[index...].contains { $0.key == "att" }
    }

    /// "… och finner att så sker", "Mötet besvarar frågan med ja"
    private func found(_ sentence: SentenceWords, line: Int) -> SentenceFinding? {
        let keys = sentence.words.map(\.key)
        func has(_ words: String...) -> Bool {
            keys.indices.contains { keys[$0...].starts(with: words) }
        }
        let isFinding = keys.contains { DecisionSentence.finding.contains($0) }
        let isYes =
            isFinding && (has("sa", "sker") || has("med", "ja"))
            || (keys.contains("besvarar") || keys.contains("besvaras") || keys.contains("besvarades"))
                && has("med", "ja")
        guard isYes, !keys.contains(where: { $0.hasPrefix("yrkand") || $0.hasPrefix("avsl") }) else { return nil }
        let found = FoundDecision(outcome: .approved, line: line, words: SentenceWords.text(sentence.words))
        return SentenceFinding(found: found, weight: .states, isLeading: false, isLead: false)
    }
}
