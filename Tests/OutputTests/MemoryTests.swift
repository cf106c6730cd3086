import Fingerprints
import Foundation
import Synchronization
import Testing

@testable import Output

@Suite("What a build remembers of the last one")
struct MemoryTests {
    let work: Workplace
    private let made = Made()

    init() throws { work = try Workplace() }

    /// Which files were asked for their bytes.
    private final class Made: Sendable {
        private let paths = Mutex([String]())
        func add(_ path: String) { paths.withLock { $0.append(path) } }
        func taken() -> [String] {
            paths.withLock { paths in
                defer { paths = [] }
                return paths.sorted()
            }
        }
    }

    /// Pages by path, each made from its own text.
    private func plan(_ pages: [String: String], origins: [String: String] = [:]) -> OutputPlan {
        OutputPlan(
            files: pages.map { path, text in
                var origin = Fingerprint()
                origin.add(origins[path] ?? text)
                return PlannedFile(
                    path: path,
                    content: .bytes { [made] page in
                        made.add(path)
                        page.append(contentsOf: text.utf8)
                    }, isPermanent: true, origin: origin)
            })
    }

    private func build(_ plan: OutputPlan, _ memory: OutputMemory? = nil) async throws -> OutputMemory {
        try #require(try await plan.write(to: work.site, remembering: memory).memory)
    }

    @Test("a file that is made from the same, and lies as it was left, is not made again")
    func nothingNew() async throws {
        let pages = ["a.html": "ett", "b.html": "två"]
        let memory = try await build(plan(pages))
        #expect(made.taken() == ["a.html", "b.html"])
        let again = try await build(plan(pages), memory)
        #expect(made.taken() == [] && again == memory)
        let third = try await build(plan(["a.html": "tre", "b.html": "två", "c.html": "fyra"]), again)
        #expect(made.taken() == ["a.html", "c.html"])
        #expect(try await build(plan(["a.html": "tre", "b.html": "två", "c.html": "fyra"]), third) == third)
        #expect(made.taken() == [])
    }

    @Test("a file that somebody has changed, or removed, is made again")
    func touched() async throws {
        let pages = ["a.html": "ett", "b.html": "två", "c.html": "tre"]
        let memory = try await build(plan(pages))
        _ = made.taken()
        try work.put("två!", at: "public/b.html")
        try work.remove("public/c.html")
        _ = try await build(plan(pages), memory)
        #expect(made.taken() == ["b.html", "c.html"])
        #expect(try await work.tree() == work.cleanTree(pages))
    }

    @Test("what is remembered of another output, or from before another build, counts for nothing")
    func stale() async throws {
        let memory = try await build(plan(["a.html": "ett", "b.html": "två"]))
        // A build that remembers nothing, with the same paths and another text.
        _ = try await plan(["a.html": "nytt", "c.html": "tre"]).write(to: work.site)
        _ = made.taken()
        _ = try await build(plan(["a.html": "ett", "b.html": "två"]), memory)
        #expect(made.taken() == ["a.html", "b.html"])
        #expect(try await work.tree() == work.cleanTree(["a.html": "ett", "b.html": "två"]))
    }

    @Test("a file with no fingerprint of what it is made from is always made")
    func unknown() async throws {
        let plan = OutputPlan(files: [
            PlannedFile(path: "a.html", content: .bytes { [made] _ in made.add("a.html") })
        ])
        let memory = try await build(plan)
        _ = try await build(plan, memory)
        #expect(made.taken() == ["a.html", "a.html"])
    }

    @Test("an output is untouched until a file of it is changed, removed or put beside the manifest's")
    func untouched() async throws {
        let memory = try await build(plan(["a.html": "ett", "moten/b.html": "två"]))
        #expect(await memory.untouched(in: work.site)?.files == 2)
        let words = memory.words
        #expect(OutputMemory(words: words[...]) == memory)
        #expect(OutputMemory(words: words.dropLast()) == nil)
        try work.makeDirectory("public/" + OutputDirectory.stage)
        #expect(await memory.untouched(in: work.site) == nil)
        try work.remove("public/" + OutputDirectory.stage)
        #expect(await memory.untouched(in: work.site)?.files == 2)
        try work.put("ett!", at: "public/a.html")
        #expect(await memory.untouched(in: work.site) == nil)
        try work.remove("public/a.html")
        #expect(await memory.untouched(in: work.site) == nil)
        #expect(await memory.untouched(in: work.folder + "/annan") == nil)
    }
}
