import Site
import Theme

/// A text for the archive as the theme's template `arkivhandling` sees it.
struct RenditionPage: TemplateContext {
    let title: String
    let mark: String?
    let label: String
    /// True where the text has no heading of its own.
    let needsHeading: Bool
    let html: [UInt8]
    let decisions: [RenditionDecision]

    static let shapeName = "arkivhandling"
    static let fields: [Field<Self>] = [
        .text("rubrik") { $0.title },
        .text("marke") { $0.mark },
        .text("etikett") { $0.label },
        .flag("behover_rubrik") { $0.needsHeading },
        .html("text") { $0.html },
        .flag("har_beslut") { !$0.decisions.isEmpty },
        .list("besluten") { $0.decisions },
    ]
}

/// What became of an ärende at one meeting.
struct RenditionDecision: TemplateContext {
    let text: String

    static let shapeName = "beslut i arkivhandlingen"
    static let fields: [Field<Self>] = [.text("text") { $0.text }]
}
