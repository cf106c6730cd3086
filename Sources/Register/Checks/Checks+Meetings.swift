import Content
import Diagnostics
import Meetings

extension Checks {
    mutating func checkMeetings() {
        var firstWith: [MeetingID: String] = [:]
        var known: [String]?
        for source in sources.meetings {
            let file = source.meeting.file ?? ""
            if let other = firstWith[source.meeting.id] {
                report(Place(file), .sameMeeting(meeting: source.meeting.id.description, other: other))
                continue
            }
            firstWith[source.meeting.id] = file
            checkAgenda(of: source) { [links] in
                if known == nil { known = links.matters.compactMap { $0.diaryNumber?.text } }
                return known ?? []
            }
            checkSummons(of: source)
            checkStatus(of: source)
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
        guard let first = linked.agenda.lazy.compactMap(\.handled).first?.matter else { return }
        let own = source(of: first).place(of: id.body.slug.text)
        let isReturn = links.returned.contains(Links<Whole>.Returned(matter: first, meeting: id))
        report(
            isReturn ? postponement(to: id) ?? own : own,
            .meetingWithoutFile(meeting: id.description, file: "content/moten/\(id.slug).md"))
    }

    /// What a meeting's file says became of it, held against its day and its record.
    private mutating func checkStatus(of source: MeetingSource) {
        let meeting = source.meeting
        if meeting.status == .held, meeting.id.date > sources.today {
            report(Place(meeting.file ?? ""), .heldOnDayToCome(day: meeting.id.date.description))
        }
        guard meeting.status == .cancelled,
            let record = sources.records.first(where: { $0.minutes.meeting == meeting.id })
        else { return }
        report(Place(record.minutes.file), .cancelledWithRecord(meeting: meeting.id.description))
    }

    private func postponement(to id: MeetingID) -> Place? {
        sources.records.lazy.flatMap { source in
            Postponement.all(in: source.minutes, bodies: sources.profile.bodies).filter { $0.meeting == id }
                .map { Place(source.minutes.file, line: $0.entry.decision?.line ?? $0.entry.line) }
        }.first
    }

    private mutating func checkAgenda(of source: MeetingSource, _ known: () -> [String]) {
        let id = source.meeting.id
        guard let names = links.agendaNames[id] else { return }
        for remark in names.remarks where remark.line < source.agendaPlaces.count {
            let place = source.agendaPlaces[remark.line]
            switch remark.reason {
            case .namedAgain(let matter): report(place, .agendaMatterTwice(dnr: name(of: matter)))
            case .several(let matters): report(place, .agendaLineOfSeveral(dnrs: matters.map { name(of: $0) }))
            case .titleWithin(let matter): report(place, .agendaLineWithTitle(matter: name(of: matter)))
            }
        }
        let several = Set(names.remarks.map(\.line))
        for (index, (line, place)) in zip(source.meeting.agenda, source.agendaPlaces).enumerated() {
            switch names.lines[index] {
            case .heading where !several.contains(index):
                if let draft = draft(named: line) {
                    report(place, .agendaMatterIsDraft(title: draft.diaryNumber?.text ?? draft.title))
                } else if let dnr = AgendaBuilder<Whole>.leadingDiaryNumber(of: line.text) {
                    report(place, .agendaMatterUnknown(dnr: dnr, nearest: nearest(to: dnr, among: known())))
                }
            case .matter(let matter):
                if !links.names.resolved(self.source(of: matter).matter).isHandled(at: id),
                    !links.returned.contains(Links<Whole>.Returned(matter: matter, meeting: id))
                {
                    let key = id.body.slug.text
                    report(
                        place, .agendaMatterNotDated(dnr: name(of: matter), key: key, date: id.day.description))
                }
            case .heading, .again: break
            }
        }
    }

    private func name(of matter: MatterIndex) -> String {
        links.matters[matter].diaryNumber?.text ?? links.matters[matter].title
    }

    /// Until the kallelse is sealed, a paper that comes can move the numbers of those that were sent.
    private mutating func checkSummons(of source: MeetingSource) {
        let meeting = source.meeting
        guard meeting.summonsDate != nil, let place = source.summonsPlace, meeting.status == .summoned,
            let index = links.meetingIndex[meeting.id],
            links.meetings[index].agenda.contains(where: { $0.handled != nil }),
            !sealed.summoned.contains(meeting.id)
        else { return }
        report(place, .summonsNotSealed(meeting: meeting.id.description, name: meeting.id.slug))
    }

    /// The draft that a line would name, if it were in the register.
    private func draft(named line: AgendaLine) -> Matter? {
        guard !sources.held.drafts.isEmpty else { return nil }
        let drafts = sources.held.drafts.map(\.matter)
        let places = drafts.indices.map { (drafts[$0], [Links<Whole>.MatterIndex($0)]) }
        let numbers = places.compactMap { draft, place in draft.diaryNumber.map { ($0.key, place[0]) } }
        let names = AgendaNames<Whole>(
            [line], Dictionary(numbers) { first, _ in first },
            titles: Dictionary(places.map { (Spelling.words($0.title), $1) }) { first, _ in first })
        guard case .matter(let draft)? = names.lines.first else { return nil }
        return drafts[draft.position]
    }

    /// A dnr is near another when one sign differs; guesses further off help nobody.
    private func nearest(to number: String, among known: [String]) -> String? {
        let length = number.utf8.count
        let candidates = known.filter { abs($0.utf8.count - length) <= 1 }
        return candidates.count > 2000 ? nil : Spelling.nearest(to: number, among: candidates)
    }
}
