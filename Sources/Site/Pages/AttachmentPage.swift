import Meetings
import Theme

/// A bilaga that is a text.
struct AttachmentPage: TemplateContext {
    let paper: PaperRow
    let matter: MatterRow
    let text: PlacedProse
    let headings: [HeadingRow]
    /// The file that it was made from.
    let original: PaperRow?
    let previous: PaperRow?
    let next: PaperRow?

    static let shapeName = "bilaga"
    static let fields: [Field<Self>] = [
        .object("bilaga") { $0.paper },
        .object("arende") { $0.matter },
        .fragment("text") { $0.text.append(to: &$1) },
        .flag("har_rubriker") { !$0.headings.isEmpty },
        .list("rubriker") { $0.headings },
        .object("original") { $0.original },
        .flag("har_grannar") { $0.previous != nil || $0.next != nil },
        .object("foregaende") { $0.previous },
        .object("nasta") { $0.next },
    ]
}
