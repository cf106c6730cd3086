import Meetings
import Theme

/// One att-sats.
package struct ClauseRow: TemplateContext {
    let number: Int
    let hasAtt: Bool
    let text: PlacedProse
    /// "Avslag", where each clause has an outcome of its own.
    var outcome: String? = nil
    /// The same as the record writes it.
    var outcomeWord: String? = nil

    package static let shapeName = "att-sats"
    package static let fields: [Field<Self>] = [
        .text("nummer") { String($0.number) },
        .flag("att") { $0.hasAtt },
        .fragment("text") { $0.text.append(to: &$1) },
        .text("utfall") { $0.outcome },
        .text("utfallsord") { $0.outcomeWord },
    ]
}

/// Förslag till beslut.
package struct ProposalContext: TemplateContext {
    let heading: String
    let lead: PlacedProse?
    let clauses: [ClauseRow]
    let remainder: PlacedProse?

    package static let shapeName = "förslag till beslut"
    package static let fields: [Field<Self>] = [
        .text("rubrik") { $0.heading },
        .flag("har_ingress") { $0.lead != nil },
        .fragment("ingress") { $0.lead?.append(to: &$1) },
        .flag("har_satser") { !$0.clauses.isEmpty },
        .list("satser") { $0.clauses },
        .flag("har_efter") { $0.remainder != nil },
        .fragment("efter") { $0.remainder?.append(to: &$1) },
    ]
}

extension ProposalContext {
    init(_ proposal: Proposal, _ place: (Prose) -> PlacedProse) {
        heading = proposal.heading
        lead = proposal.lead.map(place)
        clauses = proposal.clauses.map { ClauseRow(number: $0.number, hasAtt: $0.hasAtt, text: place($0.prose)) }
        remainder = proposal.remainder.isEmpty ? nil : place(proposal.remainder)
    }
}
