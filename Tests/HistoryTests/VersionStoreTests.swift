import Foundation
import Testing
import System

@testable import History

/// A site in a folder of its own.
private struct Place {
    let root: String
    let folder: TemporaryFolder

    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        root = folder.path
        for (path, text) in files {
            let url = URL(fileURLWithPath: root + "/" + path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    func text(_ path: String) -> String? { try? String(contentsOfFile: root + "/" + path, encoding: .utf8) }

    var store: VersionStore { VersionStore(root: root) }
}

private func change(_ path: String, _ before: String?, _ after: String?) throws -> FileChange {
    FileChange(
        path: try #require(SitePath(path)), before: before.map { Array($0.utf8) }, after: after.map { Array($0.utf8) })
}

@Suite("What is saved is kept")
struct VersionStoreTests {
    @Test("a save has its versions before and after, and its files their mode")
    func saves() throws {
        let place = try Place(["content/a.md": "ett"])
        chmod(place.root + "/content/a.md", 0o640)
        let version = try #require(
            try place.store.save(
                [change("content/a.md", "ett", "två"), change("content/ny/b.md", nil, "b")], label: "Sparat", time: 1))
        #expect(place.text("content/a.md") == "två" && place.text("content/ny/b.md") == "b")
        var status = stat()
        #expect(stat(place.root + "/content/a.md", &status) == 0 && status.st_mode & 0o777 == 0o640)
        #expect(stat(place.root + "/.klubba", &status) == 0 && status.st_mode & 0o777 == 0o700)
        #expect(place.text(".klubba/.gitignore") == "*\n")
        #expect(place.store.versions == [version])
        #expect(place.store.bytes(try #require(version.files[0].before)) == Array("ett".utf8))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.root + "/content").sorted() == ["a.md", "ny"])
    }

    @Test("what a page was given is kept, is no version, and goes when the history is emptied")
    func shown() throws {
        let place = try Place()
        let bytes = Array("visat".utf8)
        let hash = SHA256Sum.text(of: bytes)
        try place.store.remember(bytes, hash: hash)
        #expect(place.store.bytes(hash) == bytes && place.store.versions.isEmpty)
        try place.store.clear()
        #expect(place.store.bytes(hash) == nil)
    }

    @Test("who writes at the same time waits for the other, and no two versions have one number")
    func together() async throws {
        let place = try Place(["content/a.md": "", "content/b.md": ""])
        let root = place.root
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in ["a", "b"] {
                group.addTask {
                    var text = ""
                    for round in 0..<20 {
                        let change = try change("content/\(name).md", text, "\(round)")
                        text = "\(round)"
                        _ = try VersionStore(root: root).save([change], label: name, time: round)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(Set(place.store.versions.map(\.id)) == Set(1...40))
    }

    @Test("all files or none: one that was changed meanwhile stops the others")
    func allOrNone() throws {
        let place = try Place(["content/a.md": "ett", "content/b.md": "annat"])
        #expect(throws: SiteFailure.changed("content/b.md")) {
            try place.store.save(
                [change("content/a.md", "ett", "två"), change("content/b.md", "b", "c")], label: "", time: 1)
        }
        #expect(throws: SiteFailure.changed("content/b.md")) {
            try place.store.save([change("content/b.md", nil, "c")], label: "", time: 1)
        }
        #expect(place.text("content/a.md") == "ett" && place.text("content/b.md") == "annat")
        #expect(place.store.versions.isEmpty)
    }

    @Test("a save that changes no byte writes nothing")
    func nothing() throws {
        let place = try Place(["content/a.md": "ett"])
        #expect(try place.store.save([change("content/a.md", "ett", "ett")], label: "", time: 1) == nil)
        #expect(!FileManager.default.fileExists(atPath: place.root + "/.klubba"))
    }

    @Test("a save that a crash left half done is finished at the next start")
    func crash() throws {
        let place = try Place(["content/a.md": "ett", "content/b.md": "b"])
        try place.store.prepare()
        var files: [Version.File] = []
        for (path, before, after) in [("content/a.md", "ett", "två"), ("content/b.md", "b", "c")] {
            files.append(
                Version.File(
                    path: path, before: try place.store.keep(Array(before.utf8)),
                    after: try place.store.keep(Array(after.utf8))))
        }
        let version = Version(id: 1, time: 1, label: "Sparat", files: files)
        try place.store.put(Array(version.json.text.utf8), at: place.store.journal)
        try Data("två".utf8).write(to: URL(fileURLWithPath: place.root + "/content/a.md"))
        try place.store.recover()
        #expect(place.text("content/a.md") == "två" && place.text("content/b.md") == "c")
        #expect(place.store.versions == [version])
        #expect(!FileManager.default.fileExists(atPath: place.store.journal))
    }

    @Test("all of thirty days are kept, then the last of each day, and at last nothing")
    func pruning() throws {
        let place = try Place()
        let day = 86_400
        var before: String?
        for (number, time) in [1 * day, 1 * day + 5, 400 * day, 400 * day + 5].enumerated() {
            _ = try place.store.save([change("content/a.md", before, "\(number)")], label: "", time: time)
            before = "\(number)"
        }
        try place.store.prune(days: 500, now: 401 * day)
        #expect(place.store.versions.map(\.id) == [2, 3, 4])
        try place.store.prune(days: 365, now: 401 * day)
        #expect(place.store.versions.map(\.id) == [3, 4])
        try place.store.clear()
        #expect(place.store.versions.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.store.texts).isEmpty)
    }
}

@Suite("Only the site's own texts are written")
struct SitePathTests {
    @Test(
        "no hidden part, no way out, nothing that the commands write",
        arguments: [
            "", "/", "/etc/passwd", "content", "content/", "content/../klubba.yml", "../content/a.md", "content//a.md",
            "content/./a.md", "content/.hidden/a.md", "content/.git", "content/a.md/", "content\\a.md",
            "content/a\u{0}.md",
            "content/beslutslogg.jsonl", "content/granskade.jsonl", "content/nycklar.txt",
            "content/forsegling/huvud.txt",
            "content/.forseglat/x", ".klubba/historik/x", "public/index.html", "klubba.yml/x", "Content/a.md",
        ])
    func refused(path: String) {
        #expect(SitePath(path) == nil)
    }

    @Test("a link in any part is not followed")
    func links() throws {
        let (place, other) = (try Place(["content/a.md": "ett"]), try Place(["hemligt.md": "x"]))
        try FileManager.default.createSymbolicLink(
            atPath: place.root + "/content/ut", withDestinationPath: other.root)
        try FileManager.default.createSymbolicLink(
            atPath: place.root + "/content/lank.md", withDestinationPath: other.root + "/hemligt.md")
        for path in ["content/ut/hemligt.md", "content/lank.md"] {
            let path = try #require(SitePath(path))
            #expect(throws: SiteFailure.notPlain(path.description)) { try place.store.site.read(path) }
            #expect(throws: SiteFailure.self) {
                try place.store.save([FileChange(path: path, before: nil, after: [1])], label: "", time: 1)
            }
        }
        #expect(other.text("hemligt.md") == "x")
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.root) == ["hemligt.md"])
    }
}
