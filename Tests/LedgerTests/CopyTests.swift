import Diagnostics
import Foundation
import Testing

@testable import Ledger

@Suite("What a line says of the copies that are kept")
final class CopyTests {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent(
        "klubba-kopia-\(UUID().uuidString)")
    private var folder: LedgerFolder { LedgerFolder(root: root.path) }

    init() throws {
        try FileManager.default.createDirectory(
            at: root.appendingPathComponent("content/arenden"), withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    /// What is told of a line that seals a text, after a change of what it says of it.
    private func told(_ text: String, _ change: (inout LogPaper) -> Void) async throws -> [Diagnostic] {
        var paper = LogFixture.paper("arenden/x.md", text: text)
        try Data(text.utf8).write(to: root.appendingPathComponent("content/arenden/x.md"))
        try LedgerWriter(folder).keepCopies(of: [paper])
        change(&paper)
        let line = LogFixture.lines(1)[0].forged { $0.papers = [paper] }
        return await SealCheck(
            SealState(LogFixture.log([line])), in: folder, bodies: [], day: { $0.day }, isMoved: { _ in false },
            next: { _, _ in nil }
        ).copyFindings()
    }

    @Test("a line that seals the hash of one text and the content of another is an error of the line")
    func contradiction() async throws {
        #expect(try await told("Text") { _ in } == [])
        let expected = [
            Diagnostic(Place(DecisionLog.file, line: 1), .logContradictsCopy(paper: "content/arenden/x.md"))
        ]
        #expect(try await told("Text") { $0.content = Digest(of: "Annan text") } == expected)
        #expect(try await told("Text") { $0.size = 5 } == expected)
    }

    @Test("a line that names a file outside content/, or readers that there are not, is damaged")
    func outside() {
        let changes: [(inout LogPaper) -> Void] = [
            { $0.path = "../nyckel.md" }, { $0.path = "arenden/../../nyckel.md" }, { $0.path = "/etc/passwd" },
            { $0.published[0].address = "../ut/" }, { $0.visibility = "alla" }, { $0.published[0].visibility = "" },
        ]
        for change in changes {
            let line = LogFixture.lines(1)[0].forged { change(&$0.papers[0]) }
            #expect(!LogFixture.log([line]).isWhole)
        }
        #expect(!LogFixture.log([LogFixture.lines(1)[0].forged { $0.kind = .notice }]).isWhole)
        #expect(LogFixture.log(LogFixture.lines(1)).isWhole)
    }
}
