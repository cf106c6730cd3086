import Content
import Diagnostics
import Editing
import History
import LocalServer
import Meetings
import System

/// The secretary's working surface: what the page asks for, and the one door that texts are written by. The files are the
/// truth; it keeps no model of its own, but what the site was when it was read last.
public actor Desk {
    let root: String
    let means: DeskMeans
    let store: VersionStore
    let folder: SiteFolder
    var reading: DeskReading
    var editor: Editor
    /// Grows with everything that is new.
    var number = 1
    /// By number, what changed then.
    var news: [(number: Int, paths: [String])] = []
    /// The texts as the desk has seen them last, to tell what others change.
    var texts: [String: SeenText] = [:]
    /// Bytes that a page was given, by hash.
    var given: [String: [UInt8]] = [:]
    var givenOrder: [String] = []
    var uploads: [String: Upload] = [:]
    var jobs: [String: Job] = [:]
    /// The day that the history was thinned last.
    var thinned: CalendarDate?

    public init(root: String, means: DeskMeans, reading: DeskReading) {
        (self.root, self.means, self.reading) = (root, means, reading)
        (store, folder) = (VersionStore(root: root), SiteFolder(root: root))
        editor = Editor(bodies: reading.seen.profile.bodies.map(\.code.slug.text))
    }
}

extension Desk {
    /// To be asked once, before anybody is let in.
    public func begin() {
        texts = SeenText.all(root: root, known: [:])
        findUploads()
        thinHistory()
    }

    /// Files have changed, by us or by others.
    public func take(_ reading: DeskReading) {
        noteOutside()
        use(reading)
    }

    func use(_ reading: DeskReading) {
        guard reading.number > self.reading.number else { return }
        self.reading = reading
        editor = Editor(bodies: reading.seen.profile.bodies.map(\.code.slug.text))
        number += 1
    }

    func answer(_ call: DeskCall) async throws(Refusal) -> JSONValue {
        let parts = call.target.path.split(separator: "/").dropFirst().map(String.init)
        switch (call.method, parts.first ?? "", parts.count) {
        case ("GET", "site", 1): return site()
        case ("GET", "meeting", 2): return try meeting(parts[1])
        case ("GET", "file", 1): return try file(call.value("path") ?? "")
        case ("GET", "history", 1): return history(of: call.value("path"))
        case ("GET", "history", 2): return try version(parts[1], path: call.value("path") ?? "")
        case ("GET", "events", 1): return await events(after: call.value("after").flatMap { Int($0) } ?? 0)
        case ("GET", "jobs", 2): return try job(parts[1])
        case ("POST", "save", 1): return try await save(try call.json())
        case ("POST", "undo", 1): return try await undo(try call.json())
        case ("POST", "propose", 1): return try await propose(try call.json())
        case ("POST", "render", 1): return try await render(try call.json())
        case ("POST", "jobs", 1): return try start(try call.json())
        case ("POST", "uploads", 1): return try await upload(call.body, name: call.value("name") ?? "")
        case ("POST", "history", 2) where parts[1] == "clear": return try clearHistory()
        default:
            let methods = Desk.calls[parts.first ?? ""]
            throw methods.map { !$0.contains(call.method) } ?? false ? .method : .gone
        }
    }

    private static let calls = [
        "site": ["GET"], "meeting": ["GET"], "file": ["GET"], "history": ["GET"], "events": ["GET"],
        "jobs": ["GET", "POST"], "save": ["POST"], "undo": ["POST"], "propose": ["POST"], "uploads": ["POST"],
        "render": ["POST"],
    ]

    /// Waits for something new, for at most 25 seconds; 0 answers at once.
    private func events(after last: Int) async -> JSONValue {
        // A window that has listened to an earlier desk knows higher numbers.
        if last > 0 && last <= number {
            for _ in 0..<500 where number <= last { try? await Task.sleep(for: .milliseconds(50)) }
        }
        let paths = Set(news.filter { $0.number > last }.flatMap { $0.paths }).sorted()
        return [
            "n": JSONValue(number), "paths": .array(paths.map { .string($0) }), "versions": versions(of: paths),
            "problems": problems(),
            "steps": steps(),
        ]
    }

    /// Of each text, the hash of its bytes as they were seen last: a page that has those has nothing to read.
    private func versions(of paths: [String]) -> JSONValue {
        .object(
            paths.compactMap { path in
                texts[path]?.bytes.map { JSONValue.Member(path, .string(SHA256Sum.text(of: $0))) }
            })
    }

    func problems(of path: String? = nil) -> JSONValue {
        rows(of: reading.diagnostics.filter { path == nil || $0.place.file == path })
    }

    func rows(of diagnostics: [Diagnostic]) -> JSONValue {
        .array(
            diagnostics.map { diagnostic -> JSONValue in
                [
                    "path": .string(diagnostic.place.file), "line": JSONValue(diagnostic.place.line),
                    "column": JSONValue(diagnostic.place.column), "severity": .string(diagnostic.severity.rawValue),
                    "code": .string(diagnostic.problem.code),
                    "text": .string(diagnostic.problem.text(in: reading.language)),
                ]
            })
    }

    /// Remembers bytes that the page is given, so that a change made from them can be told from one made outside.
    func remember(_ bytes: [UInt8]) -> String {
        let hash = SHA256Sum.text(of: bytes)
        if given[hash] == nil {
            given[hash] = bytes
            givenOrder.append(hash)
            if givenOrder.count > 500 { given[givenOrder.removeFirst()] = nil }
            // Also for a desk that is started anew. Where it cannot be written the page is told less at a conflict.
            try? store.remember(bytes, hash: hash)
        }
        return hash
    }

    func base(_ hash: String) -> [UInt8]? { given[hash] ?? store.bytes(hash) }

    func sitePath(_ text: String) throws(Refusal) -> SitePath {
        guard let path = SitePath(text) else { throw .path(text) }
        return path
    }

    func read(_ path: SitePath) throws(Refusal) -> [UInt8]? {
        do throws(SiteFailure) {
            return try folder.read(path)
        } catch {
            throw Refusal(error)
        }
    }
}
