import Diagnostics
import Meetings
import Register

/// What is left to do of a meeting, from planning to archive: derived from the files each time, never stored (DESK §3).
struct Checklist {
    let steps: [Step]

    struct Step {
        let id: String
        let title: String
        var state: State
        let due: CalendarDate?
        let missing: [Missing]
    }

    enum State: String {
        case done = "klart"
        case begun = "pågår"
        case left = "kvar"
        case late = "försenat"
    }

    struct Missing {
        let text: String
        var path: String?
        /// What the page does about it: `meeting`, `numbers`, `record`, `seal`, `publish`, `archive`.
        var action: String?
    }
}

extension Checklist {
    init(_ index: MeetingIndex, _ reading: DeskReading) {
        // Of a meeting that is cancelled nothing is left to do.
        guard reading.seen.meetings[index].meeting.status != .cancelled else {
            self.steps = []
            return
        }
        let facts = MeetingProgress(index, reading)
        let today = reading.seen.today
        var steps = [
            facts.planning, facts.summons, facts.held, facts.record, facts.approval, facts.notice, facts.archive,
        ]
        for place in steps.indices where steps[place].state != .done {
            if let due = steps[place].due, due < today { steps[place].state = .late }
        }
        self.steps = steps
    }
}

/// Finds out how far a meeting has come.
private struct MeetingProgress {
    let reading: DeskReading
    let linked: LinkedMeeting
    let minutes: Minutes?
    let seals: [MeetingSeal]

    init(_ index: MeetingIndex, _ reading: DeskReading) {
        self.reading = reading
        linked = reading.seen.meetings[index]
        minutes = reading.seen.minutes[index]?.minutes
        seals = reading.seen.seals[index]
    }

    /// In the site's language.
    private func say(_ swedish: String, _ english: String) -> String {
        reading.language == .english ? english : swedish
    }

    private var meeting: Meeting { linked.meeting }
    private var file: String? { meeting.file }
    /// What there is to do first where there is no file to fill in.
    private var ownAction: String? { file == nil ? "meeting" : nil }
    private var recordAction: String? { minutes == nil ? "record" : nil }

    private var matters: [Matter] {
        linked.agenda.compactMap { item in
            guard case .matter(let matter, _) = item.content else { return nil }
            return reading.seen.matters[matter]
        }
    }

    private func isSealed(_ kinds: MeetingSeal.Kind...) -> Bool {
        let last = seals.lastIndex { $0.kind == .withdrawal }.map { seals[($0 + 1)...] } ?? seals[...]
        return last.contains { kinds.contains($0.kind) }
    }

    private func errors(in files: [String]) -> [Checklist.Missing] {
        let files = Set(files)
        return reading.diagnostics.filter { $0.severity == .error && files.contains($0.place.file) }.map {
            Checklist.Missing(text: $0.problem.text(in: reading.language), path: $0.place.file)
        }
    }

    private func step(
        _ id: String, _ title: String, due: CalendarDate? = nil, begun: Bool, _ missing: [Checklist.Missing]
    ) -> Checklist.Step {
        Checklist.Step(
            id: id, title: title, state: missing.isEmpty ? .done : begun ? .begun : .left, due: due, missing: missing)
    }

    var planning: Checklist.Step {
        var missing: [Checklist.Missing] = []
        if file == nil {
            missing.append(.init(text: say("Mötet har ingen fil", "The meeting has no file"), action: "meeting"))
        }
        if meeting.time == nil {
            missing.append(
                .init(text: say("Tiden är inte ifylld", "The time is not filled in"), path: file, action: ownAction))
        }
        if meeting.place == nil {
            missing.append(
                .init(text: say("Platsen är inte ifylld", "The place is not filled in"), path: file, action: ownAction))
        }
        for matter in matters where matter.visibility != .secret {
            if matter.diaryNumber == nil {
                missing.append(
                    .init(
                        text: say("\(matter.title): dnr saknas", "\(matter.title): the diary number is missing"),
                        path: matter.file))
            }
            if matter.kind.isUpForDecision && matter.proposal == nil {
                missing.append(
                    .init(
                        text: say(
                            "\(matter.title): förslag till beslut saknas", "\(matter.title): the proposal is missing"),
                        path: matter.file))
            }
        }
        return step("planering", say("Planering", "Planning"), begun: file != nil, missing)
    }

    var summons: Checklist.Step {
        let papers = matters.flatMap(\.attachments).map(\.file) + meeting.papers.map(\.file)
        var missing = errors(in: matters.map(\.file) + papers + [file].compactMap(\.self))
        for matter in matters {
            for paper in matter.attachments {
                guard case .missing = paper.content else { continue }
                missing.append(
                    .init(
                        text: say(
                            "\(matter.title): bilagan \(paper.title) saknas",
                            "\(matter.title): the attachment \(paper.title) is missing"), path: matter.file))
            }
        }
        missing += numberFaults
        let isCalled = meeting.summonsDate != nil
        if !isCalled {
            missing.append(
                .init(
                    text: say(
                        "Dagen då kallelsen skickades är inte ifylld",
                        "The day the notice of the meeting was sent is not filled in"), path: file,
                    action: ownAction))
        }
        if !isSealed(.summons, .supplement, .minutes) {
            missing.append(
                .init(
                    text: say("Handlingarna är inte förseglade", "The papers are not sealed"), path: file,
                    action: isCalled ? "seal" : ownAction))
        }
        return step(
            "kallelse", say("Kallelse", "Notice of meeting"),
            due: meeting.id.date.adding(days: -reading.seen.profile.desk.daysToSummons), begun: isCalled, missing)
    }

