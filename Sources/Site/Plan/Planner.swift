import Dispatch
import Meetings
import Register
import Synchronization
import Theme

/// Plans an edition's files, kind by kind.
struct Planner: Sendable {
    let edition: Edition
    let templates: Templates
    let theme: Theme
    let notices: NoticeData
}

extension Planner {
    func files() -> [PlannedPage] {
        let parts: [@Sendable () -> [PlannedPage]] = [
            { frontAndPages() + meetingPages() + wholeMeetingPages() + formerPages() },
            { minutesPages() },
            { matterPages() },
            {
                let lists = Lists(edition)
                return listPages(lists) + subscriptions() + openData(lists)
            },
            { parliament() },
            { copies() + sealList() + [noticeData()] + assets() },
        ]
        let files = onAllCores(parts).flatMap(\.self)
        return files + proofs(of: files) + forRobots(files)
    }

    /// Does parts that need nothing of each other, and gives what came of them in their order.
    private func onAllCores<Part: Sendable>(_ parts: [@Sendable () -> Part]) -> [Part] {
        let done = Mutex([Int: Part]())
        DispatchQueue.concurrentPerform(iterations: parts.count) { index in
            let part = parts[index]()
            done.withLock { $0[index] = part }
        }
        return done.withLock { done in parts.indices.compactMap { done[$0] } }
    }

    /// What a page says of a matter or a meeting that is no longer in the register: nothing of the old text.
    var tombstone: @Sendable (String, inout [UInt8]) -> Void {
        let (edition, template, reference) = (edition, templates.tombstone, templates.reference)
        return { path, page in
            if path.hasPrefix("oparl/") {
                return Parliament.appendDeleted(path, site: edition.publicSite, to: &page)
            }
            let address = path.hasSuffix("index.html") ? String(path.dropLast("index.html".utf8.count)) : path
            if let frame = edition.goneFrame(at: address) { return reference.render(frame, into: &page) }
            let title = edition.words[.withdrawn]
            let content = NoticePage(title: title, dnr: nil, secrecyGround: nil, meetings: [])
            template.render(edition.frame(content, title: title, address: address), into: &page)
        }
    }

    var register: SeenRegister { edition.register }
    var words: Words { edition.words }
}

extension Edition {
    package func frame<Content: TemplateContext>(
        _ content: Content, title: String, description: String? = nil, address: String, base: String? = nil,
        section: String = "", crumbs: [NamedLink] = [], structured: [UInt8]? = nil, feed: String? = nil
    ) -> PageFrame<Content> {
        let head = PageHead(
            site: site, root: Addresses.root(from: address), base: base, title: title, description: description,
            address: address, section: section,
            crumbs: crumbs.isEmpty ? [] : [NamedLink(text: words[.home], address: "")] + crumbs,
            structured: structured, proof: sealedParts.parts[address] == nil ? nil : Addresses.proof(of: address),
            feed: feed)
        return PageFrame(head: head, content: Shared(content))
    }
}

extension Planner {
    private func assets() -> [PlannedPage] {
        theme.assets.filter { register.audience == .members || !MembersApp.assets.contains($0.source) }.map { asset in
            PlannedPage(
                path: asset.path, content: .bytes { $0 += asset.bytes }, isPermanent: false,
                source: "theme/tillgangar/\(asset.name)")
        }
    }

    /// Files that are published as they are, and bilagor of other types than Markdown.
    private func copies() -> [PlannedPage] {
        register.others.map { other in
            PlannedPage(
                path: PlannedPage.published(other.file.path), content: .copy(other.file.location), isPermanent: false,
                source: "content/\(other.file.path)")
        }
    }

    private func noticeData() -> PlannedPage {
        let notices = notices
        return PlannedPage(
            path: NoticeData.path, content: .bytes { notices.append(to: &$0) }, isPermanent: false,
            source: "klubba.yml")
    }

    private func forRobots(_ files: [PlannedPage]) -> [PlannedPage] {
        let isPublic = register.audience == .public
        let address = register.profile.address
        var robots = "User-agent: *\n" + (isPublic ? "Allow: /\n" : "Disallow: /\n")
        if isPublic, let address { robots += "Sitemap: \(address)/\(SiteMap.address)\n" }
        let text = Array(robots.utf8)
        let file = PlannedPage(
            path: "robots.txt", content: .bytes { $0 += text }, isPermanent: false, source: "klubba.yml")
        guard isPublic, let address else { return [file] }
        return [file] + SiteMap(files, edition, site: address).files()
    }
}
