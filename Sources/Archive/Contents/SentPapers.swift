import Ledger
import Meetings

/// A meeting's papers as they were sent: what its kallelse sealed, and what came after it until the meeting.
public struct SentPapers: Sendable {
    /// Each path once, in the log's order.
    public private(set) var papers: [LogPaper] = []
    /// How many lines the log had when the last of it went out.
    public private(set) var lines = 0
    public private(set) var time: LogTime

    /// Nil where no kallelse is sealed: then nobody knows what was sent.
    init?(_ meeting: MeetingID, in log: DecisionLog) {
        time = LogTime(noonOf: meeting.date)
        let day = meeting.date.description
        for (index, entry) in log.entries.enumerated() where entry.meeting == meeting.slug {
            switch entry.kind {
            case .summons, .supplement: add(entry)
            // A paper that was corrected before the meeting went out once more.
            case .correction where entry.time.day <= day && lines > 0: add(entry)
            case .withdrawal: (papers, lines) = ([], 0)
            case .minutes, .paragraphs, .notice, .correction: continue
            }
            if entry.kind != .withdrawal { (lines, time) = (index + 1, entry.time) }
        }
        if lines == 0 { return nil }
    }

    private mutating func add(_ entry: LogEntry) {
        papers.removeAll { entry.withdrawn.contains($0.path) }
        for paper in entry.papers {
            if let place = papers.firstIndex(where: { $0.path == paper.path }) {
                papers[place] = paper
            } else {
                papers.append(paper)
            }
        }
    }
}
