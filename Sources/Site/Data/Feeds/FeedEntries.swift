import Meetings
import Register
import Synchronization

/// The entries of a site's feeds. What happened to a meeting is told in the feed of each ärende on its agenda: such an
/// entry is written once.
final class FeedEntries: Sendable {
    let edition: Edition
    /// The site's address, without a slash at the end.
    let site: String
    let host: SiteHost
    /// Everything that has happened, the newest first.
    let events: [FeedEvent]
    let zone: ZoneRules?
    private let written = Mutex<[Key: [UInt8]]>([:])

    private struct Key: Hashable {
        let place: Int
        let base: String
    }

    init(_ edition: Edition, site: String) {
        (self.edition, self.site, host) = (edition, site, SiteHost(site))
        events = FeedEvent.all(edition.register)
        zone = ZoneRules(edition.register.profile.timeZone)
    }
}

extension FeedEntries {
    var isPublic: Bool { edition.register.audience == .public }

    /// The members' entries say more than the public ones of the same things, so their ids are others.
    var mark: String { isPublic ? "" : "#ledamoter" }

    /// - Parameter base: what stands before an address from the root.
    func append(_ place: Int, base: String, to page: inout [UInt8]) {
        // A § is in the feeds of its own ärenden alone.
        guard events[place].entry == nil else { return write(events[place], base, to: &page) }
        let key = Key(place: place, base: base)
        if let known = written.withLock({ $0[key] }) {
            page += known
            return
        }
        var entry: [UInt8] = []
        write(events[place], base, to: &entry)
        written.withLock { $0[key] = entry }
        page += entry
    }

    private func write(_ event: FeedEvent, _ base: String, to page: inout [UInt8]) {
        let entry = FeedEntry(event, edition: edition, base: base)
        page += "<entry>\n".utf8
        page.appendElement("id", id(of: event, at: entry.address))
        page.appendElement("title", entry.title)
        page.appendElement("updated", zone.dayStart(event.day))
        if event.kind == .decision, let meeting = event.meeting {
            page.appendElement("published", zone.dayStart(edition.register.meetings[meeting].meeting.id.date))
        }
        page += "<category term=\"\(event.kind.name)\"/>\n".utf8
        page.appendFeedLink("alternate", base + entry.address, "text/html")
        var html: [UInt8] = []
        entry.appendContent(to: &html)
        page += "<content type=\"html\"\(edition.words.language == "sv" ? "" : " xml:lang=\"sv\"")>".utf8
        html.withUnsafeBufferPointer { page.appendXML($0) }
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
        return "tag:\(host.name),\(meeting.date):\(host.path)\(what)\(mark)"
    }
}
