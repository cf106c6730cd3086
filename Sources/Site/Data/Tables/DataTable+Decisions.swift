import Meetings
import Register

extension DataTable {
    /// Every § that decides something, in the order of the records.
    static let decisions = DataTable(
        name: "beslut",
        columns: [
            DataColumn("mote"), DataColumn("organ"), DataColumn("roll"), DataColumn("datum", .day),
            DataColumn("paragraf", .number), DataColumn("dnr"), DataColumn("titel"), DataColumn("utfall"),
            DataColumn("utfall_text"), DataColumn("beslut"), DataColumn("skickas_till", .list),
            DataColumn("justerat", .day), DataColumn("lank", .address), DataColumn("arende", .address),
        ]
    ) { source, give in
        let edition = source.edition
        for (index, linked) in edition.register.minutes.indexed {
            guard let linked else { continue }
            let id = linked.minutes.meeting
            for case .open(let entry, let matter) in linked.entries {
                guard let decision = entry.decision else { continue }
                let row = matter.map { edition.matterRows[$0] }
                give([
                    .text(id.slug), .text(id.body.text),
                    .text(edition.isDeciding(id.body) ? "beslutande" : "beredande"),
                    .day(id.date), .number(entry.number), .optional(row?.dnr), .text(row?.title ?? entry.heading),
                    .text(OutcomeKind(decision).rawValue), .optional(edition.label(decision, by: id.body)),
                    .optional(edition.wording(decision, of: matter, by: id.body)), .list(entry.recipients),
                    .day(linked.minutes.approved),
                    .text(edition.reference(edition.meetingRows[index].extract(entry.number))),
                    .optional(row?.address.map { edition.reference($0) }),
                ])
            }
        }
    }
}

extension Edition {
    /// A decision in its own words, or in those of the proposal that it says yes to: "1. att bevilja … 2. att …".
    func wording(_ decision: Decision, of matter: MatterIndex?, by body: BodyCode) -> String? {
        let proposed = matter.flatMap { register.matters[$0].proposal?.clauses } ?? []
        let isProposal = decision.clauses.isEmpty && (decision.outcome == .approved || decision.outcome == nil)
        let clauses = decision.clauses + (isProposal ? proposed : [])
        guard !clauses.isEmpty else { return nil }
        let isDeciding = isDeciding(body)
        return clauses.map { clause in
            let own = decision.clauseOutcomes[clause.number].map {
                " (\(words.outcome($0, isDeciding: isDeciding)))"
            }
            return String(clause.number) + (clause.hasAtt ? ". att " : ". ") + clause.text + (own ?? "")
        }.joined(separator: " ")
    }
}
