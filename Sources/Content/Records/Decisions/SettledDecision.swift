import Meetings

/// What a § decides, out of all the places of it that say so.
struct SettledDecision {
    /// If the § is about an ärende.
    private(set) var decision: Decision?
    /// If it is about none.
    private(set) var ownDecision: Decision?
    private(set) var doubts: [DecisionDoubt] = []
}

extension SettledDecision {
    /// What is stated counts before what sentences say; but a sentence that begins a paragraph and says the contrary is
    /// no accident.
    init(stated: [FoundDecision], sentences: [SentenceFinding], clock: CalendarDate) {
        guard stated.isEmpty else {
            settle(stated, .stated)
            ownDecision = SettledDecision.asWritten(stated, clock: clock).decision(.stated)
            contradict(sentences)
            return
        }
        let told = sentences.contains { $0.weight != .procedure } ? sentences.filter { $0.weight != .procedure } : []
        let decided = told.filter { $0.weight == .decides }
        if !decided.isEmpty {
            settle(decided.map(\.found), .sentence)
            ownDecision = decision
        } else if !told.isEmpty {
            settle(told.map(\.found), .sentence)
        } else if let last = sentences.last {
            // What the chair finds comes before the vote, and the vote is what counts.
            settle([last.found], .sentence)
        }
    }

    private mutating func settle(_ found: [FoundDecision], _ source: Decision.Source) {
        for place in found {
            guard let word = place.unknown else { continue }
            doubts.append(.unknown(word: word, nearest: OutcomeReading.nearest(to: word), line: place.line))
        }
        let known = found.filter { $0.unknown == nil }
        guard var whole = known.first else { return }
        for place in known.dropFirst() {
            guard let joined = whole.joined(with: place) else {
                doubts.append(
                    .contradiction(
                        first: whole.words, firstLine: whole.line, other: place.words, line: place.line))
                continue
            }
            whole = joined
        }
        decision = whole.decision(source)
    }

    private mutating func contradict(_ sentences: [SentenceFinding]) {
        guard let decision, let outcome = decision.outcome, outcome != .asWritten else { return }
        for sentence in sentences where sentence.weight != .procedure && sentence.isLeading {
            guard let other = sentence.found.outcome, other != .asWritten, !other.isAlike(outcome) else { continue }
            // A point that is dropped, or a paper that is filed, is not always the matter.
            if sentence.weight == .states, !other.isVerdict || !outcome.isVerdict { continue }
            doubts.append(
                .contradiction(
                    first: outcome.written, firstLine: decision.line, other: sentence.found.words,
                    line: sentence.found.line))
        }
    }

    /// In a § about no ärende any words are the decision.
    private static func asWritten(_ stated: [FoundDecision], clock: CalendarDate) -> FoundDecision {
        var whole = stated[0]
        if let words = whole.unknown { whole.write(words, clock: clock) }
        for place in stated.dropFirst() {
            if let joined = place.unknown == nil ? whole.joined(with: place) : nil {
                whole = joined
            } else {
                if whole.clauses.isEmpty { whole.write(whole.words, clock: clock) }
                whole.write(place.words, clock: clock)
            }
        }
        return whole
    }
}

extension FoundDecision {
    fileprivate mutating func write(_ words: String, clock: CalendarDate) {
        (outcome, clauseOutcomes, unknown) = (.asWritten, [:], nil)
        let clause = DecisionClause(words: words, hasAtt: false, clock: clock, line: line)
        clauses.append(clause.numbered(clauses.count + 1))
    }
}

extension Outcome {
    /// It says yes, no or not now.
    fileprivate var isVerdict: Bool { self == .approved || self == .rejected || isPostponement }

    /// The same but for the day or the office.
    fileprivate func isAlike(_ other: Outcome) -> Bool {
        switch (self, other) {
        case (.remitted, .remitted), (.tabled, .tabled): true
        case (.filed, .noted), (.noted, .filed): true
        case (.filed, .approved), (.approved, .filed), (.noted, .approved), (.approved, .noted): true
        case (.deemedAnswered, .approved), (.approved, .deemedAnswered): true
        default: self == other
        }
    }
}
