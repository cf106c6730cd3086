import Meetings
import Register

/// The public site as objects of OParl 1.1.
struct Parliament: Sendable {
    let edition: Edition
    let days: ContentDays
    /// The site's address, without a slash at the end.
    let site: String
    /// The same, with a slash at its end.
    let base: String
    let zone: ZoneRules?
    /// Of each meeting and each matter, the address of its object: they are named many times over.
    let meetings: MeetingTable<String>
    let papers: MatterTable<String>
    let organizations: [BodyCode: String]
}

extension Parliament {
    init(_ edition: Edition, site: String) {
        (self.edition, self.site, base) = (edition, site, site + "/")
        days = ContentDays(edition.register)
        let register = edition.register
        zone = ZoneRules(register.profile.timeZone)
        meetings = register.meetings.table { Addresses.oparlMeeting($0.meeting.id) }
        papers = register.matters.table { Addresses.paper($0) }
        organizations = Dictionary(
            register.profile.bodies.map { ($0.code, site + "/" + Addresses.organization($0.code)) }
        ) { first, _ in first }
    }

    /// The whole address of a body that meets.
    func organization(_ code: BodyCode) -> String { organizations[code] ?? url(Addresses.organization(code)) }

    /// What every object begins with.
    ///
    /// - Parameter fragment: of an object that stands inside another, `#kallelse`.
    func begin(
        _ type: String, at address: String, within fragment: String = "", _ json: inout JSONWriter,
        _ page: inout [UInt8]
    ) {
        json.member("id", joining: base, address, and: fragment, &page)
        json.member("type", joining: "https://schema.oparl.org/1.1/", type, &page)
    }

    func url(_ address: String) -> String { base + address }

    /// When an object came about and was last changed, as far as the content says.
    func appendDays(_ span: ContentDays.Span?, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        guard let span else { return }
        let first = zone.dayStart(span.first)
        json.member("created", first, &page)
        json.member("modified", span.first == span.last ? first : zone.dayStart(span.last), &page)
    }

    /// A file of OParl's: a page of the site, or a bilaga that is copied as it is.
    func appendFile(
        _ id: String, _ fragment: String, name: String, at address: String, mimeType: String = "text/html",
        size: Int? = nil,
        date: CalendarDate? = nil, _ json: inout JSONWriter, _ page: inout [UInt8]
    ) {
        json.object(&page) { json, page in
            begin("File", at: id, within: fragment, &json, &page)
            json.member("name", name, &page)
            if size != nil {
                json.member("fileName", address.split(separator: "/").last.map(String.init), &page)
            }
            json.member("mimeType", mimeType, &page)
            json.member("date", date?.description, &page)
            if let size { json.member("size", size, &page) }
            json.member("accessUrl", joining: base, address, &page)
        }
    }
}
