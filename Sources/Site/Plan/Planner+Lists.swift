import Meetings
import Register
import Theme

extension Planner {
    /// A register longer than this has a page a year.
    private static let longest = 2000

    func listPages(_ lists: Lists) -> [PlannedPage] {
        let (edition, templates) = (edition, templates)
        var files = [
            simple(Addresses.meetings, .meetings, templates.meetings) { _ in lists.meetings },
            simple(Addresses.decisions, .decisions, templates.decisions) { Lists.decisions($0) },
            simple(Addresses.initiatives, .initiatives, templates.initiatives) {
                InitiativesPage($0, lists.funds)
            },
            simple(Addresses.noticeBoard, .noticeBoard, templates.noticeBoard) { NoticeBoardPage($0) },
            simple(Addresses.followUps, .followUps, templates.followUps) { FollowUpPage($0) },
            simple(Addresses.missing, .whatIsMissing, templates.missing) { MissingPage($0) },
            simple(Addresses.search, .search, templates.search) { SearchPage($0) },
            simple(Addresses.archive, .archive, templates.archive) { _ in lists.archive },
        ]
        for year in lists.archive.years {
            let title = "\(words[.archive]) \(year.year)"
            files.append(
                .page(year.address, source: "content/") { page in
                    let frame = edition.frame(
                        year, title: title, address: year.address, section: Addresses.archive,
                        crumbs: [
                            NamedLink(text: edition.words[.archive], address: Addresses.archive),
                            NamedLink(text: "\(year.year)", address: nil),
                        ])
                    templates.archiveYear.render(frame, into: &page)
                })
        }
        return files + diary(lists)
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

    private func diary(_ lists: Lists) -> [PlannedPage] {
        let (edition, template) = (edition, templates.diary)
        guard lists.diary.count > Planner.longest else {
            return [
                simple(Addresses.diary, .diary, templates.diary) { _ in
                    DiaryPage(rows: lists.diary.map(\.row), unscheduled: lists.unscheduled, year: nil, years: [])
                }
            ]
        }
        let years = lists.diaryYears
        let links = years.map { NamedLink(text: "\($0)", address: "\(Addresses.diary)\($0)/") }
        return years.enumerated().flatMap { place, year -> [PlannedPage] in
            let rows = lists.diary[lists.diaryRanges[place]].map(\.row)
            func page(_ address: String) -> PlannedPage {
                .page(address, source: "content/") { page in
                    let content = DiaryPage(
                        rows: rows, unscheduled: place == 0 ? lists.unscheduled : [], year: year,
                        years: links.map {
                            NamedLink(text: $0.text, address: $0.address, isCurrent: $0.text == "\(year)")
                        })
                    let frame = edition.frame(
                        content, title: "\(edition.words[.diary]) \(year)", address: address, section: Addresses.diary,
                        crumbs: [
                            NamedLink(text: edition.words[.diary], address: Addresses.diary),
                            NamedLink(text: "\(year)", address: nil),
                        ])
                    template.render(frame, into: &page)
                }
            }
            let own = page("\(Addresses.diary)\(year)/")
            return place == 0 ? [page(Addresses.diary), own] : [own]
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
        let lists = Lists.latestDecisions(self, atMost: 8)
        let content = FrontPage(
            title: frontTitle, text: register.front.map { place($0.text, root: "./", .nothing) },
            coming: Array(coming.prefix(3)), recent: Array(held.suffix(4).reversed()), decisions: lists)
        return frame(content, title: site.name, address: "", structured: StructuredData(self)?.organisation())
    }

    /// A front text without a title is read as "Index", which is no heading.
    private var frontTitle: String { register.front.map { $0.title == "Index" ? site.name : $0.title } ?? site.name }
}
