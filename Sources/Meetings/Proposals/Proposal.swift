/// Förslag till beslut: who proposes that who decides what.
public struct Proposal: Sendable {
    /// The section's heading as written.
    public let heading: String
    /// "Förbundsstyrelsen föreslås besluta"
    public let lead: Prose?
    /// The lead line without markup.
    public let leadText: String?
    public let clauses: [DecisionClause]
    /// What stands in the section after its last clause and is part of none.
    public let remainder: Prose

    public init(heading: String, lead: Prose?, leadText: String?, clauses: [DecisionClause], remainder: Prose) {
        (self.heading, self.lead, self.leadText) = (heading, lead, leadText)
        (self.clauses, self.remainder) = (clauses, remainder)
    }
}

/// One att-sats.
public struct DecisionClause: Sendable {
    /// Its place in the proposal, from 1; its address is `#att-1`.
    public let number: Int
    /// Without the leading "att" and without markup.
    public let text: String
    /// False for a clause that is a full sentence.
    public let hasAtt: Bool
    /// Without the leading "att"; block content where the clause has a table or a list of its own.
    public let prose: Prose
    public let amounts: [Money]
    public let periods: [Period]
    /// The line of its file.
    public let line: Int

    public init(
        number: Int, text: String, hasAtt: Bool, prose: Prose, amounts: [Money], periods: [Period], line: Int
    ) {
        (self.number, self.text, self.hasAtt, self.prose) = (number, text, hasAtt, prose)
        (self.amounts, self.periods, self.line) = (amounts, periods, line)
    }
}
