import Testing

@testable import Output

@Suite("Tombstones")
struct TombstoneTests {
    let work: Workplace

    init() throws { work = try Workplace() }

    @Test("a withdrawn ärende leaves a page that says so, for as long as the site stands")
    func withdrawn() async throws {
        let pages = ["index.html": "i", "arenden/1/index.html": "ett", "sidor/om/index.html": "om"]
        try await work.build(pages)
        let left = plan(["index.html": "i"], tombstone: "Återkallat")
        let report = try await left.write(to: work.site)
        #expect(report.newTombstones == 1)
        #expect(report.tombstones == 1)
        #expect(report.writtenPaths == ["arenden/1/index.html"])
        #expect(report.removedPaths == ["sidor/om/index.html"])
        #expect(work.text("public/arenden/1/index.html") == "Återkallat")
        #expect(
            work.text("public/.klubba-manifest")
                == "klubba-manifest 1\ngone arenden/1/index.html\npage index.html\nend 2\n")

        let again = try await left.write(to: work.site)
        #expect(again.written == 0)
        #expect(again.newTombstones == 0)
        #expect(again.tombstones == 1)

        let reworded = try await plan(["index.html": "i"], tombstone: "Indraget").write(to: work.site)
        #expect(reworded.writtenPaths == ["arenden/1/index.html"])
        #expect(reworded.newTombstones == 0)

        try await work.build(pages)
        #expect(try await work.tree() == work.cleanTree(pages))
    }

    @Test("what is no permanent address just goes")
    func notPermanent() async throws {
        let css = PlannedFile(path: "arenden/stil.css", content: .bytes { $0.append(65) })
        _ = try await OutputPlan(files: [css]).write(to: work.site)
        let report = try await plan([:], tombstone: "Återkallat").write(to: work.site)
        #expect(report.removedPaths == ["arenden/stil.css"])
        #expect(report.tombstones == 0)
    }

    @Test("when the site wants no tombstone any more it goes")
    func forgotten() async throws {
        try await work.build(["arenden/1/index.html": "ett"])
        _ = try await plan([:], tombstone: "Återkallat").write(to: work.site)
        #expect(try await work.build([:]).removedPaths == ["arenden/1/index.html"])
        #expect(try await work.tree() == work.cleanTree([:]))
    }

    @Test("a tombstone gives way where the plan needs its place")
    func inTheWay() async throws {
        try await work.build(["arenden/1": "ett", "arenden/2/a": "två"])
        let now = ["arenden/1/index.html": "ny", "arenden/2": "ny"]
        let report = try await plan(now, tombstone: "Återkallat").write(to: work.site)
        #expect(report.tombstones == 0)
        #expect(try await work.tree() == work.cleanTree(now))
    }

    @Test("a page that a dead build never published leaves none")
    func neverPublished() async throws {
        try await work.build(["index.html": "i"])
        for number in 0... {
            let refusal = Refusal(at: number, errno: 5, isForGood: true)
            let more = plan(["index.html": "i", "arenden/hemligt/index.html": "x"])
            let failure = await work.failure(more, trial: refusal.trial)
            if failure == nil { break }
            _ = try await plan(["index.html": "i"], tombstone: "Återkallat").write(to: work.site)
            #expect(try await work.tree() == work.cleanTree(["index.html": "i"]), "step \(number)")
        }
    }
}
