import Glibc
import Testing

@testable import Output

@Suite("A site from build to build")
struct StoryTests {
    let work: Workplace

    init() throws { work = try Workplace() }

    @Test("built, edited, renamed, deleted, built: as if built anew")
    func story() async throws {
        var pages = [
            "index.html": "Nästa möte", "arenden/2019-30/index.html": "Förlängning", "arenden/index.html": "Ärenden",
            "moten/fs-2020-09-18/index.html": "Kallelse", "moten/fs-2020-09-18/beslut/index.html": "Beslut",
            "klubba.1.css": "gammal",
        ]
        let first = try await work.build(pages)
        #expect(first.written == 6)
        #expect(try await work.tree() == work.cleanTree(pages))

        pages["arenden/2019-30/index.html"] = "Förlängning av insatsen"
        pages["klubba.2.css"] = "ny"
        pages["klubba.1.css"] = nil
        pages["moten/fs-2020-09-19/index.html"] = pages.removeValue(forKey: "moten/fs-2020-09-18/index.html")
        pages["moten/fs-2020-09-18/beslut/index.html"] = nil
        let second = try await work.build(pages)
        #expect(
            second.writtenPaths == [
                "arenden/2019-30/index.html", "klubba.2.css", "moten/fs-2020-09-19/index.html",
            ])
        #expect(
            second.removedPaths == [
                "klubba.1.css", "moten/fs-2020-09-18/beslut/index.html", "moten/fs-2020-09-18/index.html",
            ])
        #expect(second.unchanged == 2)
        #expect(second.bytes == pages.values.reduce(0) { $0 + $1.utf8.count })
        #expect(second.bytesWritten == "Förlängning av insatsen".utf8.count + 2 + "Kallelse".utf8.count)
        #expect(try await work.tree() == work.cleanTree(pages))
    }

    @Test("any plan after any plan: as if built anew", arguments: 1...12)
    func chance(seed: UInt64) async throws {
        var chance = Chance(state: seed)
        for _ in 0..<12 {
            let pages = chance.pages()
            try await work.build(pages)
            #expect(try await work.tree() == work.cleanTree(pages))
        }
    }

    @Test("nothing changed: nothing is touched, not even a directory's time")
    func unchanged() async throws {
        let pages = ["index.html": "a", "tom.txt": "", "arenden/1/index.html": "b"]
        try await work.build(pages)
        let times = try work.times()
        let time = work.time("public")
        let report = try await work.build(pages)
        #expect(report.written == 0)
        #expect(report.unchanged == 3)
        #expect(try work.times() == times)
        #expect(work.time("public") == time)
    }

    @Test("one page changed: the others keep their times, the same size or not")
    func oneChanged() async throws {
        try await work.build(["a.html": "1234", "b.html": "1234", "c.html": "1234"])
        for name in ["a.html", "b.html", "c.html"] { work.setTime("public/\(name)", to: 1_000_000) }
        try await work.build(["a.html": "1235", "b.html": "1234", "c.html": "12345"])
        #expect(work.time("public/b.html") == 1_000_000 * 1_000_000_000)
        #expect(work.time("public/a.html") != work.time("public/b.html"))
        #expect(
            try work.tree().filter { $0.key.hasSuffix(".html") } == [
                "a.html": "1235", "b.html": "1234", "c.html": "12345",
            ])
    }

    @Test("a page edited by hand is the plan's again, and one removed by hand comes back")
    func byHand() async throws {
        let pages = ["a.html": "a", "b/c.html": "b"]
        try await work.build(pages)
        try work.put("hand", at: "public/a.html")
        try work.remove("public/b")
        try await work.build(pages)
        #expect(try await work.tree() == work.cleanTree(pages))
    }

    @Test("a page becomes a directory, and a directory a page")
    func fileAndDirectory() async throws {
        let flat = ["a": "fil", "b-c": "x", "d": "y"]
        let deep = ["a/b/index.html": "sida", "a/c/index.html": "sida", "b-c": "x", "d/e": "y"]
        try await work.build(flat)
        try await work.build(deep)
        #expect(try await work.tree() == work.cleanTree(deep))
        try await work.build(flat)
        #expect(try await work.tree() == work.cleanTree(flat))
    }

    @Test("thousands of pages on all cores, the same whatever order they are planned in")
    func many() async throws {
        var files: [PlannedFile] = []
        for number in 0..<3000 {
            let path = "arenden/\(number % 70)/\(number)/index.html"
            files.append(PlannedFile(path: path, content: .bytes { $0.append(contentsOf: "sida \(number)".utf8) }))
        }
        let steps = Steps()
        let report = try await OutputPlan(files: files).write(to: work.site) { done, all in steps.add(done, all) }
        #expect(report.written == 3000)
        #expect(steps.highest == 3000)
        #expect(steps.all == [3000])
        _ = try await OutputPlan(files: files.reversed()).write(to: work.folder + "/andra")
        #expect(try work.tree() == work.tree("andra"))
        #expect(try await OutputPlan(files: files.shuffled()).write(to: work.site).unchanged == 3000)
    }

    @Test("a page larger than the window it is compared through")
    func large() async throws {
        let text = String(repeating: "å", count: 3_000_000)
        try await work.build(["stor.html": text])
        #expect(try await work.build(["stor.html": text]).unchanged == 1)
        #expect(try await work.build(["stor.html": text.dropLast() + "ö"]).written == 1)
        #expect(work.text("public/stor.html")?.last == "ö")
    }

    @Test("an empty plan leaves an empty site, and the directory")
    func empty() async throws {
        try await work.build(["a/b/c.html": "x"])
        try await work.build([:])
        #expect(try work.tree() == [".klubba-manifest": "klubba-manifest 1\nend 0\n"])
    }

    @Test("parents are made; modes follow the umask")
    func modes() async throws {
        try await work.build(["a/b.html": "x"], into: work.folder + "/ny/ort//public/")
        #expect(work.text("ny/ort/public/a/b.html") == "x")
        let mask = umask(0)
        umask(mask)
        var status = stat()
        stat(work.folder + "/ny/ort/public/a", &status)
        #expect(status.st_mode & 0o777 == 0o755 & ~mask)
        stat(work.folder + "/ny/ort/public/a/b.html", &status)
        #expect(status.st_mode & 0o777 == 0o644 & ~mask)
    }
}
