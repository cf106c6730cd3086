import Meetings
import Register
import Theme

/// What was decided under one §.
package struct DecisionContext: TemplateContext {
    let number: Int
    /// "Bifall", "Återremiss", "1 bifall, 2 avslag"
    let label: String
    /// The same after "Beslut:".
    let labelHere: String
    /// The same as the record writes it, whatever words the theme has: `bifall`.
    let word: String
    /// The decision in its own words; empty where it is the proposal's.
    let clauses: [ClauseRow]
    /// The extract's address.
    let address: String
    let meeting: MeetingRow
    let isUnapproved: Bool
    /// The text of the § says it already.
    let isInText: Bool
    let recipients: [String]
    /// Clause by clause, how the decision differs from the proposal; empty where it does not.
    let changes: [ChangeRow]

    package static let shapeName = "beslut"
    package static let fields: [Field<Self>] = [
        .text("paragraf") { String($0.number) },
        .text("utfall") { $0.label },
        .text("utfall_har") { $0.labelHere },
        .object("mote") { $0.meeting },
        .text("utfallsord") { $0.word },
        .flag("har_satser") { !$0.clauses.isEmpty },
        .list("satser") { $0.clauses },
        .text("lank") { $0.address },
        .flag("ojusterat") { $0.isUnapproved },
        .flag("i_texten") { $0.isInText },
        .flag("har_andringar") { !$0.changes.isEmpty },
        .list("andringar") { $0.changes },
        .text("mottagare") { $0.recipients.joined(separator: ", ") },
    ]
}

/// How one clause differs from the proposal.
package struct ChangeRow: TemplateContext {
    let isNew: Bool
    let isDropped: Bool
    let hasAtt: Bool
    let parts: [PartRow]

    package static let shapeName = "ändring"
    package static let fields: [Field<Self>] = [
        .flag("ny") { $0.isNew },
        .flag("utgar") { $0.isDropped },
        .flag("att") { $0.hasAtt },
        .list("delar") { $0.parts },
    ]
}

/// Some words that were kept, added or fell.
package struct PartRow: TemplateContext {
    let part: TextDifference.Part

    package static let shapeName = "del av ändring"
    package static let fields: [Field<Self>] = [
        .text("text") { $0.part.text },
        .flag("tillagt") { $0.part.kind == .added },
        .flag("struket") { $0.part.kind == .removed },
    ]
}

extension ChangeRow {
    init(_ change: DecisionChange, from proposed: [DecisionClause], to decided: [DecisionClause]) {
        func hasAtt(_ number: Int, _ clauses: [DecisionClause]) -> Bool {
            clauses.first { $0.number == number }?.hasAtt ?? false
        }
        switch change {
        case .clause(let number, let difference):
            (isNew, isDropped, self.hasAtt) = (false, false, hasAtt(number, decided))
            parts = difference.parts.map { PartRow(part: $0) }
        case .new(let number, let text):
            (isNew, isDropped, self.hasAtt) = (true, false, hasAtt(number, decided))
            parts = [PartRow(part: TextDifference.Part(kind: .added, text: text))]
        case .dropped(let number, let text):
            (isNew, isDropped, self.hasAtt) = (false, true, hasAtt(number, proposed))
            parts = [PartRow(part: TextDifference.Part(kind: .removed, text: text))]
        }
    }
}
