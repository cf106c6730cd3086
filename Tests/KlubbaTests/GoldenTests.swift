import Foundation
import Testing

/// A whole site against the pages that somebody has looked at. `make record` writes them anew, and the run that
/// records still fails, so that nobody records by accident. Without the search's index, which nobody can look at.
@Suite("The fixture site is, file by file, the one that was looked at")
struct GoldenTests {
    @Test("for each audience", arguments: ["public", "members"])
    func golden(audience: String) throws {
        let folder = Workplace.fixtures.appendingPathComponent("forbund")
        let place = try Workplace()
        let output = place.root.appendingPathComponent("ut")
        let result = try Program.run(
            ["build", "--no-search", "--today", "2020-10-01", "--audience", audience, "--output", output.path],
            in: folder.appendingPathComponent("site"))
        #expect(result.status == 0, "\(result.err)")
        let made = try place.tree("ut")
        let expectedFolder = folder.appendingPathComponent("expected-\(audience)")
        if ProcessInfo.processInfo.environment["KLUBBA_RECORD"] != nil {
            try? FileManager.default.removeItem(at: expectedFolder)
            try FileManager.default.copyItem(at: output, to: expectedFolder)
            Issue.record("recorded \(made.count) files for \(audience); look at them with git diff")
            return
        }
        let expected = try Tree.files(expectedFolder)
        #expect(Set(expected.keys).subtracting(made.keys).sorted() == [], "missing")
        #expect(Set(made.keys).subtracting(expected.keys).sorted() == [], "not expected")
        for (path, bytes) in expected where made[path] != nil && made[path] != bytes {
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            let now = String(decoding: made[path] ?? Data(), as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false)
            let first = zip(lines, now).enumerated().first { $0.element.0 != $0.element.1 }
            Issue.record(
                "\(path):\((first?.offset ?? min(lines.count, now.count)) + 1): expected \(first?.element.0 ?? "no more"), got \(first?.element.1 ?? "other length")"
            )
        }
    }
}
