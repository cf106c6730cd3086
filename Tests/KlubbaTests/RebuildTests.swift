import Foundation
import Testing

/// A build makes only what the changed files concern; what comes out is what a clean build makes.
@Suite("A rebuild after one change")
struct RebuildTests {
    /// A site where much hangs together: returned ärenden, follow-ups, answers, links both ways.
    private func site() throws -> Workplace {
        let place = try Workplace()
        let fixture = Workplace.fixtures.appendingPathComponent("forbund/site")
        try FileManager.default.removeItem(at: place.root)
        try FileManager.default.copyItem(at: fixture, to: place.root)
        return place
    }

    /// A file that was changed a moment ago is not trusted to be unchanged, so the tests let it come of age.
    private func settle() { Thread.sleep(forTimeInterval: 0.15) }

    private func files(_ site: Workplace, _ ending: String) throws -> [String] {
        try site.tree("content").keys.filter { $0.hasSuffix(ending) }.sorted()
    }

    private func build(_ site: Workplace, _ output: String) throws -> Program.Result {
        try site.run("build", "--today", "2020-10-01", "--output", output)
    }

    /// Builds over the last output and to an empty folder, and holds one against the other. A change can be a fault,
    /// which both builds must then refuse.
    private func compare(_ site: Workplace, after change: String) throws {
        let rebuilt = try build(site, "ut")
        // A notice that hangs may not come down by itself, which only the last output can tell.
        if rebuilt.err.contains("K147") { return }
        try? FileManager.default.removeItem(at: site.root.appendingPathComponent("ren"))
        let clean = try build(site, "ren")
        #expect(rebuilt.status == clean.status, "\(change)")
        guard clean.status == 0 else { return }
        let (one, other) = (try site.tree("ut"), try site.tree("ren"))
        // A withdrawn page leaves a tombstone, which a clean build knows nothing of; and the manifest lists it.
        let graves = Set(one.keys).subtracting(other.keys).filter { path in
            let text = String(decoding: one[path] ?? Data(), as: UTF8.self)
            return text.contains("finns inte längre") || text.contains("\"deleted\":true")
        }
        #expect(Set(one.keys).subtracting(graves) == Set(other.keys), "\(change)")
        let different = other.keys.filter { one[$0] != other[$0] && $0 != ".klubba-manifest" }.sorted()
        #expect(different == [], "\(change)")
    }

