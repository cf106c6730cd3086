import Meetings
import Register

extension Planner {
    /// OParl's objects and lists. For the public alone, and only where the site's address is known: the standard asks for
    /// whole addresses.
    func parliament() -> [PlannedPage] {
        guard let site = edition.publicSite else { return [] }
        let parliament = Parliament(edition, site: site)
        let (bodies, papers) = (register.profile.bodies, parliament.published)
        var files = [
            object(Addresses.parliament("system"), "klubba.yml") { parliament.appendSystem(to: &$0) },
            object(Addresses.parliament("body"), "klubba.yml") { parliament.append(&$0, parliament.appendBody) },
        ]
        for body in bodies {
            files.append(
                object(Addresses.organization(body.code), "klubba.yml") { page in
                    parliament.append(&page) { parliament.appendOrganization(body, &$0, &$1) }
                })
        }
        for (index, linked) in register.meetings.indexed {
            let source = linked.meeting.file ?? "content/moten/\(linked.meeting.id.slug).md"
            files.append(
                object(Addresses.oparlMeeting(linked.meeting.id), source, of: .parts(meetings: [index])) { page in
                    parliament.append(&page) { parliament.appendMeeting(index, &$0, &$1) }
                })
        }
        for index in papers {
            let matter = register.matters[index]
            files.append(
                object(
                    Addresses.paper(matter), matter.file, isPermanent: isPublished(index), of: .parts(matters: [index])
                ) { page in
                    parliament.append(&page) { parliament.appendPaper(index, &$0, &$1) }
                })
        }
        let lists = [
            ObjectList(name: "bodies", count: 1, parliament: parliament) { parliament.appendBody(&$1, &$2) },
            ObjectList(name: "persons", count: 0, parliament: parliament) { _, _, _ in },
            ObjectList(name: "organizations", count: bodies.count, parliament: parliament) {
                parliament.appendOrganization(bodies[$0], &$1, &$2)
            },
            ObjectList(
                name: "meetings", count: register.meetings.count, parliament: parliament,
                origin: { .parts(meetings: $0.map { MeetingIndex($0) }, outOf: $1) },
                append: { parliament.appendMeeting(MeetingIndex($0), &$1, &$2) }),
            ObjectList(
                name: "papers", count: papers.count, parliament: parliament,
                origin: { .parts(matters: $0.map { papers[$0] }, outOf: $1) },
                append: { parliament.appendPaper(papers[$0], &$1, &$2) }),
        ]
        for list in lists {
            for number in 1...list.pageCount {
                files.append(
                    object(list.address(ofPage: number), "klubba.yml", of: list.origin(list.range(number), list.count))
                    {
                        list.appendPage(number, to: &$0)
                    })
            }
        }
        return files
    }

    private func object(
        _ path: String, _ source: String, isPermanent: Bool = false, of origin: Origin = .site,
        _ render: @escaping @Sendable (inout [UInt8]) -> Void
    ) -> PlannedPage {
        PlannedPage(path: path, content: .bytes(render), isPermanent: isPermanent, source: source, origin: origin)
    }
}

extension Parliament {
    /// One object as a file.
    fileprivate func append(_ page: inout [UInt8], _ object: (inout JSONWriter, inout [UInt8]) -> Void) {
        var json = JSONWriter()
        object(&json, &page)
        page.append(0x0A)
    }

    /// What is left of a paper whose matter is gone: that it is. Nobody has written down when, and OParl's `modified` would
    /// have to tell.
    static func appendDeleted(_ path: String, site: String?, to page: inout [UInt8]) {
        var json = JSONWriter()
        json.object(&page) { json, page in
            json.member("id", site.map { "\($0)/\(path)" }, &page)
            json.member("type", "https://schema.oparl.org/1.1/Paper", &page)
            json.member("deleted", true, &page)
        }
        page.append(0x0A)
    }
}
