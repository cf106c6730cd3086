import Meetings
import Register

/// An Atom feed (RFC 4287) of the site, of one body, of an ärende or of an insats.
struct Feed: Sendable {
    let edition: Edition
    /// What it is about; nil for the whole site.
    let subject: String?
    /// The page that it is about, from the root.
    var about = Addresses.meetings
    /// Its address from the root.
    let address: String
    /// The site's address, without a slash at the end.
    let site: String
    /// The newest first.
    let events: [FeedEvent]

    /// More than this no reader keeps.
    static let limit = 100
}

extension Feed {
    func append(to page: inout [UInt8]) {
        let zone = ZoneRules(edition.register.profile.timeZone)
        page += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
        page += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(edition.words.language)\">\n".utf8
        page.appendElement("id", "\(site)/\(address)\(mark)")
        page.appendElement("title", subject.map { "\($0) – \(edition.site.name)" } ?? edition.site.name)
        // A feed must have a day. One where nothing has happened yet has one that every other day comes after.
        page.appendElement("updated", events.first.map { zone.dayStart($0.day) } ?? "1970-01-01T00:00:00Z")
        page += "<author><name>".utf8
        page.appendXML((edition.site.name.isEmpty ? host : edition.site.name).utf8)
        page += "</name></author>\n".utf8
        if isPublic { appendLink("self", "\(site)/\(address)", "application/atom+xml", to: &page) }
        appendLink("alternate", base + about, "text/html", to: &page)
        for event in events { append(event, zone, to: &page) }
        page += "</feed>\n".utf8
    }

    private var isPublic: Bool { edition.register.audience == .public }

    /// What stands before an address from the root. Where the members' site is, nobody has said: there links are relative,
    /// as RFC 4287 allows.
    private var base: String { isPublic ? site + "/" : Addresses.root(from: address) }

    /// The members' entries say more than the public ones of the same things, so their ids are others.
    private var mark: String { isPublic ? "" : "#ledamoter" }

    private var host: String { SiteHost(site).name }

    private func append(_ event: FeedEvent, _ zone: ZoneRules?, to page: inout [UInt8]) {
        let entry = FeedEntry(event, edition: edition, base: base)
        page += "<entry>\n".utf8
        page.appendElement("id", id(of: event, at: entry.address))
        page.appendElement("title", entry.title)
        page.appendElement("updated", zone.dayStart(event.day))
        if event.kind == .decision, let meeting = event.meeting {
            page.appendElement("published", zone.dayStart(edition.register.meetings[meeting].meeting.id.date))
        }
        page += "<category term=\"\(event.kind.name)\"/>\n".utf8
        appendLink("alternate", base + entry.address, "text/html", to: &page)
        var html: [UInt8] = []
        entry.appendContent(to: &html)
        page += "<content type=\"html\"\(edition.words.language == "sv" ? "" : " xml:lang=\"sv\"")>".utf8
        page.appendXML(html)
        page += "</content>\n</entry>\n".utf8
    }

    /// A tag URI (RFC 4151) of the site's host, the meeting's day and what has happened there: it stays the same whatever
    /// is corrected in the text.
    private func id(of event: FeedEvent, at address: String) -> String {
        let own = event.meeting.map { edition.register.meetings[$0].meeting.id }
        guard let meeting = event.former?.id ?? own else { return "" }
        let isParagraphs = event.kind == .notice && event.entry != nil
        let what =
            event.kind == .decision
            ? address : "\(isParagraphs ? address : Addresses.meeting(meeting))\(event.kind.name)"
        let host = SiteHost(site)
        return "tag:\(host.name),\(meeting.date):\(host.path)\(what)\(mark)"
    }

    private func appendLink(_ relation: String, _ target: String, _ type: String, to page: inout [UInt8]) {
        page += "<link rel=\"\(relation)\" type=\"\(type)\" href=\"".utf8
        page.appendXML(target.utf8)
        page += "\"/>\n".utf8
    }
}
