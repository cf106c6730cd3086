import Foundation
import Testing

@testable import LocalServer
@testable import Preview
@testable import System

@Suite("Watching a site's files")
struct WatchTests {
    /// A change, and what the folder holds before it.
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let isNoticed: Bool
        let make: @Sendable (Folder) throws -> Void

        init(_ description: String, isNoticed: Bool = true, _ make: @escaping @Sendable (Folder) throws -> Void) {
            (testDescription, self.isNoticed, self.make) = (description, isNoticed, make)
        }
    }

    static let changes = [
        Change("a text is saved in place") { try $0.write("content/arenden/a.md", "nytt") },
        Change("an editor writes a new file and renames it over the old") {
            try $0.write("content/arenden/.a.md.ny", "nytt")
            try $0.move("content/arenden/.a.md.ny", to: "content/arenden/a.md")
        },
        Change("a file is made") { try $0.write("content/arenden/b.md", "b") },
        Change("a file is removed") { try $0.remove("content/arenden/a.md") },
        Change("a file is renamed") { try $0.move("content/arenden/a.md", to: "content/arenden/c.md") },
        Change("a folder with files is made") { try $0.write("content/arenden/2020-1/ny/arende.md", "ny") },
        Change("a folder comes from elsewhere") { try $0.move("elsewhere", to: "content/arenden/2020-9") },
        Change("a folder is removed") { try $0.remove("content/arenden") },
        Change("all of content is removed") { try $0.remove("content") },
        Change("klubba.yml is saved") { try $0.write("klubba.yml", "organisation: Bygden") },
        Change("a theme is begun") { try $0.write("theme/texter/sv.txt", "moten: Möten") },
        Change("the built site is written", isNoticed: false) { try $0.write("public/index.html", "<p>") },
        Change("an editor keeps a copy", isNoticed: false) { try $0.write("content/arenden/.a.md.swp", "x") },
        Change("another file of the root is saved", isNoticed: false) { try $0.write("README.md", "x") },
    ]

    private func folder() throws -> Folder {
        let folder = try Folder()
        try folder.write("klubba.yml", "organisation: Förbundet")
        try folder.write("content/arenden/a.md", "gammalt")
        try folder.write("elsewhere/arende.md", "utifrån")
        return folder
    }

    @Test("the kernel tells of it", arguments: changes)
    func kernel(_ change: Change) throws {
        let folder = try folder()
        let watch = Watching(try KernelWatch(root: folder.root))
        #expect(watch.hasChanged() == false)
        try change.make(folder)
        #expect(watch.hasChanged() == change.isNoticed)
        #expect(watch.hasChanged() == false)
    }

    @Test("looking through the files finds it", arguments: changes)
    func polling(_ change: Change) throws {
        let folder = try folder()
        let watch = Watching(PollingWatch(root: folder.root))
        #expect(watch.hasChanged() == false)
        try change.make(folder)
        #expect(watch.hasChanged() == change.isNoticed)
        #expect(watch.hasChanged() == false)
    }

    @Test("a folder that comes, or comes back, is watched from then on")
    func newFolders() throws {
        let folder = try folder()
        let watch = Watching(try KernelWatch(root: folder.root))
        try folder.make("content/moten/2020/host")
        #expect(watch.hasChanged() == true)
        try folder.write("content/moten/2020/host/fs.md", "möte")
        #expect(watch.hasChanged() == true)
        try folder.remove("content")
        #expect(watch.hasChanged() == true)
        try folder.make("content/arenden")
        #expect(watch.hasChanged() == true)
        try folder.write("content/arenden/a.md", "åter")
        #expect(watch.hasChanged() == true)
        try folder.move("elsewhere", to: "content/arenden/2020-9")
        #expect(watch.hasChanged() == true)
        try folder.write("content/arenden/2020-9/arende.md", "ändrat")
        #expect(watch.hasChanged() == true)
    }

    @Test("a folder that has been moved away is watched no more")
    func movedAway() throws {
        let folder = try folder()
        let watch = Watching(try KernelWatch(root: folder.root))
        try folder.move("content/arenden", to: "gamla")
        #expect(watch.hasChanged() == true)
        try folder.write("gamla/a.md", "x")
        #expect(watch.hasChanged() == false)
    }

    @Test("more changes than the kernel keeps are a change, and new folders among them are found")
    func overflow() throws {
        let folder = try folder()
        let watch = Watching(try KernelWatch(root: folder.root))
        let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
        let count = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
        // Two names in turn, for the kernel puts like news together.
        for _ in 0...count {
            try folder.move("content/arenden/a.md", to: "content/arenden/b.md")
            try folder.move("content/arenden/b.md", to: "content/arenden/a.md")
        }
        try folder.make("content/arenden/2020-2")
        while watch.hasChanged() == true {}
        try folder.write("content/arenden/2020-2/arende.md", "x")
        #expect(watch.hasChanged() == true)
    }

    @Test("the site's own folder being gone is more than a change")
    func rootGone() throws {
        let folder = try folder()
        let watch = Watching(try KernelWatch(root: folder.root))
        try folder.remove("")
        #expect(watch.hasChanged() == nil)
    }

    @Test("no more watches to be had is said, with the system's reason")
    func noMoreWatches() throws {
        let folder = try folder()
        var calls = ChangeNews.Calls()
        calls.watch = { _, path, _ in
            errno = path.hasSuffix("arenden") ? ENOSPC : 0
            return path.hasSuffix("arenden") ? -1 : 1
        }
        #expect(throws: WatchFailure(errno: ENOSPC)) { try KernelWatch(root: folder.root, calls: calls) }
        calls.begin = {
            errno = EMFILE
            return -1
        }
        #expect(throws: WatchFailure(errno: EMFILE)) { try KernelWatch(root: folder.root, calls: calls) }
    }
}

/// A watch that can be asked from within an expectation.
private final class Watching {
    private var watch: any SiteWatch

    init(_ watch: any SiteWatch) { self.watch = watch }

    deinit { (watch as? KernelWatch)?.end() }

    func hasChanged() -> Bool? { watch.hasChanged() }
}
