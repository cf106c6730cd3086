import Foundation
import Testing

@testable import Output

/// The same as `FailureTests`, on a disk that is really full or closed. Mounting needs root; without it the run says
/// that these were skipped, and why.
@Suite("A real disk", .enabled(if: geteuid() == 0, "mounting a small disk needs root"))
struct RealDiskTests {
    let work: Workplace

    init() throws { work = try Workplace() }

    @Test("full in the middle of a rebuild: the old site is whole, byte for byte")
    func full() async throws {
        let disk = try Mount(on: work.folder + "/disk", ["-t", "tmpfs", "-o", "size=256k", "tmpfs"])
        let site = disk.path + "/public"
        let small = ["a.html": "liten", "b/c.html": "liten"]
        try await work.build(small, into: site)
        let before = try work.tree("disk/public")
        let large = ["a.html": "ny", "b/c.html": String(repeating: "x", count: 300_000), "d/e.html": "ny"]
        await #expect(throws: OutputFailure.diskFull(site + "/b/c.html")) { try await work.build(large, into: site) }
        #expect(try work.tree("disk/public") == before)

        try work.put(String(repeating: "x", count: 300_000), at: "content/stor.pdf")
        await #expect(throws: OutputFailure.diskFull(site + "/stor.pdf")) {
            try await copies(["stor.pdf": work.folder + "/content/stor.pdf"]).write(to: site)
        }
        #expect(try work.tree("disk/public") == before)
        #expect(try await work.build(small, into: site).unchanged == 2)
    }

    @Test("full in the middle of a first build: nothing is left of it")
    func fullAtFirst() async throws {
        let disk = try Mount(on: work.folder + "/disk", ["-t", "tmpfs", "-o", "size=256k", "tmpfs"])
        var pages: [String: String] = [:]
        for number in 0..<200 { pages["arenden/\(number)/index.html"] = String(repeating: "x", count: 4000) }
        do throws(OutputFailure) {
            try await work.build(pages, into: disk.path + "/public")
            Issue.record("200 pages found room")
        } catch {
            guard case .diskFull = error else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(try work.tree("disk/public").isEmpty)
    }

    @Test("no inodes left is a full disk too")
    func noInodes() async throws {
        let disk = try Mount(on: work.folder + "/disk", ["-t", "tmpfs", "-o", "nr_inodes=16", "tmpfs"])
        let site = disk.path + "/public"
        try await work.build(["a": "a"], into: site)
        let before = try work.tree("disk/public")
        let many = Dictionary(uniqueKeysWithValues: (0..<16).map { ("d/\($0)", "x") })
        do throws(OutputFailure) {
            try await work.build(many, into: site)
            Issue.record("sixteen files found room")
        } catch {
            guard case .diskFull = error else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(try work.tree("disk/public") == before)
    }

    @Test("for reading only: nothing to do is no failure, anything else is")
    func readOnly() async throws {
        try await work.build(["a.html": "a"])
        let mount = try Mount(on: work.folder + "/skyddad", ["--bind", work.site])
        try mount.remountReadOnly()
        let path = mount.path
        #expect(try await work.build(["a.html": "a"], into: path).unchanged == 1)
        await #expect(throws: OutputFailure.notWritable(path + "/.klubba-stage", errno: EROFS)) {
            try await work.build(["a.html": "b"], into: path)
        }
        await #expect(throws: OutputFailure.notWritable(path + "/.klubba-stage", errno: EROFS)) {
            try await work.build([:], into: path)
        }
        await #expect(throws: OutputFailure.notWritable(path + "/inne", errno: EROFS)) {
            try await work.build(["a.html": "a"], into: path + "/inne")
        }
        #expect(work.text("public/a.html") == "a")
    }
}

/// Something mounted on a folder for as long as the value lives.
private final class Mount {
    let path: String

    init(on path: String, _ arguments: [String]) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Self.run("mount", arguments + [path])
    }

    deinit {
        try? Self.run("umount", ["-l", path])
    }

    func remountReadOnly() throws { try Self.run("mount", ["-o", "remount,bind,ro", path]) }

    private struct Refused: Error {
        let command: [String]
    }

    private static func run(_ command: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [command] + arguments
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw Refused(command: [command] + arguments) }
    }
}
