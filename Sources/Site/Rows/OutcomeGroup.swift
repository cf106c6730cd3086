import Meetings
import Theme

/// A year's decisions of one outcome.
struct OutcomeGroup: TemplateContext {
    let kind: OutcomeKind
    let text: String
    let anchor: String
    let rows: [DecisionRow]

    static let shapeName = "utfall"
    static let fields: [Field<Self>] = [
        .text("utfall") { $0.text },
        .text("ankare") { $0.anchor },
        .text("antal") { String($0.rows.count) },
        .list("rader") { $0.rows },
    ]
}
