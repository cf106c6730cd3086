import Foundation
import Testing

@testable import Output

@Suite("Copied bilagor")
struct CopyTests {
    let work: Workplace
    let source: String
    let plan: OutputPlan

    init() throws {
        work = try Workplace()
        source = work.folder + "/content/bilaga.pdf"
        try work.put("version ett", at: "content/bilaga.pdf")
        work.setTime("content/bilaga.pdf", to: 1_600_000_000)
        plan = copies(["arenden/1/bilaga.pdf": source])
    }

    @Test("the copy has the source's bytes and time, and an inode of its own")
    func copied() async throws {
        _ = try await plan.write(to: work.site)
        #expect(work.text("public/arenden/1/bilaga.pdf") == "version ett")
        #expect(work.time("public/arenden/1/bilaga.pdf") == 1_600_000_000 * 1_000_000_000)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: source))
        try file.write(contentsOf: Data("VERSION".utf8))
        try file.close()
        #expect(work.text("public/arenden/1/bilaga.pdf") == "version ett")
        #expect(try await plan.write(to: work.site).written == 1)
        #expect(work.text("public/arenden/1/bilaga.pdf") == "VERSION ett")
    }

    @Test("a source that was only touched leaves the copy alone")
    func touched() async throws {
        _ = try await plan.write(to: work.site)
        work.setTime("content/bilaga.pdf", to: 1_700_000_000)
        #expect(try await plan.write(to: work.site).unchanged == 1)
        #expect(work.time("public/arenden/1/bilaga.pdf") == 1_600_000_000 * 1_000_000_000)
    }

    @Test("a source replaced by another of the same size and time is seen")
    func replaced() async throws {
        _ = try await plan.write(to: work.site)
        try await Task.sleep(for: .milliseconds(20))
        try work.put("version två"[...].replacingOccurrences(of: "å", with: "a"), at: "content/bilaga.pdf")
        work.setTime("content/bilaga.pdf", to: 1_600_000_000)
        #expect(try await plan.write(to: work.site).written == 1)
        #expect(work.text("public/arenden/1/bilaga.pdf") == "version tva")
    }

    @Test("a page becomes a copy and a copy a page")
    func pageAndCopy() async throws {
        try await work.build(["arenden/1/bilaga.pdf": "version ett"])
        #expect(try await plan.write(to: work.site).unchanged == 1)
        try await work.build(["arenden/1/bilaga.pdf": "version tre"])
        #expect(try await plan.write(to: work.site).written == 1)
        #expect(work.text("public/arenden/1/bilaga.pdf") == "version ett")
    }

    @Test("a source that is gone, a directory, a pipe: named, and the old site is whole")
    func unreadable() async throws {
        try await work.build(["a.html": "a"])
        let before = try work.tree()
        mkfifo(work.folder + "/content/ror", 0o644)
        for (path, number) in [
            ("/content/borta.pdf", ENOENT), ("/content", EISDIR), ("/content/ror", EINVAL),
            ("/content/bilaga.pdf/x", ENOTDIR),
        ] {
            let failure = await work.failure(copies(["a.html": source, "b.pdf": work.folder + path]))
            #expect(failure == .readFailed(work.folder + path, errno: number))
            #expect(try work.tree() == before)
        }
    }

    @Test("a source that is written to while it is copied: half of each is not published", arguments: [true, false])
    func changing(isFirst: Bool) async throws {
        if !isFirst { try await work.build(["a.html": "a"]) }
        let before = try work.tree()
        let source = source
        let trial: Trial = { step in
            if step == .stamp, let file = FileHandle(forWritingAtPath: source) {
                _ = try? file.seekToEnd()
                try? file.write(contentsOf: Data("mer".utf8))
                try? file.close()
            }
            return 0
        }
        #expect(await work.failure(plan, trial: trial) == .readFailed(source, errno: ESTALE))
        #expect(try work.tree() == before)
    }

    @Test("a source that is replaced or removed while it is copied: the copy is the old one, whole")
    func removed() async throws {
        let work = work
        let trial: Trial = { step in
            if step == .stamp { try? work.remove("content/bilaga.pdf") }
            return 0
        }
        #expect(await work.failure(plan, trial: trial) == nil)
        #expect(work.text("public/arenden/1/bilaga.pdf") == "version ett")
        #expect(await work.failure(plan) == .readFailed(source, errno: ENOENT))
    }

    @Test("several megabytes, from another file system too, compared and copied through the window")
    func large() async throws {
        var bytes = Data(count: 3_500_000)
        for index in stride(from: 0, to: bytes.count, by: 1013) { bytes[index] = UInt8(truncatingIfNeeded: index) }
        let elsewhere = "/dev/shm/klubba-output-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: elsewhere) }
        try bytes.write(to: URL(fileURLWithPath: elsewhere))
        try bytes.write(to: URL(fileURLWithPath: source))
        let plan = copies(["a.pdf": elsewhere, "b.pdf": source])
        let report = try await plan.write(to: work.site)
        #expect(report.bytesWritten == 7_000_000)
        for name in ["a.pdf", "b.pdf"] {
            #expect(FileManager.default.contents(atPath: work.site + "/" + name) == bytes)
        }
        // Touched, so that it is compared byte by byte; then with the last byte another.
        work.setTime("content/bilaga.pdf", to: 1_700_000_001)
        #expect(try await plan.write(to: work.site).unchanged == 2)
        bytes[bytes.count - 1] ^= 1
        try bytes.write(to: URL(fileURLWithPath: source))
        #expect(try await plan.write(to: work.site).writtenPaths == ["b.pdf"])
        #expect(FileManager.default.contents(atPath: work.site + "/b.pdf") == bytes)
    }

    @Test("an empty source")
    func empty() async throws {
        try work.put("", at: "content/tom.pdf")
        let plan = copies(["tom.pdf": work.folder + "/content/tom.pdf"])
        #expect(try await plan.write(to: work.site).written == 1)
        #expect(work.text("public/tom.pdf") == "")
        #expect(try await plan.write(to: work.site).unchanged == 1)
    }
}