    /// Numbers that are missing, twice there or without a paper. Errors are told with their files.
    private var numberFaults: [Checklist.Missing] {
        let files = Set(matters.map(\.file))
        let own = meeting.id.description
        return reading.diagnostics.filter { diagnostic in
            guard diagnostic.severity == .warning, files.contains(diagnostic.place.file) else { return false }
            switch diagnostic.problem {
            case .gapBetweenMatters(_, let meeting): return meeting == own
            case .gapWithinMatter, .numberOutsideRange, .sameNumberInMatter: return true
            default: return false
            }
        }.map {
            Checklist.Missing(
                text: $0.problem.text(in: reading.language), path: $0.place.file, action: "numbers")
        }
    }

    var held: Checklist.Step {
        var missing: [Checklist.Missing] = []
        if minutes == nil {
            missing.append(
                .init(text: say("Protokollet är inte påbörjat", "The record has not been begun"), action: "record"))
        } else if minutes?.present.isEmpty ?? true {
            missing.append(
                .init(text: say("Ingen är antecknad som närvarande", "Nobody is noted as present"), path: minutes?.file)
            )
        }
        return step("mote", say("Möte", "Meeting"), due: meeting.lastDay, begun: minutes != nil, missing)
    }

    private var missingOfRecord: [Checklist.Missing] {
        guard let record = minutes else {
            return [.init(text: say("Protokollet är inte påbörjat", "The record has not been begun"), action: "record")]
        }
        var missing = errors(in: [record.file])
        let index = reading.seen.meetingIndex[meeting.id]
        for item in linked.agenda {
            guard case .matter(let place, let consultation) = item.content else { continue }
            let matter = reading.seen.matters[place]
            let entries = reading.seen.consultations[place][consultation].entries
            let own = index.flatMap { reading.seen.minutes[$0] }
            let isDecided = entries.contains { own?.entries[$0].entry?.decision != nil }
            if entries.isEmpty {
                missing.append(
                    .init(
                        text: say("\(matter.title) har ingen paragraf", "\(matter.title) has no §"), path: record.file))
            } else if !isDecided {
                missing.append(
                    .init(
                        text: say(
                            "\(matter.title): beslutet är inte skrivet", "\(matter.title): the decision is not written"),
                        path: record.file))
            }
        }
        return missing
    }

    var record: Checklist.Step {
        step(
            "protokoll", say("Protokoll", "Record"),
            due: reading.seen.profile.reminders.minutesDue(after: meeting.lastDay),
            begun: minutes != nil, missingOfRecord)
    }

    var approval: Checklist.Step {
        var missing: [Checklist.Missing] = []
        if minutes?.approved == nil {
            missing.append(
                .init(
                    text: say("Protokollet är inte justerat", "The record is not approved"), path: minutes?.file,
                    action: recordAction))
        }
        if !isSealed(.minutes) {
            missing.append(
                .init(
                    text: say("Protokollet är inte förseglat", "The record is not sealed"),
                    path: minutes?.file, action: minutes?.approved == nil ? recordAction : "seal"))
        }
        return step(
            "justering", say("Justering", "Approval"),
            due: reading.seen.profile.reminders.approvalDue(after: meeting.lastDay),
            begun: minutes?.approved != nil, missing)
    }

    private var ownNotice: Notice? { minutes.flatMap { Notice($0, rules: reading.seen.profile.noticeRules) } }

    /// It hangs on the board that was published, or has hung there: nobody can appeal any longer.
    private var isNoticeOut: Bool {
        reading.outside.noticesOut.contains(meeting.id)
            || ownNotice?.lastAppealDay.map { $0 < reading.seen.today } ?? false
    }

    var notice: Checklist.Step {
        var missing: [Checklist.Missing] = []
        if minutes?.posted == nil {
            missing.append(
                .init(
                    text: say("Dagen för anslaget är inte ifylld", "The day of the notice is not filled in"),
                    path: minutes?.file, action: recordAction))
        } else if !isNoticeOut {
            missing.append(
                .init(text: say("Anslaget är inte publicerat", "The notice is not published"), action: "publish"))
        }
        return step(
            "anslag", say("Anslag", "Public notice"), due: ownNotice?.due, begun: minutes?.approved != nil, missing)
    }

    var archive: Checklist.Step {
        var missing: [Checklist.Missing] = []
        if let last = ownNotice?.lastAppealDay {
            if last >= reading.seen.today {
                missing.append(
                    .init(
                        text: say("Överklagandetiden går ut \(last)", "The appeal period ends on \(last)"),
                        path: minutes?.file))
            }
        } else {
            missing.append(
                .init(
                    text: say("Överklagandetiden har inte börjat", "The appeal period has not begun"),
                    path: minutes?.file, action: recordAction))
        }
        if !reading.outside.archived.contains(meeting.id) {
            missing.append(
                .init(
                    text: say(
                        "Lämna mötets handlingar till arkivet", "Hand the meeting's papers over to the archive"),
                    action: "archive"))
        }
        return step(
            "arkiv", say("Arkiv", "Archive"), due: CalendarDate(year: meeting.id.date.year + 1, month: 1, day: 31),
            begun: false,
            missing)
    }
}
