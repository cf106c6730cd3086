import Foundation
import Synchronization
import Testing

@testable import Output

@Suite("The new site takes the old one's place in one step")
struct ExchangeTests {
    let work: Workplace

    init() throws { work = try Workplace() }

    private final class Turns: Sendable {
        let count = Atomic(0)
    }

    private func inode(_ path: String) -> UInt64 {
        var status = stat()
        return lstat(work.folder + "/" + path, &status) == 0 ? UInt64(status.st_ino) : 0
    }

    private func kept() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: work.folder + "/.public.klubba").filter {
            $0 != ".gitignore"
        }
        .sorted()
    }

    @Test("a reader that reads on meanwhile gets each site whole", .timeLimit(.minutes(2)))
    func readers() async throws {
        func pages(_ version: Int) -> [String: String] {
            var pages = ["index.html": "\(version)", "tema/stil.css": "\(version)"]
            for number in 0..<40 { pages["arenden/\(number)/index.html"] = "\(version)" }
            return pages
        }
        try await work.build(pages(0))
        let (work, turns) = (work, Turns())
        let reader = Task.detached { () -> (reads: Int, faults: [String]) in
            var (reads, faults): (Int, [String]) = (0, [])
            while !Task.isCancelled {
                // As a web server: the folder is opened, and both files are read from what it is then.
                let turn = turns.count.load(ordering: .sequentiallyConsistent)
                let folder = open(work.site, O_RDONLY | O_DIRECTORY)
                guard folder >= 0 else {
                    faults.append("no site")
                    continue
                }
                let texts = ["index.html", "tema/stil.css", "arenden/39/index.html"].map { path -> String in
                    let file = openat(folder, path, O_RDONLY)
                    defer { close(file) }
                    var bytes = [UInt8](repeating: 0, count: 16)
                    let count = read(file, &bytes, 16)
                    return count < 0 ? "–" : String(decoding: bytes.prefix(count), as: UTF8.self)
                }
                close(folder)
                reads += 1
                // The tree of three builds ago is made into the next site.
                let isRecent = turns.count.load(ordering: .sequentiallyConsistent) < turn + 2
                if isRecent, Set(texts).count != 1 { faults.append(texts.joined(separator: " ")) }
            }
            return (reads, faults)
        }
        for version in 1...200 {
            try await work.build(pages(version))
            turns.count.add(1, ordering: .sequentiallyConsistent)
        }
        reader.cancel()
        let (reads, faults) = await reader.value
        #expect(reads > 200)
        #expect(faults.isEmpty, "\(faults.prefix(5))")
    }

    @Test("unchanged files are the same files before and after, and what was not klubba's is there")
    func sameFiles() async throws {
        try await work.build(["a.html": "a", "b/c.html": "b", "d/e.html": "e"])
        try work.put("min", at: "public/b/min.txt")
        try work.put("min", at: "public/egen/mapp/fil")
        try work.link("public/egen/lank", to: "ingenstans")
        mkfifo(work.site + "/ror", 0o600)
        let before = (inode("public/a.html"), inode("public/b/min.txt"), inode("public/ror"))
        for version in 1...6 {
            try await work.build(["a.html": "a", "b/c.html": "\(version)"])
            #expect((inode("public/a.html"), inode("public/b/min.txt"), inode("public/ror")) == before)
            #expect(
                try work.tree().filter { !$0.key.hasPrefix(".klubba") }
                    == [
                        "a.html": "a", "b/": "", "b/c.html": "\(version)", "b/min.txt": "min", "egen/": "",
                        "egen/mapp/": "", "egen/mapp/fil": "min", "egen/lank": "→", "ror": work.text("public/ror"),
                    ].compactMapValues { $0 })
        }
    }

    @Test("mode and set-group bit of the output stay")
    func mode() async throws {
        try await work.build(["a": "a"])
        chmod(work.site, 0o2750)
        try await work.build(["a": "b"])
        var status = stat()
        stat(work.site, &status)
        #expect(status.st_mode & 0o7777 == 0o2750)
    }

    @Test("two former sites are kept, where nobody else may look; --keep says how many")
    func kept() async throws {
        for version in 1...5 { try await work.build(["a.html": "\(version)"]) }
        var status = stat()
        stat(work.folder + "/.public.klubba", &status)
        #expect(status.st_mode & 0o777 == 0o700)
        let numbers = try kept().compactMap { Int($0) }.sorted()
        #expect(numbers.count == 2)
        #expect(work.text(".public.klubba/\(numbers[1])/a.html") == "4")
        #expect(work.text(".public.klubba/\(numbers[0])/a.html") == "3")
        _ = try await plan(["a.html": "6"]).write(to: work.site, remembering: nil, keep: 0)
        #expect(!FileManager.default.fileExists(atPath: work.folder + "/.public.klubba"))
    }

    @Test("the last builds come back, one after the other, and a build makes the new site again")
    func undo() async throws {
        try await work.build(["a.html": "1", "borta.html": "b"])
        try await work.build(["a.html": "2", "ny.html": "n"])
        try await work.build(["a.html": "3", "ny.html": "n"])
        let former = try #require(try FormerSites(beside: work.site))
        let first = try #require(try former.comingBack())
        #expect(first.changes == ["a.html"] && first.comes == [] && first.goes == [])
        try former.bringBack()
        former.close()
        #expect(work.text("public/a.html") == "2")
        let again = try #require(try FormerSites(beside: work.site))
        let second = try #require(try again.comingBack())
        #expect(second.comes == ["borta.html"] && second.goes == ["ny.html"] && second.changes == ["a.html"])
        try again.bringBack()
        #expect(work.text("public/borta.html") == "b")
        #expect(try again.comingBack() == nil)
        again.close()
        try await work.build(["a.html": "3", "ny.html": "n"])
        #expect(try await work.tree() == work.cleanTree(["a.html": "3", "ny.html": "n"]))
        let last = try #require(try FormerSites(beside: work.site))
        #expect(last.forget() == 1)
        last.close()
        #expect(!FileManager.default.fileExists(atPath: work.folder + "/.public.klubba"))
    }

    @Test("a site for other readers is not written over")
    func otherReaders() async throws {
        func plan(_ readers: String) -> OutputPlan {
            var plan = copies([:])
            plan.imprint = Imprint(readers: readers, day: "2026-11-20", program: "klubba 1")
            return plan
        }
        _ = try await plan("public").write(to: work.site)
        #expect(
            work.text("public/.klubba-manifest")
                == "klubba-manifest 3\nfor public\nday 2026-11-20\nby klubba 1\nwith nothing\nend 0\n")
        #expect(await work.failure(plan("members")) == .otherReaders(work.site, standing: "public"))
        _ = try await plan("public").write(to: work.site)
    }

    @Test("what pages need comes first and the front page last, where files are moved one by one")
    func order() {
        let paths = ["arenden/1/index.html", "arenden/index.html", "data/a.csv", "index.html", "tema/stil.css"]
        let files = paths.map { PlannedFile(path: $0, content: .bytes { _ in }) }
        guard let order = try? PlanOrder(files) else { return }
        let draft = Draft(order, old: Manifest()) { _ in nil }
        #expect(
            draft.files.indices.sorted { draft.precedes($0, $1) }.map { draft.files[$0].path } == [
                "data/a.csv", "tema/stil.css", "arenden/1/index.html", "arenden/index.html", "index.html",
            ])
    }
}

