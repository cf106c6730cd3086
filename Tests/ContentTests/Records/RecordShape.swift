import Diagnostics
import Meetings
import Testing

@testable import Content

/// A record as one kind of board writes it, and what a careful reader finds decided in each of its §§ about an ärende.
struct RecordShape: Sendable, CustomTestStringConvertible {
    let name: String
    let body: String
    var role = Body.Role.deciding
    let text: String
    /// "§ 4 bifall", "§ 5 enligt nedan: att …", "§ 6 –" where nothing is decided, "§ 7 ? …" where that is in doubt.
    let decisions: [String]

    var testDescription: String { name }
}

/// A § of a record that is read by itself.
func readEntries(
    _ text: String, of body: String = "Förbundsstyrelsen", role: Body.Role = .deciding
) -> (entries: [MinutesEntry], messages: [String]) {
    guard let code = BodyCode("FS"), let other = BodyCode("AU"), let date = CalendarDate(year: 2026, month: 12, day: 11)
    else { return ([], []) }
    let bodies = [
        Body(code: other, name: "Beredningsutskottet", role: .preparing), Body(code: code, name: body, role: role),
    ]
    var disk = FileSystem.disk
    let bytes = Array(text.utf8)
    disk.read = { _, _ throws(FileFailure) in bytes }
    var reading = MinutesReading(disk: disk, clock: date, bodies: bodies)
    let file = FoundFile(path: "moten/fs-2026-12-11.protokoll.md", location: "x", size: bytes.count)
    let source = reading.read(file, meeting: MeetingID(body: code, date: date))
    return (source?.minutes.entries ?? [], reading.diagnostics.sorted().map { $0.line(in: .swedish) })
}

extension MinutesEntry {
    /// What it decides, in one line.
    var decided: String {
        let doubts = doubts.map { doubt in
            switch doubt {
            case .unknown(let word, let nearest, _): "? \(word)\(nearest.map { " (\($0))" } ?? "")"
            case .contradiction(let first, _, let other, _): "? \(first) / \(other)"
            }
        }
        guard doubts.isEmpty else { return doubts.joined(separator: "; ") }
        return decision?.shown ?? "–"
    }
}

extension Decision {
    var shown: String {
        let clauses = clauses.map { ($0.hasAtt ? "att " : "") + $0.text }.joined(separator: " | ")
        return (written ?? "") + (clauses.isEmpty ? "" : ": " + clauses)
    }
}
