import Meetings

/// What a sentence says after "beslutar".
extension DecisionSentence {
    typealias Words = ArraySlice<SentenceWords.Word>

    /// Nil where nothing that was decided follows: "Styrelsen beslutar i april."
    func decided(_ rest: Words, of sentence: [SentenceWords.Word], line: Int) -> (found: FoundDecision, isLead: Bool)? {
        let text = SentenceWords.text(sentence)
        let att = rest.firstIndex { $0.key == "att" }
        let clause = { asWritten(text, line) }
        if rest.contains(where: { $0.key == "inte" || $0.key == "ej" }), att == nil { return nil }
        if let word = rest.firstIndex(where: { $0.key == "enligt" || $0.key == "enlighet" }), word < att ?? .max {
            let what = rest[(word + 1)...]
            // "enligt nedan", and the clauses below
            if att == nil, let next = what.first, ["nedan", "nedanstaende", "foljande"].contains(next.key) {
                return (clause(), true)
            }
            if isProposal(what), isQualified(what) { return (clause(), false) }
            if let att, !rest[(att + 1)...].isEmpty { return (clauses(rest[att...], line, text), false) }
            return (isProposal(what) ? bare(.approved, text, line) : clause(), false)
        }
        if let att {
            let after = rest[(att + 1)...]
            // "beslutar att", and the clauses below
            if after.isEmpty || after.allSatisfy({ $0.key.isEmpty }) { return (clause(), true) }
            return (clauses(rest[att...], line, text), false)
        }
        let own = rest.drop { DecisionSentence.adverbs.contains($0.key) || $0.key.isEmpty }
        guard let first = own.first else { return (clause(), true) }
        if first.key == "om" || first.key == "pa" {
            let tail = SentenceWords.text(own.dropFirst())
            return DecisionSentence.lone(tail, file: "", clock: clock, line: line).map { ($0.found, false) }
                ?? (clause(), false)
        }
        if own.allSatisfy({ $0.key == "foljande" || $0.key == "besluta" || names.isOwn($0.key) || $0.endsClause }) {
            return (clause(), true)
        }
        if let lone = DecisionSentence.lone(SentenceWords.text(own), file: "", clock: clock, line: line) {
            return (lone.found, false)
        }
        if own.last?.text.hasSuffix(":") ?? false || sentence.last?.key == "besluta" { return (clause(), true) }
        if let verb = DecisionVerb.infinitive[first.key] {
            if verb.isWording, outcome(verb, own.dropFirst()) == nil {
                return (asWritten(SentenceWords.text(own), line, hasAtt: true, quoting: text), false)
            }
            return (single(own, line, text), false)
        }
        return (clause(), false)
    }

    /// What a sentence with a verb that decides by itself says: "Styrelsen bordlägger ärendet till den 18 december."
    func stated(
        _ kind: DecisionVerb, _ rest: Words, of sentence: [SentenceWords.Word], line: Int
    ) -> (found: FoundDecision, isLead: Bool)? {
        let text = SentenceWords.text(sentence)
        guard let outcome = outcome(kind, rest) else {
            // "anser att …" and "lägger fram …" decide nothing.
            return kind.isWording ? (asWritten(text, line), false) : nil
        }
        if isOnMotion(rest) { return (asWritten(text, line), false) }
        // "bifaller de tre första och avslår den fjärde"
        let others = rest.filter { word in
            DecisionVerb.active[word.key].map { $0 != .decides && $0 != kind && !$0.isWording } ?? false
        }
        let isMore = !others.isEmpty || outcome == .approved && isQualified(rest)
        return (isMore ? asWritten(text, line) : bare(outcome, text, line), false)
    }

    private static let qualifiers: Set<String> = [
        "utom", "forutom", "undantag", "undantaget", "undantagen", "tillagg", "tillagget", "andring", "andringen",
        "andringar", "justering", "justeringen", "justeringar", "komplettering", "kompletteringen", "forbehall", "dock",
        "men", "delvis", "bortsett",
    ]

    /// "förslaget med tillägget att …", "förslaget utom punkt 2": not what was proposed, and no more.
    private func isQualified(_ words: Words) -> Bool {
        words.contains { DecisionSentence.qualifiers.contains($0.key) }
    }

    private static let adverbs: Set<String> = [
        "enhalligt", "darefter", "saledes", "darmed", "dessutom", "ocksa", "aven", "nu", "darfor", "efter", "votering",
        "omrostning", "vidare", "slutligen", "diskussion", "overlaggning",
    ]

    private func bare(_ outcome: Outcome, _ text: String, _ line: Int) -> FoundDecision {
        FoundDecision(outcome: outcome, line: line, words: text)
    }

    private func asWritten(
        _ text: String, _ line: Int, hasAtt: Bool = false, quoting words: String? = nil
    ) -> FoundDecision {
        FoundDecision(
            outcome: .asWritten,
            clauses: [DecisionClause(words: text, hasAtt: hasAtt, clock: clock, line: line)], line: line,
            words: words ?? text)
    }

