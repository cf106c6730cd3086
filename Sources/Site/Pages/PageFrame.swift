import Meetings
import Theme

/// What every page has around its own content.
struct PageFrame<Content: TemplateContext>: TemplateContext {
    let site: SiteContext
    /// The way to the site's root, `../../`.
    let root: String
    let title: String
    let description: String?
    /// The page's own address from the root, for its canonical link.
    let address: String
    /// Which of the menu's links is this page's.
    let section: String
    let crumbs: [NamedLink]
    let content: Content

    static var shapeName: String { Content.shapeName }
    static var fields: [Field<Self>] {
        [
            .object("sajt") { $0.site },
            .text("rot") { $0.root },
            .text("sidtitel") { $0.title },
            .text("beskrivning") { $0.description },
            .text("kanonisk") { frame in frame.site.address.map { "\($0)/\(frame.address)" } },
            .list("meny") { frame in frame.site.menu(current: frame.section) },
            .flag("har_brodsmulor") { !$0.crumbs.isEmpty },
            .list("brodsmulor") { $0.crumbs },
            .flag("ar_start") { $0.address.isEmpty },
            // Content is Swedish, whatever the language of the site's own words (FORMAT §7).
            .html("sv") { $0.site.language == "sv" ? nil : Array(" lang=\"sv\"".utf8) },
            .object("sida") { $0.content },
        ]
    }
}

/// What all pages of a site share.
struct SiteContext: TemplateContext {
    let name: String
    let address: String?
    let language: String
    let isForMembers: Bool
    let menu: [NamedLink]
    let footer: [NamedLink]

    static let shapeName = "webbplats"
    static let fields: [Field<Self>] = [
        .text("namn") { $0.name },
        .text("adress") { $0.address },
        .text("sprak") { $0.language },
        .flag("ledamoter") { $0.isForMembers },
        .list("sidfot") { $0.footer },
    ]

    func menu(current: String) -> [NamedLink] {
        menu.map { NamedLink(text: $0.text, address: $0.address, isCurrent: $0.address == current) }
    }
}
