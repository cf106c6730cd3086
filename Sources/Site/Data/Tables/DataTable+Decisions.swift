import Meetings
import Register

extension DataTable {
    /// Every § that decides something, in the order of the records.
    static let decisions = DataTable(
        name: "beslut",
        columns: [
            DataColumn("mote"), DataColumn("organ"), DataColumn("roll"), DataColumn("datum", .day),
            DataColumn("paragraf", .number), DataColumn("dnr"), DataColumn("titel"), DataColumn("utfall"),
            DataColumn("utfall_text"), DataColumn("foreslaget", .number), DataColumn("beviljat", .number),
            DataColumn("beslut"), DataColumn("skickas_till", .list),
            DataColumn("justerat", .day), DataColumn("lank", .address), DataColumn("arende", .address),
        ]
    ) { source, give in
        let edition = source.edition
        for (index, linked) in edition.register.minutes.indexed {
            guard let linked else { continue }
            let id = linked.minutes.meeting
            for case .open(let entry, let matters) in linked.entries {
                guard let decision = entry.decision else { continue }
                // A § for several ärenden has a row for each.
                for own in matters.isEmpty ? [[]] : matters.map({ [$0] }) {
                    let row = own.first.map { edition.matterRows[$0] }
                    let kind = OutcomeKind(decision, proposed: edition.proposed(own, at: id))
                    let amounts = own.first.flatMap { matter in
                        edition.register.consultations[matter].first { $0.meeting == index }.flatMap {
                            edition.amounts(of: matter, by: decision, at: $0)
                        }
                    }
                    give([
                        .text(id.slug), .text(id.body.text),
                        .text(edition.isDeciding(id) ? "beslutande" : "beredande"),
                        .day(id.date), .number(entry.number), .optional(row?.dnr), .text(row?.title ?? entry.heading),
                        .text(kind.rawValue), .optional(edition.label(decision, of: own, at: id)),
                        .kronor(amounts?.proposed), .kronor(amounts?.granted),
                        .optional(edition.wording(decision, of: own, at: id)), .list(entry.recipients),
                        .day(linked.minutes.approved(entry)),
                        .text(edition.reference(edition.meetingRows[index].extract(entry.number))),
                        .optional(row?.address.map { edition.reference($0) }),
                    ])
                }
            }
        }
    }
}

extension Edition {
    /// A decision in its own words, or in those of the proposal that it says yes to: "1. att bevilja … 2. att …".
    func wording(_ decision: Decision, of matters: [MatterIndex], at meeting: MeetingID) -> String? {
        let clauses = decision.clauses + (decision.isProposal ? proposed(matters, at: meeting) : [])
        guard !clauses.isEmpty else { return nil }
        let isDeciding = isDeciding(meeting)
        return clauses.map { clause in
            let own = decision.clauseOutcomes[clause.number].map {
                " (\(words(at: meeting).outcome($0, isDeciding: isDeciding)))"
            }
            return String(clause.number) + (clause.hasAtt ? ". att " : ". ") + clause.text + (own ?? "")
        }.joined(separator: " ")
    }
}
