import Meetings
import Register
import Theme

/// What was decided under one §.
struct DecisionContext: TemplateContext {
    let number: Int
    /// "Bifall", "Återremiss", "1 bifall, 2 avslag"
    let label: String
    /// The decision in its own words; empty where it is the proposal's.
    let clauses: [ClauseRow]
    /// The extract's address.
    let address: String
    let isUnapproved: Bool
    let recipients: [String]

    static let shapeName = "beslut"
    static let fields: [Field<Self>] = [
        .text("paragraf") { String($0.number) },
        .text("utfall") { $0.label },
        .flag("har_satser") { !$0.clauses.isEmpty },
        .list("satser") { $0.clauses },
        .text("lank") { $0.address },
        .flag("ojusterat") { $0.isUnapproved },
        .text("mottagare") { $0.recipients.joined(separator: ", ") },
    ]
}
