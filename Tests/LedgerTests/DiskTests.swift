import Foundation
import Testing

@testable import Ledger

@Suite("Writing the log")
final class DiskTests {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("klubba-logg-\(UUID().uuidString)")
    private var folder: LedgerFolder { LedgerFolder(root: root.path) }

    init() throws {
        try FileManager.default.createDirectory(
            at: root.appendingPathComponent("content/arenden"), withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    private func path(_ name: String) -> String { root.appendingPathComponent("content/\(name)").path }

    @Test("adds one whole line at a time, and leaves nothing else behind")
    func appends() throws {
        for line in LogFixture.lines(3) { try LedgerWriter(folder).append(line) }
        let log = try folder.readLog()
        #expect(log.lines.count == 3 && log.isWhole)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path(".forseglat")) == ["las"])
        #expect(try FileManager.default.attributesOfItem(atPath: path(".forseglat/las"))[.size] as? Int == 0)
    }

    @Test("a machine that dies before the new log has its name leaves the old one, and the next seal goes on from it")
    func dies() throws {
        let lines = LogFixture.lines(2)
        try LedgerWriter(folder).append(lines[0])
        // What such a death leaves: a part of a new log under another name, and a lock that nobody holds.
        try Data(lines[1].bytes.prefix(100)).write(to: URL(fileURLWithPath: path(".forseglat/skrivs-1")))
        try Data("någon, en dator, process 1".utf8).write(to: URL(fileURLWithPath: path(".forseglat/las")))
        #expect(try folder.readLog().lines.count == 1)
        #expect(try folder.readLog().isWhole)
        try LedgerWriter(folder).append(lines[1])
        #expect(try folder.readLog().lines.map(\.line) == lines)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path(".forseglat")) == ["las"])
    }

    @Test("what a witness remembers is held by one at a time")
    func witnesses() throws {
        let file = path("minne")
        let memory = try WitnessMemory(file: file)
        #expect(throws: HeadRefusal.self) { try WitnessMemory(file: file, patience: 60) }
        let note = SignedNote(
            Checkpoint(origin: "nyhamn.example/forsegling", size: 0, root: .nothing), signedBy: SigningKey())
        try memory.keep(note)
        #expect(try LedgerFolder.bytes(ofFile: file) == note.bytes)
    }

    @Test("while one writes, another is told who")
    func locked() throws {
        let writer = try LedgerWriter(folder)
        let failure = #expect(throws: LedgerFailure.self) { try LedgerWriter(self.folder, patience: 60) }
        guard case .locked(let holder) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(holder.contains("process \(ProcessInfo.processInfo.processIdentifier)"))
        try writer.append(LogFixture.lines(1)[0])
    }

    @Test("where locks do not reach everybody, a log that became another is seen, and nothing is lost")
    func withoutLocks() throws {
        let lines = LogFixture.lines(1)
        let writer = try LedgerWriter(folder)
        try Data(lines[0].bytes).write(to: URL(fileURLWithPath: path("beslutslogg.jsonl")))
        #expect(throws: LedgerFailure.changedMeanwhile) { try writer.append(lines[0]) }
        #expect(try folder.readLog().lines.map(\.line) == lines)
    }

    @Test("a disk that refuses leaves the log as it was, and no copy is kept of a text that changed meanwhile")
    func refused() throws {
        let lines = LogFixture.lines(1)
        try LedgerWriter(folder).append(lines[0])
        let paper = LogFixture.paper("arenden/x.md", text: "Text")
        try Data("Annan text".utf8).write(to: URL(fileURLWithPath: path("arenden/x.md")))
        #expect(throws: LedgerFailure.changedMeanwhile) { try LedgerWriter(self.folder).keepCopies(of: [paper]) }
        try FileManager.default.removeItem(atPath: path("beslutslogg.jsonl"))
        try FileManager.default.createDirectory(atPath: path("beslutslogg.jsonl"), withIntermediateDirectories: false)
        #expect(throws: LedgerFailure.self) { try LedgerWriter(self.folder).append(lines[0]) }
        #expect(throws: LedgerFailure.self) { try self.folder.readLog() }
    }

    @Test("the log keeps its own permissions")
    func permissions() throws {
        let lines = LogFixture.lines(2)
        try LedgerWriter(folder).append(lines[0])
        try FileManager.default.setAttributes([.posixPermissions: 0o664], ofItemAtPath: path("beslutslogg.jsonl"))
        try LedgerWriter(folder).append(lines[1])
        let attributes = try FileManager.default.attributesOfItem(atPath: path("beslutslogg.jsonl"))
        #expect(attributes[.posixPermissions] as? Int == 0o664)
    }
}
