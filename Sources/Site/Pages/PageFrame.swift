import Meetings
import Theme

/// A page: its own content, in what every page has around it. Both parts are references, so that a field of the
/// frame is read without copying the rest.
package struct PageFrame<Content: TemplateContext>: TemplateContext {
    package let head: PageHead
    package let content: Shared<Content>

    package static var shapeName: String { PageHead.shapeName }
    package static var fields: [Field<Self>] { Field.inner(\.head) + [.object("sida") { $0.content.value }] }
}

/// What every page has around its own content.
package final class PageHead: TemplateContext {
    package static let shapeName = "sidhuvud"
    package static let fields: [Field<PageHead>] = [
        .object("sajt") { $0.site },
        .text("rot") { $0.root },
        .text("bas") { $0.base },
        .text("sidtitel") { $0.title },
        .text("beskrivning") { $0.description },
        .text("kanonisk") { $0.canonical },
        .html("strukturdata") { $0.structured },
        .list("meny") { $0.menu },
        .flag("har_brodsmulor") { !$0.crumbs.isEmpty },
        .list("brodsmulor") { $0.crumbs },
        .text("bevis") { $0.proof },
        .text("flode") { $0.feed },
        .flag("ar_start") { $0.address.isEmpty },
        // Content is Swedish, whatever the language of the site's own words (FORMAT §7).
        .html("sv") { $0.site.contentLanguage },
    ]

    let site: SiteContext
    /// The way to the site's root, `../../`.
    let root: String
    /// The path of the site's root on its server, for the one page that is served at any depth.
    let base: String?
    let title: String
    let description: String?
    /// The page's own address from the root, for its canonical link.
    let address: String
    /// The main menu, with this page's part of the site marked.
    let menu: [NamedLink]
    let crumbs: [NamedLink]
    /// What the page is about, as JSON-LD.
    let structured: [UInt8]?
    /// The file that proves what was sealed of it.
    let proof: String?
    /// Its own feed's address; nil for most.
    let feed: String?
    private let canonical: String?

    init(
        site: SiteContext, root: String, base: String?, title: String, description: String?, address: String,
        section: String,
        crumbs: [NamedLink], structured: [UInt8]? = nil, proof: String? = nil, feed: String? = nil
    ) {
        (self.site, self.root, self.title, self.description) = (site, root, title, description)
        (self.address, self.crumbs, self.base) = (address, crumbs, base)
        (self.structured, self.proof, self.feed) = (structured, proof, feed)
        canonical = site.address.map { $0 + "/" + address }
        menu = site.menu(current: section)
    }

}

/// A value that is passed on without being copied.
package final class Shared<Value: Sendable>: Sendable {
    package let value: Value

    init(_ value: Value) { self.value = value }
}

/// What all pages of a site share.
package final class SiteContext: TemplateContext {
    package let name: String
    package let address: String?
    package let language: String
    package let isForMembers: Bool
    /// There is a public head of the log to tell of.
    let hasHead: Bool
    let menu: [NamedLink]
    let footer: [NamedLink]
    let feeds: [FeedLinks]
    /// Where the site says how to appeal; nil where it does not.
    let appealAddress: String?
    /// Of the open data.
    let licence: LicenceRow?
    /// ` lang="sv"` on a page whose own words are not Swedish.
    let contentLanguage: [UInt8]?
    private let menus: [String: [NamedLink]]

    init(
        name: String, address: String?, language: String, isForMembers: Bool, menu: [NamedLink], footer: [NamedLink],
        feeds: [FeedLinks], appealAddress: String?, hasHead: Bool, licence: LicenceRow? = nil
    ) {
        self.licence = licence
        self.hasHead = hasHead
        (self.name, self.address, self.language, self.isForMembers) = (name, address, language, isForMembers)
        (self.menu, self.footer, self.feeds, self.appealAddress) = (menu, footer, feeds, appealAddress)
        contentLanguage = language == "sv" ? nil : Array(" lang=\"sv\"".utf8)
        menus = Dictionary(
            menu.map { current in
                let marked = menu.map {
                    NamedLink(text: $0.text, address: $0.address, isCurrent: $0.address == current.address)
                }
                return (current.address ?? "", marked)
            }
        ) { first, _ in first }
    }

    package static let shapeName = "webbplats"
    package static let fields: [Field<SiteContext>] = [
        .text("namn") { $0.name },
        .text("adress") { $0.address },
        .text("sprak") { $0.language },
        .flag("ledamoter") { $0.isForMembers },
        .flag("har_sidfot") { !$0.footer.isEmpty },
        .list("sidfot") { $0.footer },
        .flag("har_floden") { !$0.feeds.isEmpty },
        .list("floden") { $0.feeds },
        .flag("har_forsegling") { $0.hasHead },
        .text("overklagan") { $0.appealAddress },
        .object("licens") { $0.licence },
    ]

    func menu(current: String) -> [NamedLink] { menus[current] ?? menu }
}
