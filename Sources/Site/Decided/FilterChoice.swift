import Meetings
import Theme

/// A choice in a list's filter: what the address says, and what the reader sees.
struct FilterChoice: TemplateContext {
    let value: String
    let text: String

    static let shapeName = "val i filter"
    static let fields: [Field<Self>] = [.text("varde") { $0.value }, .text("text") { $0.text }]
}
