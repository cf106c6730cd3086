import Meetings
import Register

/// An Atom feed (RFC 4287) of the site, of one body, of an ärende or of an insats.
struct Feed: Sendable {
    let entries: FeedEntries
    /// What it is about; nil for the whole site.
    let subject: String?
    /// The page that it is about, from the root.
    var about = Addresses.meetings
    /// Its address from the root.
    let address: String
    /// Which of the site's events, the newest first.
    let places: [Int]

    /// More than this no reader keeps.
    static let limit = 100
}

extension Feed {
    func append(to page: inout [UInt8]) {
        let (edition, site) = (entries.edition, entries.site)
        page += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
        page += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(edition.words.language)\">\n".utf8
        page.appendElement("id", "\(site)/\(address)\(entries.mark)")
        page.appendElement("title", subject.map { "\($0) – \(edition.site.name)" } ?? edition.site.name)
        // A feed must have a day. One where nothing has happened yet has one that every other day comes after.
        page.appendElement(
            "updated", places.first.map { entries.zone.dayStart(entries.events[$0].day) } ?? "1970-01-01T00:00:00Z")
        page += "<author><name>".utf8
        page.appendXML(edition.site.name.isEmpty ? entries.host.name : edition.site.name)
        page += "</name></author>\n".utf8
        if entries.isPublic { page.appendFeedLink("self", "\(site)/\(address)", "application/atom+xml") }
        // Where the members' site is, nobody has said: there links are relative, as RFC 4287 allows.
        let base = entries.isPublic ? site + "/" : Addresses.root(from: address)
        page.appendFeedLink("alternate", base + about, "text/html")
        for place in places { entries.append(place, base: base, to: &page) }
        page += "</feed>\n".utf8
    }
}

extension [UInt8] {
    mutating func appendFeedLink(_ relation: String, _ target: String, _ type: String) {
        self += "<link rel=\"\(relation)\" type=\"\(type)\" href=\"".utf8
        appendXML(target)
        self += "\"/>\n".utf8
    }
}
