import Diagnostics
import Meetings

/// A meeting as it is now, held against what the log's last line about it tells: its agenda, and its notices.
public struct MeetingCheck: Sendable {
    private let meeting: String
    private let name: String
    private let isHeld: Bool

    /// - Parameters:
    ///   - meeting: `fs-2020-09-18`.
    ///   - name: `FS 2020-09-18`.
    ///   - isHeld: its day has passed. Until then its agenda may get a supplement.
    public init(_ meeting: String, name: String, isHeld: Bool) {
        (self.meeting, self.name, self.isHeld) = (meeting, name, isHeld)
    }
}

extension MeetingCheck {
    /// Ärenden that have come to the agenda, left it, or changed places.
    public func findings(agenda now: LogSummons, sealed: LogSummons) -> [SealCheck.Finding] {
        var findings: [SealCheck.Finding] = []
        let (old, new) = (matters(sealed), matters(now))
        let (known, present) = (Set(old.map(\.path)), Set(new.map(\.path)))
        for paper in new where !known.contains(paper.path) {
            findings.append(finding("content/\(paper.path)", .added(paper.title)))
        }
        for paper in old where !present.contains(paper.path) {
            findings.append(finding("content/moten/\(meeting).md", .removed(paper.title)))
        }
        let (before, after) = (old.map(\.path).filter(present.contains), new.map(\.path).filter(known.contains))
        if let first = zip(before, after).first(where: { $0 != $1 }) {
            let title = new.first { $0.path == first.1 }?.title ?? first.1
            findings.append(finding("content/\(first.1)", .moved(title)))
        }
        return findings
    }

    /// Bilagor that the meeting's ärenden have and that no line about it sealed.
    ///
    /// - Parameters:
    ///   - listed: what the log's last line about the meeting lists.
    ///   - sealed: paths of all that was sealed of the meeting.
    ///   - isForLater: of an ärende's text, whether a later meeting is to handle it: then what comes to it is that one's.
    public func findings(
        papers now: LogSummons, listed: LogSummons, sealed: Set<String>, isForLater: (_ file: String) -> Bool
    ) -> [SealCheck.Finding] {
        let matters = Set(listed.agenda.map(\.paper.path))
        let known = sealed.union(listed.agenda.flatMap(\.attachments).map(\.path))
        return now.agenda.filter { matters.contains($0.paper.path) }.flatMap { item -> [SealCheck.Finding] in
            let added = item.attachments.filter {
                !$0.path.isEmpty && $0.visibility != Visibility.draft.rawValue && !known.contains($0.path)
            }
            // Asked last, and of few: the answer is searched for.
            if added.isEmpty || isForLater("content/\(item.paper.path)") { return [] }
            return added.map { finding("content/\($0.path)", .addedPaper($0.title)) }
        }
    }

    /// Notices that say something else than when they were sealed.
    public func findings(notices now: [LogNotice], sealed: [LogNotice], record: String) -> [SealCheck.Finding] {
        sealed.compactMap { old in
            let new = now.first { $0.paragraph == old.paragraph }
            guard new != old else { return nil }
            let change: SealedNoticeChange =
                switch new {
                case nil: .gone(posted: old.posted)
                case let new? where new.posted != old.posted: .posted(old: old.posted, new: new.posted)
                case let new? where new.lastAppealDay != old.lastAppealDay:
                    .lastDay(old: old.lastAppealDay, new: new.lastAppealDay)
                case let new?: .keptAt(old: old.keptAt, new: new.keptAt)
                }
            return SealCheck.Finding(
                path: "\(meeting)#anslag", meeting: meeting,
                diagnostic: Diagnostic(
                    Place(record), .sealedNoticeChanged(meeting: name, name: meeting, change)))
        }
    }

    private func matters(_ summons: LogSummons) -> [LogSummons.Paper] {
        summons.agenda.map(\.paper).filter { !$0.path.isEmpty }
    }

    private func finding(_ file: String, _ change: SealedAgendaChange) -> SealCheck.Finding {
        SealCheck.Finding(
            path: "\(meeting)#dagordning", meeting: meeting,
            diagnostic: Diagnostic(
                Place(file),
                isHeld
                    ? .sealedAgendaChanged(meeting: name, name: meeting, change)
                    : .agendaNotSealed(meeting: name, name: meeting, change)))
    }
}
