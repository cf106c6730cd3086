import Glibc
import Testing

@testable import Output

@Suite("What Klubba did not write")
struct ForeignTests {
    let work: Workplace

    init() throws { work = try Workplace() }

    @Test("a .gitignore, a note beside a page and a directory of one's own survive every build")
    func survives() async throws {
        try work.put("/*\n!.gitignore\n", at: "public/.gitignore")
        try await work.build(["arenden/1/index.html": "x", "arenden/2/index.html": "y"])
        try work.put("minns", at: "public/arenden/1/anteckning.txt")
        try work.makeDirectory("public/arenden/2/tom")
        try await work.build(["index.html": "z"])
        #expect(
            try work.tree().filter { $0.key != ".klubba-manifest" } == [
                ".gitignore": "/*\n!.gitignore\n", "arenden/": "", "arenden/1/": "", "arenden/2/": "",
                "arenden/2/tom/": "", "arenden/1/anteckning.txt": "minns", "index.html": "z",
            ])
        try await work.build([:])
        #expect(work.text("public/arenden/1/anteckning.txt") == "minns")
        #expect(work.text("public/.gitignore") == "/*\n!.gitignore\n")
    }

    @Test("in the way: all of it is named, and nothing is changed", arguments: [true, false])
    func inTheWay(isFirst: Bool) async throws {
        if !isFirst { try await work.build(["same.html": "s", "old.html": "o"]) }
        try work.put("min", at: "public/index.html")
        try work.put("min", at: "public/arenden")
        try work.makeDirectory("public/sok.html/inne")
        try work.put("min", at: "public/sok.html/inne/fil")
        mkfifo(work.site + "/ror.html", 0o644)
        let before = try work.tree()
        let failure = await work.failure(
            plan([
                "index.html": "ny", "arenden/1/index.html": "ny", "arenden/2/index.html": "ny", "sok.html": "ny",
                "ror.html": "ny", "same.html": "s!", "helt/ny.html": "ny",
            ]))
        #expect(
            failure
                == .foreign(["arenden", "index.html", "ror.html", "sok.html/inne/fil"].map { work.site + "/" + $0 }))
        #expect(try work.tree() == before)
    }

    @Test("a foreign file that already holds the planned bytes is adopted, and goes when the plan goes")
    func adopted() async throws {
        try work.put("lika", at: "public/arenden/1/index.html")
        work.setTime("public/arenden/1/index.html", to: 1_000)
        let report = try await work.build(["arenden/1/index.html": "lika", "index.html": "ny"])
        #expect(report.unchanged == 1)
        #expect(work.time("public/arenden/1/index.html") == 1_000 * 1_000_000_000)
        #expect(try await work.tree() == work.cleanTree(["arenden/1/index.html": "lika", "index.html": "ny"]))
        #expect(try await work.build(["index.html": "ny"]).removedPaths == ["arenden/1/index.html"])
    }

    @Test("a foreign file of the same size and time as a source is read before it is adopted")
    func adoptedCopy() async throws {
        try work.put("1234", at: "content/a.pdf")
        try work.put("5678", at: "public/a.pdf")
        work.setTime("content/a.pdf", to: 1_000)
        work.setTime("public/a.pdf", to: 1_000)
        let copies = copies(["a.pdf": work.folder + "/content/a.pdf"])
        #expect(await work.failure(copies) == .foreign([work.site + "/a.pdf"]))
        try work.put("1234", at: "public/a.pdf")
        #expect(await work.failure(copies) == nil)
    }

    @Test("an own page that somebody made a directory: empty it gives way, with a file of theirs it does not")
    func pageBecameDirectory() async throws {
        try await work.build(["a.html": "a"])
        try work.remove("public/a.html")
        try work.makeDirectory("public/a.html/tom")
        try await work.build(["a.html": "a"])
        #expect(work.text("public/a.html") == "a")
        try work.remove("public/a.html")
        try work.put("min", at: "public/a.html/fil")
        #expect(await work.failure(plan(["a.html": "a"])) == .foreign([work.site + "/a.html/fil"]))
        // And when the plan wants it no more, it is just left.
        try await work.build([:])
        #expect(work.text("public/a.html/fil") == "min")
    }

    @Test("a directory that is a link is never followed, neither to write nor to remove")
    func linkedDirectory() async throws {
        try await work.build(["arenden/1/index.html": "x", "index.html": "y"])
        try work.put("x", at: "etc/1/index.html")
        try work.remove("public/arenden")
        try work.link("public/arenden", to: work.folder + "/etc")
        let before = try work.tree("etc")
        for pages in [
            ["arenden/1/index.html": "ny", "index.html": "y"], ["arenden/2/index.html": "ny"], ["index.html": "y"],
        ] {
            #expect(await work.failure(plan(pages)) == .symbolicLink(work.site + "/arenden"))
        }
        #expect(try work.tree("etc") == before)
        #expect(work.text("public/index.html") == "y")
        #expect(try !work.tree().keys.contains(".klubba-stage/"))
    }

    @Test("a link in a directory that no build has been in")
    func linkedBeforeFirst() async throws {
        try work.put("fred", at: "etc/fil")
        try work.makeDirectory("public")
        try work.link("public/arenden", to: work.folder + "/etc")
        #expect(await work.failure(plan(["arenden/1.html": "ny"])) == .symbolicLink(work.site + "/arenden"))
        #expect(try work.tree("etc") == ["fil": "fred"])
        try work.remove("public/arenden")
        try work.link("public/arenden", to: "arenden")
        #expect(await work.failure(plan(["arenden/1.html": "ny"])) == .symbolicLink(work.site + "/arenden"))
    }

    @Test("a link where a page should be is somebody's, and what it points to is not written")
    func linkedPage() async throws {
        try await work.build(["a.html": "a"])
        try work.put("a", at: "min.html")
        try work.remove("public/a.html")
        try work.link("public/a.html", to: work.folder + "/min.html")
        #expect(await work.failure(plan(["a.html": "a"])) == .foreign([work.site + "/a.html"]))
        #expect(await work.failure(plan(["a.html": "b"])) == .foreign([work.site + "/a.html"]))
        try await work.build([:])
        #expect(work.text("min.html") == "a")
        #expect(try work.tree()["a.html"] == "→")
    }

    @Test("a stage or a manifest that is a link")
    func linkedStage() async throws {
        try work.put("min", at: "etc/0")
        try work.makeDirectory("public")
        try work.link("public/.klubba-stage", to: work.folder + "/etc")
        #expect(await work.failure(plan(["a": "a"])) == .symbolicLink(work.site + "/.klubba-stage"))
        try work.remove("public/.klubba-stage")
        try work.link("public/.klubba-manifest", to: work.folder + "/etc/0")
        #expect(await work.failure(plan(["a": "a"])) == .symbolicLink(work.site + "/.klubba-manifest"))
        #expect(work.text("etc/0") == "min")
    }

    @Test("a stage that a dead build left goes; a file of somebody's in it stays and is named")
    func stage() async throws {
        try work.put("halv", at: "public/.klubba-stage/17")
        try work.put("min", at: "public/.klubba-stage/anteckning.txt")
        #expect(await work.failure(plan(["a": "a"])) == .foreign([work.site + "/.klubba-stage/anteckning.txt"]))
        try work.remove("public/.klubba-stage/anteckning.txt")
        try await work.build(["a": "a"])
        #expect(try await work.tree() == work.cleanTree(["a": "a"]))
    }

    @Test("something else than a directory where the output should be")
    func noDirectory() async throws {
        try work.put("fil", at: "public")
        #expect(await work.failure(plan(["a": "a"])) == .notADirectory(work.site))
        #expect(work.text("public") == "fil")
        await #expect(throws: OutputFailure.notADirectory(work.site + "/inne")) {
            try await work.build(["a": "a"], into: work.site + "/inne")
        }
    }
}
