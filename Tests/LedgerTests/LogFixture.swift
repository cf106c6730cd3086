import Meetings

@testable import Ledger

/// Logs made in memory.
enum LogFixture {
    static func paper(_ path: String = "arenden/2020-1/arende.md", text: String = "Text") -> LogPaper {
        LogPaper(
            path: path, title: "2020:1 Lokaler", size: text.utf8.count, digest: Digest(of: text),
            content: Digest(of: text), visibility: "offentlig",
            published: [
                PublishedPart(
                    address: "arenden/2020-1/", part: "text", digest: Digest(of: text), visibility: "offentlig")
            ])
    }

    /// A whole chain of as many lines, signed where there is a key.
    static func lines(_ count: Int, key: SigningKey? = nil, from first: Int = 1, after: Digest = .nothing) -> [LogLine]
    {
        var lines: [LogLine] = []
        var previous = after
        for number in first..<(first + count) {
            let entry = LogEntry(
                number: number, time: LogTime(seconds: 1_600_000_000 + number * 86_400), meeting: "fs-2020-09-18",
                kind: number == 1 ? .summons : .supplement, leftOut: ["bilaga", "fs"],
                papers: [paper("arenden/2020-1/\(number).md")], previous: previous, key: key?.publicKey ?? "")
            let line = LogLine(entry) { bytes in key?.signature(of: bytes) ?? "" }
            previous = line.digest
            lines.append(line)
        }
        return lines
    }

    static func log(_ lines: [LogLine]) -> DecisionLog { DecisionLog(lines.flatMap(\.bytes)) }

    static func messages(_ log: DecisionLog) -> [String] { log.diagnostics.map { $0.line(in: .swedish) } }
}

extension LogLine {
    /// The line with something in its entry changed, and nothing else.
    func edited(_ change: (inout LogEntry) -> Void) -> LogLine {
        var entry = entry
        change(&entry)
        return LogLine(entry: entry, sum: sum, signature: signature)
    }

    /// The same with its own sum made to fit.
    func forged(_ change: (inout LogEntry) -> Void) -> LogLine {
        var entry = entry
        change(&entry)
        let kept = signature
        return LogLine(entry) { _ in kept }
    }
}
