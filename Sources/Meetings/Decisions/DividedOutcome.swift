/// What outcomes clause by clause come to.
public enum DividedOutcome: Hashable, Sendable {
    /// Every clause of the proposal had the same.
    case all(Outcome)
    /// Most were approved, and these were not.
    case approvedExcept([Int])
    /// By number.
    case each([ClauseOutcome])

    public struct ClauseOutcome: Hashable, Sendable {
        public let number: Int
        public let outcome: Outcome

        public init(number: Int, outcome: Outcome) { (self.number, self.outcome) = (number, outcome) }
    }
}

extension DividedOutcome {
    /// Nil for a decision with an outcome of the whole.
    public init?(_ decision: Decision, proposed: [DecisionClause]) {
        guard decision.outcome == nil, !decision.clauseOutcomes.isEmpty else { return nil }
        let each = decision.clauseOutcomes.sorted { $0.key < $1.key }
            .map { ClauseOutcome(number: $0.key, outcome: $0.value) }
        let isWhole = !proposed.isEmpty && each.map(\.number) == Array(1...proposed.count)
        let others = each.filter { $0.outcome != .approved }
        if isWhole, let first = each.first?.outcome, each.allSatisfy({ $0.outcome == first }) {
            self = .all(first)
        } else if isWhole, others.count * 2 < each.count,
            others.allSatisfy({ $0.outcome == .rejected || $0.outcome == .dropped })
        {
            self = .approvedExcept(others.map(\.number))
        } else {
            self = .each(each)
        }
    }
}
