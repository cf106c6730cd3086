import Ledger
import Meetings
import Register

/// A meeting's packet as it was sent (ARCHIVE §6).
extension ArchiveSite {
    /// Nil where no kallelse is sealed. `taken` are sources that name another meeting's packet.
    func packet(ofMeeting index: MeetingIndex, _ originals: Originals, except taken: Set<String>) -> ArchivePaper? {
        let meeting = seen.meetings[index].meeting
        guard let sent = SentPapers(meeting.id, in: log) else { return nil }
        let name = "moten/\(meeting.id.slug)"
        let known = isForArchive ? sources(sent, of: meeting, originals) : []
        let first = known.first { !taken.contains($0) }
        return ArchivePaper(
            kind: .packet, owner: .meeting(index), title: "Utskick, \(title(of: meeting.id))",
            objectID: "\(meeting.id.slug)/utskick", visibility: readers(sent, of: meeting),
            source: first ?? "\(name)/utskick", otherSources: known.filter { $0 != first },
            target: "\(name)/utskick.pdf", content: .packet(isForArchive ? sent : nil))
    }

    /// The sealed copies, the meeting's own first; of a file that no copy was kept of, the file.
    private func sources(_ sent: SentPapers, of meeting: Meeting, _ originals: Originals) -> [String] {
        let own = "moten/\(meeting.id.slug).md"
        // What is secret is in no packet.
        let all = sent.papers.filter { $0.visibility != Visibility.secret.rawValue }
        let papers = all.filter { $0.path == own } + all.filter { $0.path != own }
        var known: Set<String> = []
        return papers.compactMap { paper in
            let places = ["\(LedgerFolder.copies)/\(paper.digest.text)", "content/\(paper.path)"]
            return places.first { originals.contains($0) }.flatMap { known.insert($0).inserted ? $0 : nil }
        }
    }

    /// Whom it was sent to: the members as soon as they alone may see any of it. What is secret is never in a packet.
    private func readers(_ sent: SentPapers, of meeting: Meeting) -> Visibility {
        if seen.audience == .public { return .public }
        let isForMembers = sent.papers.contains { $0.visibility == Visibility.members.rawValue }
        return stricter(meeting.writtenVisibility, isForMembers ? .members : .public)
    }
}
