import Meetings
import Register

extension Parliament {
    /// The way in.
    func appendSystem(to page: inout [UInt8]) {
        var json = JSONWriter()
        json.object(&page) { json, page in
            begin("System", at: Addresses.parliament("system"), &json, &page)
            json.member("oparlVersion", "https://schema.oparl.org/1.1/", &page)
            json.member("body", url(Addresses.parliament("bodies")), &page)
            json.member("name", edition.site.name, &page)
            json.member("website", site + "/", &page)
            json.member("license", edition.register.profile.licence?.address, &page)
            appendDays(days.all, &json, &page)
        }
        page.append(0x0A)
    }

    /// The one whose bodies meet: the förbund or the kommun.
    func appendBody(_ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.object(&page) { json, page in
            begin("Body", at: Addresses.parliament("body"), &json, &page)
            json.member("system", url(Addresses.parliament("system")), &page)
            json.key("name", &page)
            json.text(edition.site.name, &page)
            json.member("website", site + "/", &page)
            json.member("organization", url(Addresses.parliament("organizations")), &page)
            json.member("person", url(Addresses.parliament("persons")), &page)
            json.member("meeting", url(Addresses.parliament("meetings")), &page)
            json.member("paper", url(Addresses.parliament("papers")), &page)
            json.member("legislativeTerm", [], &page)
            json.member("license", edition.register.profile.licence?.address, &page)
            appendDays(days.all, &json, &page)
            json.member("web", site + "/", &page)
        }
    }

    /// A body that meets.
    func appendOrganization(_ body: Meetings.Body, _ json: inout JSONWriter, _ page: inout [UInt8]) {
        json.object(&page) { json, page in
            begin("Organization", at: Addresses.organization(body.code), &json, &page)
            json.member("body", url(Addresses.parliament("body")), &page)
            json.member("name", body.name, &page)
            json.member("shortName", body.code.text, &page)
            // OParl's own word for a body of elected members.
            json.member("organizationType", "Gremium", &page)
            json.member("classification", body.role == .deciding ? "beslutande" : "beredande", &page)
            if let count = body.roster?.seats(on: edition.register.today) { json.member("memberCount", count, &page) }
            json.member("web", url(Addresses.meetings), &page)
        }
    }
}
