import Content
import Diagnostics
import Ledger
import Meetings
import Register
import Theme

extension LogSettings {
    /// What klubba.yml and the theme say now.
    init(_ profile: SiteProfile, words: [String: String], templates: [Theme.File]) {
        self.init(
            bodies: profile.bodies.map {
                Body(
                    code: $0.code.slug.text, name: $0.name,
                    role: $0.role == .deciding ? "beslutande" : "beredande")
            },
            daysToPost: profile.noticeRules.daysToPost, appealDays: profile.noticeRules.appealDays,
            keptAt: profile.noticeRules.keptAt ?? "", appealPage: profile.noticeRules.appealPage ?? "",
            words: words.filter { $0.key.hasPrefix("utfall_") }.sorted { $0.key < $1.key }.map {
                Word(key: $0.key, text: $0.value)
            },
            templates: templates.filter { $0.path.hasSuffix(".mustache") }.map {
                Template(path: "theme/" + $0.path, digest: Digest(of: $0.bytes))
            })
    }
}

extension LogSettings {
    var noticeRules: NoticeRules {
        var rules = NoticeRules()
        (rules.daysToPost, rules.appealDays) = (daysToPost, appealDays)
        rules.keptAt = keptAt.isEmpty ? nil : keptAt
        rules.appealPage = appealPage.isEmpty ? nil : appealPage
        return rules
    }
}

extension LogNotice {
    /// The notices of a record that have gone up by a day.
    static func all(_ minutes: Minutes?, rules: NoticeRules, today: CalendarDate) -> [LogNotice] {
        guard let minutes else { return [] }
        return Notice.all(minutes, entries: minutes.entries, rules: rules).compactMap { notice in
            guard let posted = notice.posted, posted <= today, let last = notice.lastAppealDay else { return nil }
            return LogNotice(
                paragraph: notice.paragraph ?? 0, posted: posted.description, lastAppealDay: last.description,
                keptAt: notice.keptAt ?? "")
        }
    }
}

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
                findings += check.findings(agenda: LogSummons(subject), sealed: sealed)
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
