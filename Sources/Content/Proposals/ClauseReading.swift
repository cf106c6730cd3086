import CommonMark
import Meetings

/// What a proposal's section, or a record's decision, says when it is read as a site's text will be.
package struct ClauseReading {
    /// The lead line without markup.
    package let lead: String?
    package let clauses: [DecisionClause]
}

extension ClauseReading {
    /// The section of a proposal, without its heading.
    package init(proposal section: String, clock: CalendarDate) {
        let text = Array("## Förslag till beslut\n\n\(section)".utf8)
        let markdown = Markdown(text[...])
        var reading = ClauseReading.proseReading
        guard let section = ProposalSection(in: markdown) else {
            (lead, clauses) = (nil, [])
            return
        }
        let proposal = Proposal(
            section, of: markdown, lines: SourceLines(text[...], firstLine: 1), clock: clock, &reading)
        (lead, clauses) = (proposal.leadText, proposal.clauses)
    }

    /// What stands under a record's "Beslut".
    package init(decision section: String, clock: CalendarDate) {
        let text = Array(section.utf8)
        let markdown = Markdown(text[...])
        var reading = ClauseReading.proseReading
        lead = nil
        clauses =
            DecisionClause.all(
                in: markdown.blocks.indices, of: markdown, lines: SourceLines(text[...], firstLine: 1), clock: clock,
                sentences: true, &reading
            ).clauses
    }

    private static var proseReading: ProseReading {
        ProseReading(file: FoundFile(path: "import.md", location: "", size: 0))
    }
}

extension FieldKey {
    /// A written key or heading without case and diacritics, its spaces as dashes.
    package static func folded(_ text: String) -> String { fold(text) }
}
