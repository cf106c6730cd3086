import Content
import Desk
import Diagnostics
import Gate
import LocalServer
import Meetings
import Preview
import Publishing
import Register
import Synchronization
import System

/// Reads the site for the desk and its preview: the one place where the desk meets the pipeline and the commands.
actor DeskRound {
    private let request: SiteRequest
    /// What every command is told beside its own.
    private let extra: [String]
    nonisolated let reading: ReadingKey
    private nonisolated let previewPort: Int
    private var desk: Desk?

    init(_ request: SiteRequest, extra: [String], reading: ReadingKey, previewPort: Int) {
        var request = request
        request.memory = ReadingMemory()
        request.heldTexts = .shown
        (self.request, self.extra, self.reading, self.previewPort) = (request, extra, reading, previewPort)
    }
}

extension DeskRound {
    func begin() async -> Desk {
        let (root, extra, reading, port) = (request.root, extra, reading, previewPort)
        let means = DeskMeans(
            read: { await self.read() },
            run: { await DeskRound.run($0, root: root, extra: extra) },
            preview: { "http://127.0.0.1:\(port)" + reading.entrance() },
            seconds: { SystemClock.seconds })
        let made = Desk(root: root, means: means, reading: await read())
        await made.begin()
        desk = made
        return made
    }

    /// The public edition is what is checked; the desk sees all.
    func read() async -> DeskReading {
        let site = await load(.public)
        let (seen, _) = site.whole.gated(for: .archive, proposals: [])
        let zone = site.ledger.timeZone
        var sealed: [String: String] = [:]
        for (path, standing) in site.ledger.state.newest {
            sealed["content/" + path] = SystemClock.day(of: standing.time.seconds, in: zone).description
        }
        return DeskReading(
            seen: seen, whole: site.whole, diagnostics: site.diagnostics, language: site.language, sealed: sealed)
    }

    /// A page for the preview, which members' pages are too, and the news for the desk.
    func build() async -> PreviewBuild {
        let site = await load(.members)
        await desk?.take(await read())
        return PreviewBuild(
            site: site.hasErrors
                ? nil : PreviewSite(site.plan, root: request.root, address: site.register.profile.address),
            messages: site.diagnostics.map { PreviewMessage($0, site.language) },
            language: PreviewLanguage(rawValue: site.language.rawValue) ?? .swedish)
    }

    private func load(_ audience: Audience) async -> LoadedSite {
        await LoadedSite.load(request.with(audience))
    }

    /// Klubba itself, with each argument as it is: no shell, and nothing that a file says.
    private static func run(_ arguments: [String], root: String, extra: [String]) async -> JobEnding {
        guard let program = Path.ownProgram else { return JobEnding(exit: 3, lines: [], output: "") }
        let place = arguments.first == "import" ? extra : ["--site", root] + extra
        let box = Box()
        _ = await OwnThread.run {
            do throws(SystemError) {
                let ended = try ChildProcess.run(program, arguments + place, seconds: 1800)
                let lines = (ended.text + ended.errorText).split(separator: "\n").map(String.init)
                box.put(JobEnding(exit: Int(ended.status ?? 3), lines: lines, output: ended.text))
            } catch {
                box.put(JobEnding(exit: 3, lines: ["Kommandot kunde inte startas."], output: ""))
            }
        }
        return box.ending.withLock { $0 } ?? JobEnding(exit: 3, lines: ["Kommandot kunde inte startas."], output: "")
    }

    private final class Box: Sendable {
        let ending = Mutex<JobEnding?>(nil)

        func put(_ value: JobEnding) { ending.withLock { $0 = value } }
    }
}
