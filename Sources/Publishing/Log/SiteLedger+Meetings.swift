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
                // What was raised at the table is told at its § (K440), and was in no kallelse.
                let raised = register.raised.filter { $0.meeting == id }.map(\.file)
                let sent = Set(sealed.agenda.map { "content/" + $0.paper.path })
                let now = LogSummons(subject, without: Set(raised).subtracting(sent))
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

    /// Sealed records whose notices have gone up since and are in no line of the log.
    func unsealedNotices(_ register: Register) -> [Diagnostic] {
        state.meetings.sorted().flatMap { name -> [Diagnostic] in
            guard let id = MeetingName.meeting(name, bodies: bodies), state.isRecordSealed(name),
                state.tellsNotices(of: name), let minutes = register.sealSubject(id)?.minutes
            else { return [] }
            let sealed = Set(state.notices(of: name).map(\.paragraph))
            let posted = LogNotice.all(minutes, rules: register.profile.noticeRules, today: register.today)
            return posted.filter { !sealed.contains($0.paragraph) }.map { notice in
                let entry = minutes.entries.first { $0.number == notice.paragraph }
                return Diagnostic(
                    Place(minutes.file, line: entry?.approval?.line ?? 1), .noticeNotSealed(name: name))
            }
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
