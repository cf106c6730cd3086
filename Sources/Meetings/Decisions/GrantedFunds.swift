/// What a deciding body's decisions grant of what a matter asks for.
public enum GrantedFunds: Hashable, Sendable {
    /// Nothing is settled yet.
    case open
    /// Nil where money was granted and no amount is known.
    case granted(Money?)
    case nothing
}

extension GrantedFunds {
    /// What the decision's own words say, else the proposal's; a decision that only puts the matter off leaves it open.
    public init(_ decisions: [Decision], proposal: Proposal?, proposed: Money?) {
        guard let decision = Decision.together(decisions), !(decision.outcome?.isPostponement ?? false) else {
            self = .open
            return
        }
        if !decision.clauses.isEmpty {
            self = GrantedFunds(clauses: decision.clauses, outcome: decision.outcome, proposed: proposed)
        } else if let outcome = decision.outcome {
            self = outcome.grants ? .granted(proposed) : .nothing
        } else {
            let granting = (proposal?.clauses ?? []).filter {
                decision.outcome(ofClause: $0.number)?.grants ?? false
            }
            self = GrantedFunds(sumOf: granting.flatMap(\.amounts), proposed: proposed)
        }
    }

    private init(clauses: [DecisionClause], outcome: Outcome?, proposed: Money?) {
        let funds = clauses.map { ClauseFunds($0) }
        let amounts = funds.flatMap(\.granted)
        if let first = amounts.first {
            self = .granted(amounts.dropFirst().reduce(first, +))
        } else {
            // What turns an amount down grants none, and neither does the proposal that it turns down.
            let isRefused = zip(clauses, funds).contains { $1.refuses && !$0.amounts.isEmpty }
            let grantsNone = isRefused || funds.allSatisfy(\.refuses) || outcome?.grants != true
            self = grantsNone ? .nothing : .granted(proposed)
        }
    }

    private init(sumOf amounts: [Money], proposed: Money?) {
        guard let first = amounts.first else {
            self = .nothing
            return
        }
        if let proposed, amounts.contains(proposed) {
            self = .granted(proposed)
        } else {
            self = .granted(amounts.dropFirst().reduce(first, +))
        }
    }

    /// Kronor as lists show them: nothing granted is 0, and what is open is nil.
    public var amount: Money? {
        switch self {
        case .open: nil
        case .granted(let amount): amount ?? Money(kronor: 0)
        case .nothing: Money(kronor: 0)
        }
    }
}
