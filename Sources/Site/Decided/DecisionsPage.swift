import Meetings
import Register
import Theme

/// `/beslut/`: what deciding bodies have decided, newest first.
struct DecisionsPage: TemplateContext {
    let rows: [DecisionRow]
    /// Set where the list is so long that each year has pages of its own.
    let year: Int?
    let links: PartLinks?
    let outcomes: [FilterChoice]
    let bodies: [FilterChoice]

    static let shapeName = "beslut, alla"
    static let fields: [Field<Self>] = [
        .flag("tom") { $0.rows.isEmpty },
        .list("rader") { $0.rows },
        .text("ar") { $0.year.map(String.init) },
        .object("delar") { $0.links },
        .flag("flera_utfall") { $0.outcomes.count > 1 },
        .list("utfall_lista") { $0.outcomes },
        .flag("flera_organ") { $0.bodies.count > 1 },
        .list("organ_lista") { $0.bodies },
    ]
}

struct DecisionRow: TemplateContext {
    let matter: MatterRow
    let meeting: MeetingRow
    let kind: OutcomeKind
    let state: String
    let amount: AmountRow?
    let paragraph: String
    let address: String

    static let shapeName = "beslut i lista"
    static let fields: [Field<Self>] = [
        .object("arende") { $0.matter },
        .object("mote") { $0.meeting },
        .text("lage") { $0.state },
        .text("utfallskod") { $0.kind.rawValue },
        .object("belopp") { $0.amount },
        .text("paragraf") { $0.paragraph },
        .text("utdragslank") { $0.address },
    ]
}

extension DecisionsPage {
    init(_ part: Parts<DecisionRow>.Part, of parts: Parts<DecisionRow>, _ edition: Edition) {
        rows = part.rows
        year = part.year
        links = part.year.map { _ in parts.links(from: part) }
        let kinds = Set(rows.map(\.kind))
        outcomes = OutcomeKind.allCases.filter(kinds.contains).map {
            FilterChoice(value: $0.rawValue, text: $0.text(edition.words))
        }
        var codes: Set<String> = []
        bodies = rows.map(\.meeting).filter { codes.insert($0.code).inserted }
            .map { FilterChoice(value: $0.code, text: $0.body) }.sorted {
                SwedishOrder($0.text) < SwedishOrder($1.text)
            }
    }
}

extension Edition {
    /// Every § of a deciding body that decided something of an ärende: the latest meeting first, each in agenda order.
    func decisionRows() -> [(row: DecisionRow, year: Int)] {
        register.meetings.indices.reversed().flatMap { index in
            decisionRows(at: index).map { ($0, register.meetings[index].meeting.id.date.year) }
        }
    }

    func latestDecisions(atMost limit: Int) -> [DecisionRow] {
        var rows: [DecisionRow] = []
        for index in register.meetings.indices.reversed() where rows.count < limit { rows += decisionRows(at: index) }
        return Array(rows.prefix(limit))
    }

    private func decisionRows(at meeting: MeetingIndex) -> [DecisionRow] {
        let linked = register.meetings[meeting]
        guard isDeciding(linked.meeting.id), register.minutes[meeting] != nil else { return [] }
        return linked.agenda.flatMap { item -> [DecisionRow] in
            guard case .matter(let matter, let consultation) = item.content else { return [] }
            return decisionRows(of: matter, register.consultations[matter][consultation])
        }
    }

    /// The amount stands with the last § of the meeting.
    private func decisionRows(of matter: MatterIndex, _ own: Consultation) -> [DecisionRow] {
        let decided = entries(of: own).filter { $0.decision != nil }
        let meeting = meetingRows[own.meeting]
        return decided.enumerated().compactMap { place, entry in
            guard let decision = entry.decision else { return nil }
            let kind = OutcomeKind(decision, proposed: proposed([matter], at: own.id))
            return DecisionRow(
                matter: matterRows[matter], meeting: meeting, kind: kind,
                state: label(decision, of: [matter], at: own.id) ?? kind.text(words),
                amount: place == decided.count - 1 ? amounts(of: matter, at: own) : nil,
                paragraph: String(entry.number), address: meeting.extract(entry.number))
        }
    }
}
