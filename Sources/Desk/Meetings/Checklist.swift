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
        /// What the page does about it: `record`, `packet`, `seal`, `publish`, `archive`.
        var action: String?
    }
}

extension Checklist {
    init(_ index: MeetingIndex, _ reading: DeskReading) {
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

    private var meeting: Meeting { linked.meeting }
    private var file: String? { meeting.file }

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
        if file == nil { missing.append(.init(text: "Mötet har ingen fil", action: "meeting")) }
        if meeting.time == nil { missing.append(.init(text: "Tiden är inte ifylld", path: file)) }
        if meeting.place == nil { missing.append(.init(text: "Platsen är inte ifylld", path: file)) }
        for matter in matters where matter.visibility != .secret {
            if matter.diaryNumber == nil {
                missing.append(.init(text: "\(matter.title): dnr saknas", path: matter.file))
            }
            if matter.kind.isUpForDecision && matter.proposal == nil {
                missing.append(.init(text: "\(matter.title): förslag till beslut saknas", path: matter.file))
            }
        }
        return step("planering", "Planering", begun: file != nil, missing)
    }

    var summons: Checklist.Step {
        var missing = errors(in: matters.map(\.file) + [file].compactMap(\.self))
        for matter in matters {
            for paper in matter.attachments {
                guard case .missing = paper.content else { continue }
                missing.append(.init(text: "\(matter.title): bilagan \(paper.title) saknas", path: matter.file))
            }
        }
        let isCalled = meeting.summonsDate != nil
        if !isCalled { missing.append(.init(text: "Dagen då kallelsen skickades är inte ifylld", path: file)) }
        if !isSealed(.summons, .supplement, .minutes) {
            missing.append(.init(text: "Handlingarna är inte förseglade", action: isCalled ? "seal" : nil))
        }
        return step("kallelse", "Kallelse", due: meeting.id.date.adding(days: -7), begun: isCalled, missing)
    }

    var held: Checklist.Step {
        var missing: [Checklist.Missing] = []
        if minutes == nil {
            missing.append(.init(text: "Protokollet är inte påbörjat", action: "record"))
        } else if minutes?.present.isEmpty ?? true {
            missing.append(.init(text: "Ingen är antecknad som närvarande", path: minutes?.file))
        }
        return step("mote", "Möte", due: meeting.lastDay, begun: minutes != nil, missing)
    }

    private var missingOfRecord: [Checklist.Missing] {
        guard let record = minutes else { return [.init(text: "Protokollet är inte påbörjat", action: "record")] }
        var missing = errors(in: [record.file])
        let index = reading.seen.meetingIndex[meeting.id]
        for item in linked.agenda {
            guard case .matter(let place, let consultation) = item.content else { continue }
            let matter = reading.seen.matters[place]
            let entries = reading.seen.consultations[place][consultation].entries
            let own = index.flatMap { reading.seen.minutes[$0] }
            let isDecided = entries.contains { own?.entries[$0].entry?.decision != nil }
            if entries.isEmpty {
                missing.append(.init(text: "\(matter.title) har ingen paragraf", path: record.file))
            } else if !isDecided && matter.kind.isUpForDecision {
                missing.append(.init(text: "\(matter.title): beslutet är inte skrivet", path: record.file))
            }
        }
        return missing
    }

    var record: Checklist.Step {
        step(
            "protokoll", "Protokoll", due: reading.seen.profile.reminders.minutesDue(after: meeting.lastDay),
            begun: minutes != nil, missingOfRecord)
    }

    var approval: Checklist.Step {
        var missing: [Checklist.Missing] = []
        if minutes?.approved == nil { missing.append(.init(text: "Protokollet är inte justerat", path: minutes?.file)) }
        if !isSealed(.minutes) {
            missing.append(
                .init(text: "Protokollet är inte förseglat", action: minutes?.approved == nil ? nil : "seal"))
        }
        return step(
            "justering", "Justering", due: reading.seen.profile.reminders.approvalDue(after: meeting.lastDay),
            begun: minutes?.approved != nil, missing)
    }

    private var ownNotice: Notice? { minutes.flatMap { Notice($0, rules: reading.seen.profile.noticeRules) } }

    var notice: Checklist.Step {
        var missing: [Checklist.Missing] = []
        if minutes?.posted == nil {
            missing.append(.init(text: "Dagen för anslaget är inte ifylld", path: minutes?.file))
        }
        return step("anslag", "Anslag", due: ownNotice?.due, begun: minutes?.approved != nil, missing)
    }

    var archive: Checklist.Step {
        var missing: [Checklist.Missing] = []
        if let last = ownNotice?.lastAppealDay {
            if last >= reading.seen.today { missing.append(.init(text: "Överklagandetiden går ut \(last)")) }
        } else {
            missing.append(.init(text: "Överklagandetiden har inte börjat"))
        }
        missing.append(.init(text: "Lämna mötets handlingar till arkivet", action: "archive"))
        return step(
            "arkiv", "Arkiv", due: CalendarDate(year: meeting.id.date.year + 1, month: 1, day: 31), begun: false,
            missing)
    }
}
