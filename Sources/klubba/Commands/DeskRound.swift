import Content
import Desk
import Diagnostics
import Fingerprints
import Gate
import Ledger
import LocalServer
import Meetings
import Preview
import Publishing
import Register
import Site
import System

/// Reads the site for the desk and its preview: the one place where the desk meets the pipeline. There is one reading at a
/// time, and none where nothing has changed since the last.
actor DeskRound {
    private let request: SiteRequest
    nonisolated let key: ReadingKey
    nonisolated let unsaved = UnsavedPages()
    private var desk: Desk?
    private var latest: Standing?
    /// The last of those who wait for their turn to read.
    private var turn: Task<Void, Never>?
    private var known = SourceFiles.Known()
    private var number = 0

    /// The site as it stood, and the files that it was read from.
    private struct Standing {
        let site: LoadedSite
        let reading: DeskReading
        /// Nil where nobody can tell whether they are the same.
        let files: [String: Fingerprint]?
    }

    init(_ request: SiteRequest, key: ReadingKey) {
        var request = request.with(.public)
        request.memory = ReadingMemory()
        request.heldTexts = .shown
        (self.request, self.key) = (request, key)
    }

    private nonisolated var root: String { request.root }
}

extension DeskRound {
    func begin(_ runner: CommandRunner, previewPort: Int) async -> Desk {
        let key = key
        let means = DeskMeans(
            read: { await self.current().reading },
            render: { await self.render($0, $1) },
            sealedPart: { SealedContent(of: $1, path: $0, leftOut: $2).bytes },
            run: { await runner.run($0) },
            preview: { "http://127.0.0.1:\(previewPort)" + key.entrance() },
            seconds: { SystemClock.seconds })
        let made = Desk(root: root, means: means, reading: await current().reading)
        await made.begin()
        desk = made
        return made
    }

    /// The preview's pages, which members' pages are too, and the news for the desk. What is wrong with a text is told by
    /// the desk, which shows the page all the same.
    func build() async -> PreviewBuild {
        let standing = await current()
        await desk?.take(standing.reading)
        let site = standing.site
        let (plan, _) = site.plan(for: .members)
        return PreviewBuild(
            site: PreviewSite(plan, root: root, address: site.register.profile.address),
            messages: site.diagnostics.map { PreviewMessage($0, site.language) },
            language: PreviewLanguage(rawValue: site.language.rawValue) ?? .swedish)
    }

    /// The site as its files are now. The public edition is what is checked; the desk sees all.
    private func current() async -> Standing { await inTurn { await self.standing() } }

    /// One at a time, in the order that they were asked for.
    private func inTurn<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) async -> Value {
        let before = turn
        let own = Task {
            await before?.value
            return await work()
        }
        turn = Task { _ = await own.value }
        return await own.value
    }

    private func standing() async -> Standing {
        let files = SourceFiles(root: root, known: known)
        known = files?.known ?? SourceFiles.Known()
        if let latest, let files, latest.files == files.prints, latest.reading.seen.today == today(latest) {
            return withOutside(latest)
        }
        let site = await LoadedSite.load(request)
        number += 1
        let standing = Standing(site: site, reading: reading(of: site), files: files?.prints)
        latest = standing
        return standing
    }

    /// What is made of the texts may be new though they are not.
    private func withOutside(_ standing: Standing) -> Standing {
        let outside = OutsideFacts(of: standing.reading.seen, root: root)
        guard outside != standing.reading.outside else { return standing }
        number += 1
        let standing = Standing(
            site: standing.site, reading: standing.reading.with(outside, number: number), files: standing.files)
        latest = standing
        return standing
    }

    private func today(_ standing: Standing) -> CalendarDate { request.clock(standing.reading.seen.profile.timeZone) }

    private func reading(of site: LoadedSite) -> DeskReading {
        let (seen, _) = site.whole.gated(for: .archive, proposals: [])
        let zone = site.ledger.timeZone
        var sealed: [String: SealedFile] = [:]
        for (path, standing) in site.ledger.state.newest {
            sealed["content/" + path] = SealedFile(
                day: SystemClock.day(of: standing.time.seconds, in: zone).description, meeting: standing.meeting)
        }
        return DeskReading(
            number: number, seen: seen, whole: site.whole, diagnostics: site.diagnostics, language: site.language,
            sealed: sealed, freeKeys: SealedContent.leftOut(bodies: seen.profile.bodies.map(\.code.slug.text)),
            outside: OutsideFacts(of: seen, root: root))
    }
}

// A text that is not saved yet

extension DeskRound {
    /// The page that a text would make, with all else as it is; nil where the text makes no page.
    private func render(_ path: String, _ bytes: [UInt8]) async -> RenderedText {
        await inTurn { await self.rendered(path, bytes) }
    }

    private func rendered(_ path: String, _ bytes: [UInt8]) async -> RenderedText {
        let site = await standing().site
        let (plan, found) = await site.plan(for: .members, with: bytes, at: path)
        let problems = found.filter { $0.place.file == path }
        let page = plan.files.filter { $0.source == path && $0.path.hasSuffix("index.html") }
            .min { $0.path.utf8.count < $1.path.utf8.count }
        guard let page, case .bytes(let render) = page.content else { return RenderedText(problems: problems) }
        var html: [UInt8] = []
        render(&html)
        let address = "/" + page.path.dropLast("index.html".count)
        return RenderedText(
            html: String(decoding: html, as: UTF8.self), address: address + unsaved.put(html), problems: problems)
    }
}