    @Test("of any text's words and title: as if built anew")
    func words() throws {
        let site = try site()
        settle()
        try compare(site, after: "nothing")
        for path in try files(site, ".md") {
            let text = try site.read("content/" + path)
            let titled = text.replacing(#/(?m)^titel: (.*)$/#) { "titel: \($0.1) på nytt" }
            try site.write("content/" + path, titled + "\nEn rad till, med [en länk](/diarium/).\n")
            settle()
            try compare(site, after: path)
        }
    }

    @Test("of any file's being there: as if built anew")
    func removals() throws {
        let site = try site()
        settle()
        try compare(site, after: "nothing")
        for path in try files(site, "") {
            let bytes = try Data(contentsOf: site.root.appendingPathComponent("content/" + path))
            try site.remove("content/" + path)
            settle()
            try compare(site, after: "without \(path)")
            try site.write("content/" + path, bytes)
            settle()
            try compare(site, after: "with \(path) again")
        }
    }

    @Test("of the front matter: dates, numbers and who may see it")
    func heads() throws {
        let site = try site()
        settle()
        try compare(site, after: "nothing")
        let changes: [(String, @Sendable (String) -> String)] = [
            ("members only", { $0.replacing(#/\A---\n/#, with: "---\nsynlighet: ledamöter\n") }),
            ("a number", { $0.replacing(#/(?m)^bilaga: .*$/#, with: "bilaga: 9") }),
            ("no number", { $0.replacing(#/(?m)^bilaga: .*\n/#, with: "") }),
            ("a day", { $0.replacing(#/(?m)^fs: .*$/#, with: "fs: 2020-11-20") }),
        ]
        for path in try files(site, "arende.md") {
            let text = try site.read("content/" + path)
            for (name, change) in changes where change(text) != text {
                try site.write("content/" + path, change(text))
                settle()
                try compare(site, after: "\(name): \(path)")
            }
            try site.write("content/" + path, text)
        }
    }

    @Test("when nothing has changed the build reads nothing, and says the same")
    func untouched() throws {
        let site = try Workplace([
            "content/arenden/2020-1.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1"),
            "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\ntid: 13.00\n---\n",
        ])
        settle()
        let first = try site.build()
        let second = try site.build()
        let files = try site.tree("public").count - 1
        #expect(second.err.contains("Byggde \(files) filer i public/"))
        #expect(second.err.contains(": 0 skrivna, \(files) oförändrade, 0 borttagna. 1 ärende och 1 möte: 0 fel"))
        #expect(
            first.err.split(separator: "0 borttagna.").last == second.err.split(separator: "0 borttagna.").last)
        // Another day is another site, and what somebody has done to the output is mended.
        let earlier = try site.run("build", "--today", "2020-09-12")
        #expect(!earlier.err.contains(": 0 skrivna"))
        try site.write("public/index.html", "annat")
        #expect(try site.run("build", "--today", "2020-09-12").err.contains(": 1 skrivna"))
    }

    @Test("a warning is told again, though nothing has changed")
    func warnings() throws {
        let site = try Workplace([
            "content/arenden/2020-1.md": matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1", "a@b.se\n")
        ])
        settle()
        let first = try site.build()
        #expect(first.err.contains("warning["))
        let second = try site.build()
        #expect(
            second.err.split(separator: "\n").filter { $0.contains("warning[") }
                == first.err.split(separator: "\n").filter { $0.contains("warning[") })
        #expect(second.err.split(separator: ": 0 fel").last == first.err.split(separator: ": 0 fel").last)
        #expect(try site.run("build", "--format", "json").out.contains("\"severity\": \"warning\""))
        #expect(try site.run("build", "--strict").status == 1)
    }

    @Test("a check tells the same as the last while nothing has changed, and what is new at once")
    func checks() throws {
        let text = matter("dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1\nhandläggare: Ada", "a@b.se\n")
        let site = try Workplace([
            "content/arenden/2020-1.md": text,
            "content/sidor/om.md": "---\ntitel: \"Om \\\"oss\\\" å\"\nutkast: ja\n---\n",
            "content/Thumbs.db": "",
        ])
        settle()
        let first = try site.run("check")
        #expect(first.status == 1 && first.err.contains("error[") && first.err.contains("Thumbs.db"))
        for _ in 1...2 {
            let next = try site.run("check")
            #expect((next.status, next.err) == (first.status, first.err))
        }
        #expect(try site.run("check", "--format", "json").out.contains("\"file\": \"content/arenden/2020-1.md\""))
        try site.write("content/sidor/om.md", "---\ntitel: Om\n---\n")
        let mended = try site.run("check")
        #expect(mended.status == 0 && !mended.err.contains("error[") && mended.err.contains("warning["))
        #expect(try site.run("check", "--strict").status == 1)
        try site.write("content/sidor/ny.md", "---\ntitel: Ny\n---\n[x](saknas)\n")
        #expect(try site.run("check").err != mended.err)
    }

    @Test("whatever is edited, however its times lie, and whichever memory is put back: no wrong page survives")
    func times() throws {
        let site = try Workplace([
            "content/arenden/2020-1.md": matter(
                "dnr: 2020:1\ntitel: Lokaler\nfs: 2020-09-18\nbilaga: 1", "Text 0000.\n"),
            "content/arenden/2020-2/arende.md": matter("dnr: 2020:2\ntitel: Budget\nfs: 2020-09-18\nbilaga: 2"),
            "content/arenden/2020-2/bilaga.txt": "0000",
            "content/moten/fs-2020-09-18.md": "---\nkallelse: 2020-09-11\ntid: 13.00\n---\nText 0000.\n",
        ])
        let cache = site.root.appendingPathComponent("minne")
        let kept = site.root.appendingPathComponent("gammalt-minne")
        let environment = ["XDG_CACHE_HOME": cache.path]
        var chance = SystemRandomNumberGenerator()
        let texts = [
            "content/arenden/2020-1.md", "content/arenden/2020-2/bilaga.txt", "content/moten/fs-2020-09-18.md",
        ]
        for round in 1...25 {
            let path = texts[Int.random(in: 0..<3, using: &chance)]
            let place = site.root.appendingPathComponent(path)
            let before = try FileManager.default.attributesOfItem(atPath: place.path)[.modificationDate]
            // As long as it was, and sometimes as it was once before.
            let number = String(1000 + Int.random(in: 0..<4, using: &chance))
            let text = try site.read(path).replacing(#/\d{4}(?=\.\n|$)/#, with: number)
            if Bool.random(using: &chance) { try FileManager.default.removeItem(at: place) }
            try site.write(path, text)
            switch Int.random(in: 0..<4, using: &chance) {
            case 0: try FileManager.default.setAttributes([.modificationDate: before as Any], ofItemAtPath: place.path)
            case 1:
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 4e9)], ofItemAtPath: place.path)
            case 2: settle()
            default: break
            }
            if round % 5 == 0, FileManager.default.fileExists(atPath: kept.path) {
                try? FileManager.default.removeItem(at: cache)
                try FileManager.default.copyItem(at: kept, to: cache)
            } else if round % 5 == 2 {
                try? FileManager.default.removeItem(at: kept)
                try? FileManager.default.copyItem(at: cache, to: kept)
            }
            let build = ["build", "--today", "2020-10-01", "--output"]
            #expect(try Program.run(build + ["ut"], in: site.root, environment: environment).status == 0)
            try? FileManager.default.removeItem(at: site.root.appendingPathComponent("ren"))
            _ = try Program.run(build + ["ren"], in: site.root, environment: ["XDG_CACHE_HOME": "/nonexistent"])
            #expect(try site.tree("ut") == site.tree("ren"), "round \(round)")
        }
    }
}
