import Meetings
import Register

/// What a page is about, in the words of schema.org, as JSON-LD for its head. Only where the public site's address is
/// known, since things are told apart by their addresses.
struct StructuredData: Sendable {
    let edition: Edition
    /// The site's address, without a slash at the end.
    let site: String
}

extension StructuredData {
    init?(_ edition: Edition) {
        guard let site = edition.publicSite else { return nil }
        (self.edition, self.site) = (edition, site)
    }

    /// The organisation and its bodies.
    func organisation() -> [UInt8] {
        thing { json, page in
            json.member("@type", "GovernmentOrganization", &page)
            json.member("@id", site + "/#organisation", &page)
            json.member("name", edition.site.name, &page)
            json.member("url", site + "/", &page)
            json.key("subOrganization", &page)
            json.array(&page) { json, page in
                for body in edition.register.profile.bodies {
                    json.object(&page) { json, page in appendBody(body.code, &json, &page) }
                }
            }
        }
    }

    /// A meeting is an event.
    func meeting(_ index: MeetingIndex) -> [UInt8] {
        let meeting = edition.register.meetings[index].meeting
        let row = edition.meetingRows[index]
        let time = meeting.time.flatMap { MeetingTime($0) }
        let zone = ZoneRules(edition.register.profile.timeZone)
        return thing { json, page in
            json.member("@type", "Event", &page)
            json.member("@id", "\(site)/\(row.address)", &page)
            json.member("name", "\(row.body) \(row.dateText)", &page)
            json.member("startDate", moment(meeting.id.date, time?.start, zone), &page)
            let isLong = meeting.days.count > 1
            json.member(
                "endDate",
                time?.end.map { moment(meeting.lastDay, $0, zone) }
                    ?? (isLong ? moment(meeting.lastDay, nil, zone) : nil), &page)
            json.member(
                "eventStatus", "https://schema.org/Event\(row.isCancelled ? "Cancelled" : "Scheduled")", &page)
            if let place = meeting.place {
                json.key("location", &page)
                json.object(&page) { json, page in
                    json.member("@type", "Place", &page)
                    json.member("name", place, &page)
                }
            }
            json.key("organizer", &page)
            json.object(&page) { json, page in appendBody(meeting.id.body, at: meeting.id, &json, &page) }
            json.member("url", "\(site)/\(row.address)", &page)
        }
    }

    /// An ärende is a work with a number. It is no legislation: what a board decides binds itself.
    func matter(_ index: MatterIndex) -> [UInt8] {
        let matter = edition.register.matters[index]
        let address = "\(site)/\(Addresses.matter(matter))"
        return thing { json, page in
            json.member("@type", "CreativeWork", &page)
            json.member("@id", address, &page)
            json.member("name", matter.title, &page)
            json.member("identifier", matter.diaryNumber?.text, &page)
            json.member("inLanguage", "sv", &page)
            json.key("publisher", &page)
            json.object(&page) { json, page in json.member("@id", site + "/#organisation", &page) }
            json.member("url", address, &page)
        }
    }

    /// The tables, for those who look for data sets.
    func catalogue(_ tables: [TableRow]) -> [UInt8] {
        thing { json, page in
            json.member("@type", "DataCatalog", &page)
            json.member("@id", "\(site)/\(Addresses.data)", &page)
            json.member("name", "\(edition.words[.openData]), \(edition.site.name)", &page)
            json.key("dataset", &page)
            json.array(&page) { json, page in
                for table in tables {
                    json.object(&page) { json, page in append(table, &json, &page) }
                }
            }
        }
    }

    private func append(_ table: TableRow, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.member("@type", "Dataset", &page)
        json.member("name", "\(table.title), \(edition.site.name)", &page)
        json.member("description", table.about, &page)
        json.member("url", "\(site)/\(Addresses.data)#\(table.name)", &page)
        json.key("creator", &page)
        json.object(&page) { json, page in json.member("@id", site + "/#organisation", &page) }
        json.key("distribution", &page)
        json.array(&page) { json, page in
            for file in table.files {
                json.object(&page) { json, page in
                    json.member("@type", "DataDownload", &page)
                    json.member("encodingFormat", file.text.hasSuffix("csv") ? "text/csv" : "application/json", &page)
                    json.member("contentUrl", file.address.map { "\(site)/\($0)" }, &page)
                }
            }
        }
    }

    private func appendBody(
        _ code: BodyCode, at meeting: MeetingID? = nil, _ json: inout JSONWriter, _ page: inout [UInt8]
    ) {
        json.member("@type", "GovernmentOrganization", &page)
        json.member("@id", "\(site)/#organ-\(code.slug)", &page)
        json.member("name", edition.body(code, at: meeting)?.name ?? code.text, &page)
    }

    /// A day alone where the hour is not known; the hour as it is there where the zone's rule is not.
    private func moment(_ date: CalendarDate, _ minutes: Int?, _ zone: ZoneRules?) -> String {
        guard let minutes else { return date.description }
        return zone?.timestamp(date, at: minutes)
            ?? "\(date.adding(days: minutes / 1440))T\(MeetingTime.text(minutes)):00"
    }

    private func thing(_ members: (inout JSONWriter, inout [UInt8]) -> Void) -> [UInt8] {
        var page: [UInt8] = []
        var json = JSONWriter()
        json.object(&page) { json, page in
            json.member("@context", "https://schema.org", &page)
            members(&json, &page)
        }
        return page
    }
}
