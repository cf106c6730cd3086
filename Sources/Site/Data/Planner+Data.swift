import Meetings
import Register

extension Planner {
    /// What is made for machines: feeds and calendars to subscribe to. Without the site's address there are none, for their
    /// entries are known by addresses that hold.
    func subscriptions() -> [PlannedPage] {
        guard let site = register.profile.address else { return [] }
        let edition = edition
        let days = ContentDays(register)
        let events = FeedEvent.all(register)
        func feed(_ body: Body?, _ address: String) -> PlannedPage {
            let own = events.lazy.filter { event in body.map { event.bodies.contains($0.code) } ?? true }
            let feed = Feed(
                edition: edition, body: body, address: address, site: site, events: Array(own.prefix(Feed.limit)))
            return file(address) { feed.append(to: &$0) }
        }
        func calendar(_ body: Body?, _ address: String) -> PlannedPage {
            let calendar = CalendarFile(edition: edition, days: days, body: body, site: site)
            return file(address) { calendar.append(to: &$0) }
        }
        let bodies = register.profile.bodies
        return [feed(nil, Addresses.feed), calendar(nil, Addresses.calendar)]
            + bodies.map { feed($0, Addresses.feed($0.code)) }
            + bodies.map { calendar($0, Addresses.calendar($0.code)) }
    }

    /// The tables, and the page that tells what is in them.
    func openData(_ lists: Lists) -> [PlannedPage] {
        let (edition, template) = (edition, templates.data)
        let source = DataSource(edition: edition, funds: lists.funds)
        let tables = DataTable.all.flatMap { table in
            [
                file(Addresses.table(table.name, "csv")) { table.appendCSV(source, to: &$0) },
                file(Addresses.table(table.name, "json")) { table.appendJSON(source, to: &$0) },
            ]
        }
        let page = PlannedPage.page(Addresses.data, source: "klubba.yml") { page in
            let title = edition.words[.openData]
            let content = DataPage(edition)
            let frame = edition.frame(
                content, title: title, address: Addresses.data, section: Addresses.data,
                crumbs: [NamedLink(text: title, address: nil)],
                structured: StructuredData(edition)?.catalogue(content.tables))
            template.render(frame, into: &page)
        }
        return tables + [page]
    }

    private func file(_ path: String, _ render: @escaping @Sendable (inout [UInt8]) -> Void) -> PlannedPage {
        PlannedPage(path: path, content: .bytes(render), isPermanent: false, source: "klubba.yml")
    }
}