@Suite("A site that no folder can take the place of")
struct InPlaceTests {
    let work: Workplace
    let before = ["index.html": "gammal", "arenden/1/index.html": "ett", "a.css": "a", "bort/x.html": "x", "same": "="]
    let after = [
        "index.html": "ny", "arenden/1/index.html": "ett!", "arenden/3/i.html": "tre", "b.css": "b", "same": "=",
    ]

    init() throws { work = try Workplace() }

    /// What stands where the folder beside the output would be.
    private func takeTheName() throws { try work.put("min", at: ".public.klubba") }

    @Test("each refused step leaves the old site whole", arguments: [ENOSPC, EIO, EACCES])
    func putBack(errno: CInt) async throws {
        let clean = try await work.cleanTree(after)
        var count = 0
        for number in 0... {
            let work = try Workplace()
            try work.put("min", at: ".public.klubba")
            try await work.build(before)
            try work.put("min", at: "public/bort/min.txt")
            let old = try work.tree().filter { !$0.key.hasPrefix(".klubba-stage") }
            let refusal = Refusal(at: number, errno: errno)
            let failure = await work.failure(plan(after), trial: refusal.trial)
            guard let step = refusal.refused else { break }
            count += 1
            if failure != nil {
                #expect(try work.tree().filter { !$0.key.hasPrefix(".klubba-stage") } == old, "step \(number), \(step)")
            }
            try await work.build(after)
            try work.remove("public/bort")
            #expect(try work.tree() == clean, "step \(number), \(step)")
        }
        #expect(count > 20)
    }

    @Test("what could not be put back is counted")
    func partly() async throws {
        try takeTheName()
        try await work.build(before)
        var failures: [OutputFailure] = []
        for number in 0... {
            let refusal = Refusal(at: number, errno: EIO, isForGood: true)
            guard let failure = await work.failure(plan(after), trial: refusal.trial) else { break }
            failures.append(failure)
            try await work.build(before)
        }
        let counts = failures.compactMap { failure -> Int? in
            if case .partly(_, let files) = failure { files } else { nil }
        }
        #expect(counts.first == 1 && counts.count > 4)
    }
}
