import Meetings
import Register

/// The public site as objects of OParl 1.1.
struct Parliament: Sendable {
    let edition: Edition
    let days: ContentDays
    /// The site's address, without a slash at the end.
    let site: String
    let zone: ZoneRules?
}

extension Parliament {
    init(_ edition: Edition, site: String) {
        (self.edition, self.site) = (edition, site)
        days = ContentDays(edition.register)
        zone = ZoneRules(edition.register.profile.timeZone)
    }

    /// What every object begins with.
    func begin(_ type: String, at address: String, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.member("id", url(address), &page)
        json.member("type", "https://schema.oparl.org/1.1/\(type)", &page)
    }

    func url(_ address: String) -> String { "\(site)/\(address)" }

    /// When an object came about and was last changed, as far as the content says.
    func appendDays(_ span: ContentDays.Span?, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        guard let span else { return }
        json.member("created", zone.dayStart(span.first), &page)
        json.member("modified", zone.dayStart(span.last), &page)
    }

    /// A file of OParl's: a page of the site, or a bilaga that is copied as it is.
    func appendFile(
        _ id: String, name: String, at address: String, mimeType: String = "text/html", size: Int? = nil,
        date: CalendarDate? = nil, _ json: inout JSONWriter, _ page: inout [UInt8]
    ) {
        json.object(&page) { json, page in
            begin("File", at: id, &json, &page)
            json.member("name", name, &page)
            if size != nil {
                json.member("fileName", address.split(separator: "/").last.map(String.init), &page)
            }
            json.member("mimeType", mimeType, &page)
            json.member("date", date?.description, &page)
            if let size { json.member("size", size, &page) }
            json.member("accessUrl", url(address), &page)
        }
    }
}
