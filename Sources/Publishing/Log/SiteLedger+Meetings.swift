import Diagnostics
import Ledger
import Meetings
import Register

extension SiteLedger {
    /// Sealed meetings whose agenda or notices are not as the log's last line has them.
    func meetingFindings(_ register: Register, today: CalendarDate) -> [SealCheck.Finding] {
        state.meetings.sorted().flatMap { name -> [SealCheck.Finding] in
            guard let id = MeetingName.meeting(name, bodies: bodies), let subject = register.sealSubject(id) else {
                return []
            }
            let check = MeetingCheck(name, name: id.description, isHeld: id.date < today)
            var findings: [SealCheck.Finding] = []
            if let sealed = state.summons(of: name) {
                let now = LogSummons(subject)
                findings += check.findings(agenda: now, sealed: sealed)
                findings += check.findings(
                    papers: now, listed: sealed, sealed: Set(state.papers(of: name).keys),
                    isForLater: { !register.meetings(handling: $0, after: id).isEmpty })
            }
            let notices = LogNotice.all(subject.minutes, rules: register.profile.noticeRules, today: today)
            findings += check.findings(
                notices: notices, sealed: state.notices(of: name),
                record: subject.minutes?.file ?? "content/moten/\(name).protokoll.md")
            return findings
        }
    }

    /// Settings that are others than on the log's last line.
    func settingChanges(to now: LogSettings) -> [Diagnostic] {
        guard let last = state.log.entries.last(where: { $0.settings != nil }), let settings = last.settings else {
            return []
        }
        let day = SystemClock.day(of: last.time.seconds, in: timeZone).description
        return settings.changes(to: now).map { change in
            Diagnostic(
                Place(change.file),
                .settingsChanged(
                    since: day,
                    change.what.isEmpty ? .template : .value(change.what, old: change.old, new: change.new)))
        }
    }
}
