import Meetings
import Register

extension Planner {
    /// What was sealed of what this audience sees, for anybody who wants to hold the pages against it.
    func sealList() -> [PlannedPage] {
        let rows = register.seals.flatMap { seals in seals.flatMap(\.rows) }
        guard !rows.isEmpty else { return [] }
        let text = Array(([MeetingSeal.rowHeading] + rows).joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
        return [
            PlannedPage(
                path: "data/forsegling.csv", content: .bytes { $0 += text }, isPermanent: false,
                source: "content/beslutslogg.jsonl")
        ]
    }
}
