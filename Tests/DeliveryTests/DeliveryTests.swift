import Foundation
import Meetings
import Output
import Testing

@testable import Delivery

@Suite("An edition taken to where its readers are")
struct DeliveryTests {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "/klubba-leverans-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func edition(_ pages: [String: String]) async throws -> Edition {
        let plan = OutputPlan(
            files: pages.map { path, text in PlannedFile(path: path, content: .bytes { $0 += Array(text.utf8) }) },
            imprint: Imprint(readers: "public", day: "2026-11-20", program: "klubba 1"))
        _ = try await plan.write(to: folder + "/bygge")
        return try #require(try Edition(folder: folder + "/bygge"))
    }

    private func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: folder + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    private func git(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test("what readers will see: new, withdrawn and changed")
    func changes() async throws {
        _ = try await edition(["a.html": "1", "b.html": "1", "c.html": "1"])
        try FileManager.default.copyItem(atPath: folder + "/bygge", toPath: folder + "/forra")
        let last = try #require(try Edition(folder: folder + "/forra"))
        let now = try await edition(["a.html": "1", "b.html": "2", "d.html": "1"])
        var expected = EditionChanges()
        (expected.new, expected.withdrawn, expected.changed) = (["d.html"], ["c.html"], ["b.html"])
        #expect(now.changes(since: last) == expected)
        #expect(now.changes(since: nil).new == ["a.html", "b.html", "d.html"])
        #expect(now.changes(since: now).isEmpty)
        #expect(try Edition(folder: folder + "/ingen") == nil)
    }

    @Test("a folder gets the edition in one step, beside site or anywhere; what is others' stays")
    func folders() async throws {
        let delivery = Delivery(to: .folder("webb"), root: folder)
        try await delivery.deliver(try await edition(["a.html": "1", "b.html": "1"]), release: "1") { _ in }
        #expect(text("webb/a.html") == "1")
        try Data("min".utf8).write(to: URL(fileURLWithPath: folder + "/webb/min.txt"))
        try await delivery.deliver(try await edition(["a.html": "2"]), release: "2") { _ in }
        #expect(text("webb/a.html") == "2" && text("webb/b.html") == nil && text("webb/min.txt") == "min")
    }

    @Test("a branch gets a commit a delivery, and none where nothing differs")
    func branches() async throws {
        _ = try git("init", "--quiet", "--bare", folder + "/fjarr.git")
        let delivery = Delivery(to: .git(remote: folder + "/fjarr.git", branch: "sidor"), root: folder)
        try FileManager.default.createDirectory(atPath: folder + "/.klubba", withIntermediateDirectories: true)
        try await delivery.deliver(
            try await edition(["a.html": "1", "å ä/b.html": "1"]), release: "20261120T000000Z"
        ) { _ in }
        #expect(try git("--git-dir=\(folder)/fjarr.git", "show", "sidor:a.html") == "1")
        try await delivery.deliver(try await edition(["a.html": "1", "å ä/b.html": "1"]), release: "2") { _ in }
        #expect(try git("--git-dir=\(folder)/fjarr.git", "rev-list", "--count", "sidor") == "1")
        try await delivery.deliver(try await edition(["a.html": "2"]), release: "20261121T000000Z") { _ in }
        #expect(try git("--git-dir=\(folder)/fjarr.git", "rev-list", "--count", "sidor") == "2")
        #expect(
            try git("--git-dir=\(folder)/fjarr.git", "ls-tree", "-r", "--name-only", "sidor")
                == ".klubba-manifest\na.html")
        #expect(delivery.keepsHistory)
    }

    @Test("a branch that nobody answers for: the program's own words are told")
    func noAnswer() async throws {
        let delivery = Delivery(to: .git(remote: folder + "/ingen.git", branch: "sidor"), root: folder)
        try FileManager.default.createDirectory(atPath: folder + "/.klubba", withIntermediateDirectories: true)
        let edition = try await edition(["a.html": "1"])
        do throws(DeliveryFailure) {
            try await delivery.deliver(edition, release: "1") { _ in }
            Issue.record("delivered to nowhere")
        } catch {
            guard case .refused(program: "git", let said) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(said.contains("Could not read from remote repository"))
        }
    }
}
