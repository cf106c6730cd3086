import Testing

@testable import Output

@Suite("The manifest")
struct ManifestTests {
    let work: Workplace

    init() throws { work = try Workplace() }

    @Test("sorted by bytes, one file a line, the same whoever builds")
    func text() async throws {
        let pages = OutputPlan(files: [
            PlannedFile(path: "ö/index.html", content: .bytes { _ in }, isPermanent: true),
            PlannedFile(path: "a/index.html", content: .bytes { _ in }, isPermanent: true),
            PlannedFile(path: "a.css", content: .bytes { _ in }),
            PlannedFile(path: "rad\nbrytning\\n", content: .bytes { _ in }),
        ])
        _ = try await pages.write(to: work.site)
        #expect(
            work.text("public/.klubba-manifest") == #"""
                klubba-manifest 1
                file a.css
                page a/index.html
                file rad\nbrytning\\n
                page ö/index.html
                end 4

                """#)
        _ = try await pages.write(to: work.folder + "/andra")
        #expect(work.text("andra/.klubba-manifest") == work.text("public/.klubba-manifest"))
        #expect(try await pages.write(to: work.site).unchanged == 4)
    }

    @Test(
        "damaged: the line is named, and nothing is written or removed",
        arguments: [
            ("", 1), ("klubba-manifest 4\nend 0\n", 1), ("klubba-manifest 3\nend 0\n", 3),
            ("klubba-manifest 2\nend 0\n", 3),
            ("klubba-manifest 3\nfor public\nday 1\nby k\nfile a\nend 1\n", 2), ("klubba-manifest 1\n", 2),
            ("klubba-manifest 1", 1),
            ("klubba-manifest 1\nfile b.html\nend 1", 3), ("klubba-manifest 1\nfile b.html\nend 2\n", 3),
            ("klubba-manifest 1\nfile ../../etc/passwd\nend 1\n", 2),
            ("klubba-manifest 1\nfile /etc/passwd\nend 1\n", 2),
            ("klubba-manifest 1\nfile a//b\nend 1\n", 2), ("klubba-manifest 1\nfile \nend 1\n", 2),
            ("klubba-manifest 1\nfile b\nfile a\nend 2\n", 3), ("klubba-manifest 1\nfile a\nfile a\nend 2\n", 3),
            ("klubba-manifest 1\nfile a\\x\nend 1\n", 2), ("klubba-manifest 1\nfile a\\\nend 1\n", 2),
            ("klubba-manifest 1\nfilm a\nend 1\n", 2), ("klubba-manifest 1\nend 0\nfile a\n", 3),
            ("klubba-manifest 1\nfile .klubba-stage/1\nend 1\n", 2), ("klubba-manifest 1\nfile a\u{0}b\nend 1\n", 2),
        ])
    func damaged(text: String, line: Int) async throws {
        try await work.build(["a.html": "a", "b.html": "b"])
        try work.put(text, at: "public/.klubba-manifest")
        let before = try work.tree()
        let failure = await work.failure(plan(["a.html": "ny"]))
        #expect(failure == .manifestDamaged(work.site + "/.klubba-manifest", line: line))
        #expect(try work.tree() == before)
    }

    @Test("tells how the site was made, and is read back; the second version does not tell the options")
    func imprint() throws {
        var manifest = Manifest()
        manifest.imprint = Imprint(
            readers: "members", day: "2026-11-20", program: "klubba 1", options: ["packets", "zip"],
            tools: ["weasyprint 70.0"])
        manifest.append("a.css", .file)
        #expect(
            String(decoding: manifest.written(), as: UTF8.self) == """
                klubba-manifest 3
                for members
                day 2026-11-20
                by klubba 1
                with packets zip
                using weasyprint 70.0
                file a.css
                end 1

                """)
        #expect(try Manifest(reading: manifest.written()) == manifest)
        manifest.imprint = Imprint(readers: "members", day: "2026-11-20", program: "klubba 1", options: nil)
        #expect(
            manifest.written().starts(with: "klubba-manifest 2\nfor members\nday 2026-11-20\nby klubba 1\nfile".utf8))
        #expect(try Manifest(reading: manifest.written()) == manifest)
    }

    @Test("without its manifest a site is somebody's, but for what is as planned")
    func lost() async throws {
        try await work.build(["a.html": "a", "b.html": "b"])
        try work.remove("public/.klubba-manifest")
        #expect(await work.failure(plan(["a.html": "ny", "b.html": "b"])) == .foreign([work.site + "/a.html"]))
        #expect(try work.tree() == ["a.html": "a", "b.html": "b"])
        try await work.build(["a.html": "a", "b.html": "b"])
        #expect(try await work.tree() == work.cleanTree(["a.html": "a", "b.html": "b"]))
    }

    @Test(
        "paths that no plan may have",
        arguments: [
            "", "/etc/passwd", "../a", "a/../b", "a/./b", ".", "a/", "a//b", ".klubba-manifest", ".klubba-stage/1",
            "a\u{0}b", String(repeating: "å", count: 128), String(repeating: "a/", count: 2000) + "a",
        ])
    func unsafePath(path: String) async throws {
        #expect(await work.failure(plan(["index.html": "x", path: "x"])) == .unsafePaths([path]))
        #expect(try work.tree().isEmpty)
    }

    @Test("names that only look dangerous")
    func oddNames() async throws {
        let pages = [
            "...": "a", "..a/.b": "b", "a/.klubba-manifest": "c", String(repeating: "å", count: 127): "d", "-rf": "e",
        ]
        #expect(try await work.build(pages).written == 5)
        #expect(try await work.build(pages).unchanged == 5)
        try await work.build([:])
        #expect(try work.tree().count == 1)
    }

    @Test("two files in one place: all such are named")
    func collisions() async throws {
        let twice = OutputPlan(
            files: ["b", "a", "c/d", "a", "c", "c-d", "c.d", "c/d/e", "cc"].map {
                PlannedFile(path: $0, content: .bytes { _ in })
            })
        #expect(await work.failure(twice) == .collidingPaths(["a", "a", "c", "c/d", "c/d/e"]))
        #expect(try work.tree().isEmpty)
    }

    @Test("composed and decomposed letters are two names")
    func normalForms() async throws {
        let plan = OutputPlan(
            files: ["a\u{30A}.html", "å.html"].map { path in
                PlannedFile(path: path, content: .bytes { $0.append(contentsOf: path.utf8) })
            })
        #expect(try await plan.write(to: work.site).written == 2)
        #expect(try await plan.write(to: work.site).unchanged == 2)
    }
}
