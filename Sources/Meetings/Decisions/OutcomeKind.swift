/// The kinds of outcome that lists of decisions are put in order by; the raw value is what machines get.
public enum OutcomeKind: String, CaseIterable, Sendable {
    case pending = "forslag"
    case approved = "bifall"
    /// In other words than were proposed.
    case asWritten = "andrat"
    /// In words of its own, where nothing was proposed.
    case decided = "beslutat"
    case divided = "delat"
    case rejected = "avslag"
    case remitted = "aterremiss"
    case tabled = "bordlaggning"
    case filed = "handlingarna"
    case noted = "noterat"
    case deemedAnswered = "besvarat"
    case dropped = "utgar"
    case handled = "behandlat"
}

extension OutcomeKind {
    /// Of a decision on what was proposed; nothing was where there are no clauses.
    public init(_ decision: Decision, proposed: [DecisionClause]) {
        switch decision.outcome {
        case .asWritten?:
            if proposed.isEmpty {
                self = .decided
            } else {
                // The proposal, written out once more, is the proposal.
                self = DecisionChange.isAny(from: proposed, to: decision.clauses) ? .asWritten : .approved
            }
        case let outcome?: self = OutcomeKind(outcome)
        case nil:
            let kinds = Set(decision.clauseOutcomes.values.map { OutcomeKind($0) })
            self = kinds.count == 1 ? kinds.first ?? .divided : .divided
        }
    }

    private init(_ outcome: Outcome) {
        switch outcome {
        case .approved: self = .approved
        case .rejected: self = .rejected
        case .remitted: self = .remitted
        case .tabled: self = .tabled
        case .filed: self = .filed
        case .noted: self = .noted
        case .deemedAnswered: self = .deemedAnswered
        case .asWritten: self = .asWritten
        case .dropped: self = .dropped
        }
    }
}
