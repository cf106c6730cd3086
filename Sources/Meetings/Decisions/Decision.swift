/// What a body decided under one §.
public struct Decision: Sendable {
    /// Of the whole; nil where each clause has its own.
    public let outcome: Outcome?
    /// Of single clauses of the proposal, by their number.
    public let clauseOutcomes: [Int: Outcome]
    /// The decision in its own words, where they are written; else it is the proposal's clauses.
    public let clauses: [DecisionClause]
    public let line: Int

    public init(outcome: Outcome?, clauseOutcomes: [Int: Outcome], clauses: [DecisionClause], line: Int) {
        (self.outcome, self.clauseOutcomes, self.clauses, self.line) = (outcome, clauseOutcomes, clauses, line)
    }

    public func outcome(ofClause number: Int) -> Outcome? { clauseOutcomes[number] ?? outcome }
}
