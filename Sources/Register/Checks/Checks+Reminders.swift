import Content
import Diagnostics
import Meetings

extension Checks {
    /// What a secretary is reminded of, in days of the profile (FORMAT §5).
    mutating func checkReminders() {
        var recorded: Set<MeetingID> = []
        for source in sources.records {
            recorded.insert(source.minutes.meeting)
            checkApproval(of: source.minutes)
        }
        for source in sources.meetings { checkDay(ofSummonsIn: source) }
        for linked in links.meetings {
            guard !recorded.contains(linked.meeting.id), linked.lacksRecord(on: sources.today),
                let due = sources.profile.reminders.minutesDue(after: linked.meeting.id.date), due < sources.today
            else { continue }
            let id = linked.meeting.id
            report(
                place(of: linked),
                .minutesMissing(
                    meeting: id.description, due: due.description, file: "content/moten/\(id.slug).protokoll.md"))
        }
    }

    private mutating func checkApproval(of minutes: Minutes) {
        guard let due = sources.profile.reminders.approvalDue(after: minutes.meeting.date) else { return }
        if let approved = minutes.approved {
            guard approved > due else { return }
            report(Place(minutes.file), .approvedLate(date: approved.description, due: due.description))
        } else if due < sources.today {
            report(Place(minutes.file), .approvalMissing(due: due.description))
        }
    }

    private mutating func checkDay(ofSummonsIn source: MeetingSource) {
        let meeting = source.meeting
        guard let summons = meeting.summonsDate, summons > meeting.id.date, let place = source.summonsPlace else {
            return
        }
        let problem = Problem.summonsAfterMeeting(summons: summons.description, meeting: meeting.id.date.description)
        report(place, problem)
    }

    /// A meeting that no file is about is told of at the first ärende that has its day.
    private func place(of linked: Links<Whole>.LinkedMeeting) -> Place {
        if let file = linked.meeting.file { return Place(file) }
        for item in linked.agenda {
            guard case .matter(let matter, _) = item.content else { continue }
            return source(of: matter).place(of: linked.meeting.id.body.slug.text)
        }
        return Place("content/moten/\(linked.meeting.id.slug).md")
    }
}
