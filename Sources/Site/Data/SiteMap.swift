import Meetings
import Register

/// `/sitemap.xml`: every page with the day of its content. A protocol's file has at most 50,000 addresses (sitemaps.org), so
/// a large site has an index of several.
struct SiteMap: Sendable {
    static let address = "sitemap.xml"
    /// Below 50,000, and below 10 MB.
    private static let longest = 40_000

    let site: String
    private let pages: [(address: String, day: CalendarDate?)]
}

extension SiteMap {
    /// Pages alone, in order: no files and no stubs.
    init(_ files: [PlannedPage], _ edition: Edition, site: String) {
        let register = edition.register
        let days = ContentDays(register)
        let stubs = Set(register.matters.filter { $0.visibility == .secret }.map(Addresses.matter))
        let name = "index.html"
        self.site = site
        pages = files.compactMap { file in
            guard case .bytes = file.content, file.path.hasSuffix(name) else { return nil }
            let address = String(file.path.dropLast(name.utf8.count))
            return stubs.contains(address) ? nil : (address, SiteMap.day(of: file.origin, days, register))
        }
    }

    /// A list is as old as the newest thing that anything says.
    private static func day(of origin: Origin, _ days: ContentDays, _ register: SeenRegister) -> CalendarDate? {
        switch origin {
        case .site: days.all?.last
        case .parts(let matters, let meetings, _):
            (matters.map { days.ofMatter($0, register)?.last } + meetings.map { days.ofMeeting($0)?.last })
                .compactMap(\.self).max()
        }
    }

    func files() -> [PlannedPage] {
        guard pages.count > SiteMap.longest else { return [file(SiteMap.address) { append(pages[...], to: &$0) }] }
        let parts = stride(from: 0, to: pages.count, by: SiteMap.longest).map {
            pages[$0..<min($0 + SiteMap.longest, pages.count)]
        }
        let own = parts.enumerated().map { place, part in
            file("sitemap-\(place + 1).xml") { append(part, to: &$0) }
        }
        let index = file(SiteMap.address) { page in
            page += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
            page += "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8
            for part in own { page += "<sitemap><loc>\(site)/\(part.path)</loc></sitemap>\n".utf8 }
            page += "</sitemapindex>\n".utf8
        }
        return [index] + own
    }

    private func append(_ part: ArraySlice<(address: String, day: CalendarDate?)>, to page: inout [UInt8]) {
        page += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
        page += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8
        for entry in part {
            page += "<url><loc>".utf8
            page.appendEscaped("\(site)/\(entry.address)")
            page += "</loc>".utf8
            if let day = entry.day { page += "<lastmod>\(day)</lastmod>".utf8 }
            page += "</url>\n".utf8
        }
        page += "</urlset>\n".utf8
    }

    private func file(_ path: String, _ render: @escaping @Sendable (inout [UInt8]) -> Void) -> PlannedPage {
        PlannedPage(path: path, content: .bytes(render), isPermanent: false, source: "klubba.yml")
    }
}
