import Ledger
import Meetings

extension MeetingSealing {
    /// A line that was written, and what was seen on the way.
    package struct Sealed: Sendable {
        package let line: LogLine
        package let day: CalendarDate
        /// The files beside the log that are no texts.
        package let kept: (count: Int, bytes: Int)
        /// The machine's clock is behind the log's last line, whose time the new one got.
        package let isClockBehind: Bool
    }

    /// Keeps the copies and writes the line.
    ///
    /// - Parameters:
    ///   - now: the second that the line is dated, or the last line's where that is later.
    ///   - key: signs the line; nil to write it unsigned.
    package func write(
        _ kind: LogEntry.Kind, papers: [LogPaper], withdrawn: [String], reason: String, now: LogTime, key: SigningKey?
    ) throws(LedgerFailure) -> Sealed {
        let ledger = site.ledger
        let writer = try LedgerWriter(ledger.folder)
        // What was planned was planned for the log as it was read.
        guard writer.log.isWhole, writer.log.head == ledger.state.log.head else { throw .changedMeanwhile }
        let entries = writer.log.entries
        if let signed = writer.log.keys.last, key == nil { throw .needsKey(signed) }
        let time = max(now, entries.last?.time ?? now)
        let entry = LogEntry(
            number: (entries.last?.number ?? 0) + 1, time: time, meeting: id.slug, kind: kind, reason: reason,
            leftOut: leftOut, papers: papers, withdrawn: withdrawn, previous: writer.log.head,
            key: key?.publicKey ?? "", summons: LogSummons(subject), notices: notices, settings: site.settings)
        try writer.keepCopies(of: papers + intact)
        let line = LogLine(entry) { bytes in key.map { $0.signature(of: bytes) } ?? "" }
        try writer.append(line)
        return Sealed(
            line: line, day: SystemClock.day(of: time.seconds, in: ledger.timeZone),
            kept: (try? ledger.folder.readLog()).map(ledger.folder.keptFiles) ?? (0, 0), isClockBehind: time != now)
    }

    /// A copy that was lost or changed is kept anew while the paper itself is as it was sealed.
    package func mendCopies() throws(LedgerFailure) {
        try LedgerWriter(site.ledger.folder).keepCopies(of: intact)
    }

    /// What the meeting has sealed and is as it was.
    private var intact: [LogPaper] {
        let state = site.ledger.state
        let own = state.papers(of: id.slug)
        // What is not the meeting's own is not read.
        return state.standings.filter { standing in
            own[standing.paper.path] != nil && state.keeps(standing) && site.ledger.folder.isAsSealed(standing.paper)
        }.map(\.paper)
    }
}