    /// "att A, att B samt att C"
    private func clauses(_ words: Words, _ line: Int, _ text: String) -> FoundDecision {
        var parts: [Words] = []
        var start = words.startIndex
        for index in words.indices.dropFirst() where words[index].key == "att" {
            let before = words[index - 1]
            let isLinked = before.key == "samt" || before.key == "dels"
            guard before.text.hasSuffix(",") || before.text.hasSuffix(";") || isLinked else { continue }
            parts.append(words[start..<(isLinked ? index - 1 : index)])
            start = index
        }
        parts.append(words[start...])
        if parts.count == 1 { return single(parts[0].dropFirst(), line, text) }
        let clauses = parts.enumerated().map { index, part in
            DecisionClause(words: SentenceWords.text(part.dropFirst()), hasAtt: true, clock: clock, line: line)
                .numbered(index + 1)
        }
        return FoundDecision(outcome: .asWritten, clauses: clauses, line: line, words: text)
    }

    /// One clause without its "att": an outcome, or the decision in its own words.
    private func single(_ words: Words, _ line: Int, _ text: String) -> FoundDecision {
        let written = SentenceWords.text(words)
        let own = asWritten(written, line, hasAtt: true, quoting: text)
        guard let first = words.first, let kind = DecisionVerb.infinitive[first.key],
            let outcome = outcome(kind, words.dropFirst()), !isOnMotion(words)
        else { return own }
        // "att bifalla förslaget och ge förvaltningen i uppdrag att …" is more than its first word.
        let isMore = words.dropFirst().contains { word in
            DecisionVerb.infinitive[word.key].map { $0 != kind } ?? false
        }
        return isMore || outcome == .approved && isQualified(words) ? own : bare(outcome, text, line)
    }

    /// On what somebody asked for, not on the matter: "avslå Anna Alms yrkande".
    private func isOnMotion(_ words: Words) -> Bool {
        words.prefix(6).contains { $0.key.hasPrefix("yrkand") || $0.key.hasPrefix("tillaggs") }
    }

    private func outcome(_ kind: DecisionVerb, _ rest: Words) -> Outcome? {
        switch kind {
        case .outcome(.tabled): return .tabled(until: day(after: rest))
        case .outcome(.remitted): return remitted(rest)
        case .outcome(let outcome): return outcome
        case .files: return has("till", "handlingarna", in: rest) ? .filed : nil
        case .deems: return rest.contains { $0.key == "besvarad" || $0.key == "besvarat" } ? .deemedAnswered : nil
        case .approves: return isWholeProposal(rest) ? .approved : nil
        // "ställer sig bakom förslaget"
        case .acts:
            return rest.map(\.key).starts(with: ["sig", "bakom"]) && isWholeProposal(rest.dropFirst(2))
                ? .approved : nil
        case .decides, .proposes: return nil
        }
    }

    private func has(_ first: String, _ second: String, in words: Words) -> Bool {
        words.indices.dropLast().contains { words[$0].key == first && words[$0 + 1].key == second }
    }

    /// The first day after "till".
    private func day(after words: Words) -> CalendarDate? {
        guard let till = words.firstIndex(where: { $0.key == "till" }) else { return nil }
        for start in words.indices where start > till {
            for length in [3, 2, 1] where start + length <= words.endIndex {
                let text = words[start..<(start + length)].map(\.key).joined(separator: " ")
                if case .date(let date) = DateReading(text, clock: clock) { return date }
            }
        }
        return nil
    }

    /// "till arbetsutskottet för komplettering", "till förvaltningen 2027-04-08"
    private func remitted(_ words: Words) -> Outcome {
        guard let till = words.firstIndex(where: { $0.key == "till" }) else { return .remitted(to: nil) }
        let stops: Set<String> = ["for", "i", "med", "sa", "att", "och", "den", "darifran", "eftersom", "da"]
        var office: [Substring] = []
        for word in words[(till + 1)...].prefix(4) {
            if stops.contains(word.key) || word.key.first?.isNumber ?? true || CalendarDate.isWeekday(word.key) {
                break
            }
            office.append(word.text)
            if word.endsClause || word.text.hasSuffix(".") { break }
        }
        let name = office.joined(separator: " ")
        let bare = String(name.reversed().drop { ".,;".contains($0) }.reversed())
        return .remitted(to: bare.isEmpty ? nil : bare, until: day(after: words[till...]))
    }

    /// The proposal and no more: "förslaget", "arbetsutskottets förslag till beslut".
    func isWholeProposal(_ words: Words) -> Bool {
        guard isProposal(words), let noun = words.firstIndex(where: { $0.key.hasPrefix("forslag") }) else {
            return false
        }
        let after = words[(noun + 1)...].map(\.key)
        return after.isEmpty || after == ["till", "beslut"] || after == ["i", "sin", "helhet"]
    }

    /// "förslaget", "arbetsutskottets förslag", "framlagt förslag"; but nobody's own: "Anna Alms förslag".
    func isProposal(_ words: Words) -> Bool {
        guard let noun = words.prefix(7).firstIndex(where: { $0.key.hasPrefix("forslag") }) else { return false }
        let between = words[words.startIndex..<noun].filter { !["med", "det"].contains($0.key) }
        guard let last = between.last else { return true }
        if last.key.hasPrefix("ordforande") || last.key.hasPrefix("eget") || last.key.hasPrefix("egna") { return false }
        guard last.key.hasSuffix("s") else {
            return ["framlagt", "liggande", "foreliggande", "framfort", "upprattat", "nedanstaende"].contains(last.key)
        }
        // Two capitals are a person's name.
        return !(between.count > 1 && between.allSatisfy { $0.text.first?.isUppercase ?? false })
            && !["ledamotens", "ersattarens"].contains(last.key)
    }
}
