import Content
import Documents
import Meetings
import Register

extension Gate {
    /// Of each meeting its seals, with no more than the audience may see: a paper that is or was hidden leaves nothing,
    /// and neither does a seal of hidden papers alone. A reason is free text, so it is shown only where everything that
    /// the correction touched is seen, and no hidden matter is named.
    func admit(_ seals: [MeetingSeal], to seen: Links<Seen>) -> MeetingTable<[MeetingSeal]> {
        var admitted = MeetingTable<[MeetingSeal]>(repeating: [], count: seen.meetings.count)
        for var seal in seals {
            guard let meeting = seen.meetingIndex[seal.meeting], !hiddenMeetings.contains(seal.meeting) else {
                continue
            }
            // One without papers tells that the meeting has changed.
            let isBare = seal.papers.isEmpty
            let papers = seal.papers.filter { maySee($0) }
            let touched = seal.papers.filter { $0.change != .sealed }
            if !touched.allSatisfy({ maySee($0) }) || seal.reason.map({ hiddenNames.admit($0) != $0 }) ?? false {
                seal.reason = nil
            }
            seal.papers = papers.map { paper in
                var paper = paper
                paper.published.removeAll { !audience.maySee($0.visibility) }
                paper.difference = paper.difference.flatMap { isTellable($0) ? $0 : nil }
                return paper
            }
            if !papers.isEmpty || isBare { admitted[meeting].append(seal) }
        }
        return admitted
    }

    /// Of matters that the audience sees, and saw when they were sealed.
    func admit(_ proposals: [SealedProposal], to seen: Links<Seen>) -> MeetingTable<[MatterIndex: Proposal]> {
        var admitted = MeetingTable<[MatterIndex: Proposal]>(repeating: [:], count: seen.meetings.count)
        guard !proposals.isEmpty else { return admitted }
        let matterOf = Dictionary(
            seen.matters.indexed.filter { $1.visibility != .secret }.map { ($1.file, $0) }
        ) { first, _ in first }
        for sealed in proposals where audience.maySee(sealed.visibility) {
            guard let meeting = seen.meetingIndex[sealed.meeting], let proposal = sealed.proposal,
                let matter = matterOf[sealed.file]
            else { continue }
            admitted[meeting][matter] = proposal
        }
        return admitted
    }

    /// What a text said once is published as what it says now: not what is hidden, and no personnummer.
    private func isTellable(_ difference: TextDifference) -> Bool {
        difference.parts.allSatisfy { hiddenNames.admit($0.text) == $0.text }
            && PersonalDataMark.all(in: Array(difference.parts.map(\.text).joined(separator: " ").utf8), form: .plain)
                .isEmpty
    }

    func maySee(_ paper: SealedPaper) -> Bool {
        guard audience.maySee(paper.visibility) else { return false }
        let path = String(paper.file.dropFirst("content/".utf8.count))
        if hiddenFiles.contains(path) { return false }
        // A bilaga that is gone belongs to its folder's matter.
        let parts = path.split(separator: "/")
        return parts.count < 3 || !hiddenFiles.contains("\(parts[0])/\(parts[1])/arende.md")
    }
}
