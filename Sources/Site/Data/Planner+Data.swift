import Meetings
import Register

extension Planner {
    /// What is made for machines: feeds and calendars to subscribe to. Without the site's address there are none, for their
    /// entries are known by addresses that hold.
    func subscriptions() -> [PlannedPage] {
        guard let site = register.profile.address else { return [] }
        let edition = edition
        let days = ContentDays(register)
        let entries = FeedEntries(edition, site: site)
        let events = entries.events
        func feed(_ body: Body?, _ address: String) -> PlannedPage {
            let own = events.indices.lazy.filter { place in
                body.map { events[place].bodies.contains($0.code) } ?? true
            }
            let feed = Feed(
                entries: entries, subject: body?.name, address: address, places: Array(own.prefix(Feed.limit)))
            return file(address) { feed.append(to: &$0) }
        }
        func calendar(_ body: Body?, _ address: String) -> PlannedPage {
            let span = edition.calendarSpan
            let calendar = CalendarFile(edition: edition, days: days, body: body, site: site, span: span)
            return file(address) { calendar.append(to: &$0) }
        }
        let bodies = register.profile.bodies
        return [feed(nil, Addresses.feed), calendar(nil, Addresses.calendar)]
            + bodies.map { feed($0, Addresses.feed($0.code)) }
            + bodies.map { calendar($0, Addresses.calendar($0.code)) }
            + edition.calendarYears.map { year in
                let calendar = CalendarFile(edition: edition, days: days, body: nil, site: site, span: year...year)
                return file(Addresses.calendar(year: year)) { calendar.append(to: &$0) }
            } + subjectFeeds(entries)
    }

    /// A feed for each ärende and each insats.
    private func subjectFeeds(_ entries: FeedEntries) -> [PlannedPage] {
        let edition = edition
        let own = FeedEvent.byMatter(entries.events, register)
        func feed(_ subject: String, at about: String, _ matters: [MatterIndex], _ source: String) -> PlannedPage {
            let places = Set(matters.flatMap { own[$0] ?? [] }).sorted().prefix(Feed.limit)
            let address = Addresses.feed(ofPage: about)
            let feed = Feed(
                entries: entries, subject: subject, about: about, address: address, places: Array(places))
            let meetings = Set(matters.flatMap { edition.register.consultations[$0].map(\.meeting) }).sorted()
            return PlannedPage(
                path: address, content: .bytes { feed.append(to: &$0) }, isPermanent: false, source: source,
                origin: .parts(matters: matters, meetings: meetings, outOf: matters.count))
        }
        let matters = register.matters.indexed.filter { $0.1.visibility != .secret }.map { index, matter in
            feed(edition.matterRows[index].named, at: Addresses.matter(matter), [index], matter.file)
        }
        return matters
            + edition.initiatives.all.map { feed($0.name, at: $0.address, $0.matters, "content/") }
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
        return tables + [page] + catalogue(DataPage(edition).tables)
    }

    private func catalogue(_ tables: [TableRow]) -> [PlannedPage] {
        guard let catalogue = DataCatalogue(edition, tables) else { return [] }
        return [file(Addresses.catalogue) { catalogue.append(to: &$0) }]
    }

    private func file(_ path: String, _ render: @escaping @Sendable (inout [UInt8]) -> Void) -> PlannedPage {
        PlannedPage(path: path, content: .bytes(render), isPermanent: false, source: "klubba.yml")
    }
}
