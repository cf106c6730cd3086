import Content
import Diagnostics
import Meetings

extension Checks {
    mutating func checkMeetings() {
        var firstWith: [MeetingID: String] = [:]
        for source in sources.meetings {
            let file = source.meeting.file ?? ""
            if let other = firstWith[source.meeting.id] {
                report(Place(file), .sameMeeting(meeting: source.meeting.id.description, other: other))
                continue
            }
            firstWith[source.meeting.id] = file
            checkAgenda(of: source)
        }
        checkMoved(firstWith)
        for kept in links.kept.sorted(by: { ($0.meeting, $0.matter) < ($1.meeting, $1.matter) }) {
            let source = source(of: kept.matter)
            let (body, meeting) = (kept.meeting.body.slug.text, kept.meeting)
            report(
                source.place(of: body),
                .dayWasSent(meeting: meeting.description, key: body, date: meeting.day.description))
        }
        for linked in links.meetings where linked.meeting.file == nil { checkUnwritten(linked) }
    }

    /// The day that a meeting was moved from has no meeting any more, and no other was moved from it.
    private mutating func checkMoved(_ files: [MeetingID: String]) {
        var claimed: [MeetingID: String] = [:]
        for source in sources.meetings {
            for former in source.meeting.movedFrom {
                let file = source.meeting.file ?? ""
                if let other = files[former] {
                    report(
                        source.movedPlace, .movedMeetingRemains(meeting: former.description, other: other))
                } else if let other = claimed.updateValue(file, forKey: former), other != file {
                    report(source.movedPlace, .movedTwice(meeting: former.description, other: other))
                }
            }
        }
    }

    /// A meeting that is known only from its matters: told at the first of them, or at the § that put it off.
    private mutating func checkUnwritten(_ linked: Links<Whole>.LinkedMeeting) {
        let id = linked.meeting.id
        guard case .matter(let first, _)? = linked.agenda.first?.content else { return }
        let own = source(of: first).place(of: id.body.slug.text)
        let isReturn = links.returned.contains(Links<Whole>.Returned(matter: first, meeting: id))
        report(
            isReturn ? postponement(to: id) ?? own : own,
            .meetingWithoutFile(meeting: id.description, file: "content/moten/\(id.slug).md"))
    }

    private func postponement(to id: MeetingID) -> Place? {
        sources.records.lazy.flatMap { source in
            Postponement.all(in: source.minutes, bodies: sources.profile.bodies).filter { $0.meeting == id }
                .map { Place(source.minutes.file, line: $0.entry.decision?.line ?? $0.entry.line) }
        }.first
    }

    private mutating func checkAgenda(of source: MeetingSource) {
        let id = source.meeting.id
        var named: Set<MatterIndex> = []
        for (line, place) in zip(source.meeting.agenda, source.agendaPlaces) {
            guard let matter = AgendaBuilder<Whole>.matter(named: line, links.matterIndex) else {
                if let draft = draft(named: line) {
                    report(place, .agendaMatterIsDraft(title: draft.diaryNumber?.text ?? draft.title))
                } else if let dnr = AgendaBuilder<Whole>.leadingDiaryNumber(of: line) {
                    let known = links.matters.compactMap { $0.diaryNumber?.text }
                    report(place, .agendaMatterUnknown(dnr: dnr, nearest: nearest(to: dnr, among: known)))
                }
                continue
            }
            let dnr = links.matters[matter].diaryNumber?.text ?? line
            if !named.insert(matter).inserted {
                report(place, .agendaMatterTwice(dnr: dnr))
            } else if !links.names.resolved(self.source(of: matter).matter).isHandled(at: id),
                !links.returned.contains(Links<Whole>.Returned(matter: matter, meeting: id))
            {
                let key = id.body.slug.text
                report(place, .agendaMatterNotDated(dnr: dnr, key: key, date: id.day.description))
            }
        }
    }

    private func draft(named line: String) -> Matter? {
        guard !sources.held.drafts.isEmpty else { return nil }
        let drafts = sources.held.drafts.map(\.matter)
        let index = Dictionary(
            drafts.enumerated().compactMap { place, matter in
                matter.diaryNumber.map { ($0.key, MatterIndex(place)) }
            }
        ) { first, _ in first }
        let named =
            AgendaBuilder<Whole>.matter(named: line, index) ?? AgendaBuilder<Whole>.matter(mentionedIn: line, index)
        if let named { return drafts[named.position] }
        let folded = Spelling.fold(line)
        return drafts.first { Spelling.fold($0.title) == folded }
    }

    /// A dnr is near another when one sign differs; guesses further off help nobody.
    private func nearest(to number: String, among known: [String]) -> String? {
        let length = number.utf8.count
        let candidates = known.filter { abs($0.utf8.count - length) <= 1 }
        return candidates.count > 2000 ? nil : Spelling.nearest(to: number, among: candidates)
    }
}
