import Meetings
import Register
import Theme

extension Planner {
    func listPages(_ lists: Lists) -> [PlannedPage] {
        let templates = templates
        return [
            simple(Addresses.meetings, .meetings, templates.meetings) { _ in lists.meetings },
            simple(Addresses.noticeBoard, .noticeBoard, templates.noticeBoard) { NoticeBoardPage($0) },
            simple(Addresses.followUps, .followUps, templates.followUps) { FollowUpPage($0) },
            simple(Addresses.missing, .whatIsMissing, templates.missing) { MissingPage($0) },
            simple(Addresses.search, .search, templates.search) { SearchPage($0) },
            simple(Addresses.archive, .archive, templates.archive) { _ in lists.archive },
        ] + downloaded() + archiveYears(lists.archive) + initiatives(lists)
            + pages(of: lists.decisions, at: Addresses.decisions, .decisions, templates.decisions) { part, edition in
                DecisionsPage(part, of: lists.decisions, edition)
            }
            + pages(of: lists.diary, at: Addresses.diary, .diary, templates.diary) { part, edition in
                DiaryPage(part, of: lists.diary, unscheduled: lists.unscheduled, edition)
            }
    }

    /// The pages of a list. The first of them is at the list's own address too.
    private func pages<Row, Content: TemplateContext>(
        of parts: Parts<Row>, at address: String, _ title: Word, _ template: Template<PageFrame<Content>>,
        _ content: @escaping @Sendable (Parts<Row>.Part, Edition) -> Content
    ) -> [PlannedPage] {
        let (edition, root) = (edition, address)
        func page(_ part: Parts<Row>.Part, at address: String) -> PlannedPage {
            .page(address, source: "content/") { page in
                let name = edition.words[title]
                let list = NamedLink(text: name, address: part.year == nil ? nil : root)
                let year = part.year.map { [NamedLink(text: "\($0)", address: nil)] } ?? []
                let number = part.number > 1 ? " (\(part.number))" : ""
                let frame = edition.frame(
                    content(part, edition), title: part.year.map { "\(name) \($0)\(number)" } ?? name,
                    address: address, section: root, crumbs: [list] + year)
                template.render(frame, into: &page)
            }
        }
        let own = parts.all.map { page($0, at: $0.address) }
        guard let first = parts.all.first, first.address != address else { return own }
        return [page(first, at: address)] + own
    }

    /// Where a member sees what her browser has kept.
    private func downloaded() -> [PlannedPage] {
        guard register.audience == .members else { return [] }
        return [
            simple(MembersApp.page, .downloaded, templates.downloaded) { edition in
                NoticePage(title: edition.words[.downloaded], dnr: nil, secrecyGround: nil, meetings: [])
            }
        ]
    }

    private func archiveYears(_ archive: ArchivePage) -> [PlannedPage] {
        let (edition, template) = (edition, templates.archiveYear)
        return archive.years.flatMap { year in
            year.pages.map { piece in
                // The year's own address stays; how many pages it has may change.
                .page(piece.address, source: "content/", isPermanent: piece.address == year.address) { page in
                    let frame = edition.frame(
                        piece, title: "\(edition.words[.archive]) \(year.year)", address: piece.address,
                        section: Addresses.archive,
                        crumbs: [
                            NamedLink(text: edition.words[.archive], address: Addresses.archive),
                            NamedLink(text: "\(year.year)", address: nil),
                        ])
                    template.render(frame, into: &page)
                }
            }
        }
    }

    /// The list of all, and a page for each.
    private func initiatives(_ lists: Lists) -> [PlannedPage] {
        let (edition, template) = (edition, templates.initiative)
        let own = lists.funds.map { initiative, funds in
            PlannedPage.page(initiative.address, source: "content/") { page in
                let frame = edition.frame(
                    InitiativePage(initiative, funds, edition), title: initiative.name, address: initiative.address,
                    section: Addresses.initiatives,
                    crumbs: [
                        NamedLink(text: edition.words[.initiatives], address: Addresses.initiatives),
                        NamedLink(text: initiative.name, address: nil, isContent: true),
                    ], feed: edition.feed(ofPage: initiative.address))
                template.render(frame, into: &page)
            }
        }
        let parts = lists.initiatives
        let list = pages(of: parts, at: Addresses.initiatives, .initiatives, templates.initiatives) { part, _ in
            InitiativesPage(
                lists.funds, rows: part.rows, links: parts.all.count > 1 ? parts.links(from: part) : nil)
        }
        return list + own
    }

    private func simple<Content: TemplateContext>(
        _ address: String, _ title: Word, _ template: Template<PageFrame<Content>>,
        _ content: @escaping @Sendable (Edition) -> Content
    ) -> PlannedPage {
        let edition = edition
        return .page(address, source: "content/") { page in
            let frame = edition.frame(
                content(edition), title: edition.words[title], address: address, section: address,
                crumbs: [NamedLink(text: edition.words[title], address: nil)])
            template.render(frame, into: &page)
        }
    }

    func frontAndPages() -> [PlannedPage] {
        let (edition, templates) = (edition, templates)
        let front = PlannedPage.page("", source: register.front?.file ?? "klubba.yml") { page in
            templates.front.render(edition.frontFrame(), into: &page)
        }
        let notFound = PlannedPage(
            path: "404.html",
            content: .bytes { page in
                // Served at any depth: its relative links count from the site's root on its server.
                let path =
                    edition.site.address.map { $0.split(separator: "/").dropFirst(2).joined(separator: "/") } ?? ""
                let title = edition.words[.notFound]
                let content = NoticePage(title: title, dnr: nil, secrecyGround: nil, meetings: [])
                let base = path.isEmpty ? "/" : "/\(path)/"
                templates.notFound.render(
                    edition.frame(content, title: title, address: "404.html", base: base), into: &page)
            }, isPermanent: false, source: "klubba.yml")
        let pages = register.pages.indices.map { index in
            let source = register.pages[index]
            let address = Addresses.page(source.slug)
            return PlannedPage.page(address, source: source.file) { page in
                let source = edition.register.pages[index]
                let content = FreePage(
                    title: source.title,
                    text: edition.place(source.text, root: Addresses.root(from: address), .nothing),
                    holding: source.holding.map { HoldingMark($0) })
                let frame = edition.frame(
                    content, title: source.title, address: address, section: address,
                    crumbs: [NamedLink(text: source.title, address: nil, isContent: true)])
                templates.page.render(frame, into: &page)
            }
        }
        return [front, notFound] + pages
    }
}

extension Edition {
    fileprivate func frontFrame() -> PageFrame<FrontPage> {
        let coming = meetingRows.filter { $0.isComing }
        let held = meetingRows.filter { !$0.isComing && !$0.isCancelled }
        let content = FrontPage(
            title: frontTitle, text: register.front.map { place($0.text, root: "./", .nothing) },
            coming: Array(coming.prefix(3)), recent: Array(held.suffix(4).reversed()),
            notices: liveNotices(), decisions: latestDecisions(atMost: 8))
        return frame(content, title: site.name, address: "", structured: StructuredData(self)?.organisation())
    }

    /// A front text without a title is read as "Index", which is no heading.
    private var frontTitle: String { register.front.map { $0.title == "Index" ? site.name : $0.title } ?? site.name }
}
