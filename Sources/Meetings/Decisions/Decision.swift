/// What a body decided under one §.
public struct Decision: Sendable {
    /// Of the whole; nil where each clause has its own.
    public let outcome: Outcome?
    /// Of single clauses of the proposal, by their number.
    public let clauseOutcomes: [Int: Outcome]
    /// The decision in its own words, where they are written; else it is the proposal's clauses.
    public let clauses: [DecisionClause]
    public let line: Int
    public let source: Source

    /// Where a § says what was decided.
    public enum Source: Hashable, Sendable {
        /// A line "Beslut:", a part "Beslut", a table of decisions.
        case stated
        /// Sentences of the §'s own text, which stand there.
        case sentence
    }

    public init(
        outcome: Outcome?, clauseOutcomes: [Int: Outcome] = [:], clauses: [DecisionClause] = [], line: Int,
        source: Source = .stated
    ) {
        (self.outcome, self.clauseOutcomes, self.clauses) = (outcome, clauseOutcomes, clauses)
        (self.line, self.source) = (line, source)
    }
}

extension Decision {
    public func outcome(ofClause number: Int) -> Outcome? { clauseOutcomes[number] ?? outcome }

    /// The decision is the proposal's clauses, for it has no words of its own (FORMAT §6).
    public var isProposal: Bool { clauses.isEmpty && (outcome == .approved || outcome == nil) }
}

/// Why a § about an ärende can't be said to decide what it seems to.
public enum DecisionDoubt: Hashable, Sendable {
    /// What stands where an outcome is expected is neither an outcome nor clauses.
    case unknown(word: String, nearest: String?, line: Int)
    /// Two places of the § say different things.
    case contradiction(first: String, firstLine: Int, other: String, line: Int)
}
