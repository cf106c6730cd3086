import Meetings

/// What a reader looks for and does not find, told from what the audience sees and nothing else (FORMAT §9, `/saknas/`).
public struct Missing: Sendable {
    /// Kind by kind, in each kind what has been missing longest first.
    public let items: [Item]

    public struct Item: Sendable {
        public let kind: Kind
        /// The day by which it should have been there.
        public let since: CalendarDate
    }

    public enum Kind: Hashable, Sendable {
        /// A meeting's record.
        case minutes(meeting: MeetingIndex)
        /// The approval of a record.
        case approval(meeting: MeetingIndex)
        /// The notice that a record has been approved.
        case notice(meeting: MeetingIndex)
        /// A paper that an ärende lists, an index among its attachments.
        case paper(Int, matter: MatterIndex)
        /// An ärende's number at a meeting where others have one.
        case number(matter: MatterIndex, meeting: MeetingIndex)
        case diaryNumber(matter: MatterIndex)
    }
}

extension Missing {
    public init(_ register: SeenRegister) {
        var items: [Item] = []
        for index in register.meetings.indices { items += Missing.records(at: index, register) }
        for index in register.matters.indices where register.matters[index].visibility != .secret {
            items += Missing.papers(of: index, register)
        }
        self.items = items.enumerated().sorted { left, right in
            (left.element.kind.order, left.element.since, left.offset)
                < (right.element.kind.order, right.element.since, right.offset)
        }.map(\.element)
    }

    /// What a meeting that is over has not left behind it.
    private static func records(at index: MeetingIndex, _ register: SeenRegister) -> [Item] {
        let meeting = register.meetings[index].meeting
        let (rules, today) = (register.profile.reminders, register.today)
        guard let minutes = register.minutes[index]?.minutes else {
            // Of a meeting that only its ärenden tell of, the public cannot be told whether it has a record of the members'.
            guard meeting.file != nil || register.audience != .public, register.meetings[index].lacksRecord(on: today),
                let due = rules.minutesDue(after: meeting.id.date),
                due < today
            else { return [] }
            return [Item(kind: .minutes(meeting: index), since: due)]
        }
        if minutes.approved == nil, let due = rules.approvalDue(after: meeting.id.date), due < today {
            return [Item(kind: .approval(meeting: index), since: due)]
        }
        if let notice = Notice(minutes, rules: register.profile.noticeRules), notice.isOverdue(on: today) {
            return [Item(kind: .notice(meeting: index), since: notice.due)]
        }
        return []
    }

    /// What an ärende lacks that has been sent out.
    private static func papers(of index: MatterIndex, _ register: SeenRegister) -> [Item] {
        let matter = register.matters[index]
        let sent = register.consultations[index].compactMap {
            consultation -> (meeting: MeetingIndex, day: CalendarDate)? in
            let meeting = register.meetings[consultation.meeting].meeting
            let day = min(meeting.summonsDate ?? meeting.id.date, meeting.id.date)
            return day <= register.today && meeting.status != .cancelled ? (consultation.meeting, day) : nil
        }
        guard let first = sent.map(\.day).min() else { return [] }
        var items: [Item] = []
        if matter.diaryNumber == nil { items.append(Item(kind: .diaryNumber(matter: index), since: first)) }
        for paper in matter.attachments.indices {
            guard case .missing = matter.attachments[paper].content else { continue }
            items.append(Item(kind: .paper(paper, matter: index), since: first))
        }
        for (meeting, day) in sent where register.lacksNumber(index, at: meeting) {
            items.append(Item(kind: .number(matter: index, meeting: meeting), since: day))
        }
        return items
    }
}

extension Missing.Kind {
    fileprivate var order: Int {
        switch self {
        case .minutes: 0
        case .approval: 1
        case .notice: 2
        case .paper: 3
        case .number: 4
        case .diaryNumber: 5
        }
    }
}

extension Links.LinkedMeeting {
    /// It is over and has handled ärenden: whoever reads its page asks for the record.
    public func lacksRecord(on today: CalendarDate) -> Bool {
        meeting.id.date < today && meeting.status != .cancelled && agenda.contains(where: \.isMatter)
    }
}

extension Links.AgendaItem {
    fileprivate var isMatter: Bool {
        if case .matter = content { true } else { false }
    }
}

extension SeenRegister {
    /// An ärende with papers has no number at a meeting where another has one.
    fileprivate func lacksNumber(_ matter: MatterIndex, at meeting: MeetingIndex) -> Bool {
        guard matters[matter].proposal != nil || !matters[matter].attachments.isEmpty,
            let own = consultations[matter].first(where: { $0.meeting == meeting }), own.number == nil
        else { return false }
        return meetings[meeting].agenda.contains { item in
            guard case .matter(let other, let consultation) = item.content else { return false }
            return consultations[other][consultation].number != nil
        }
    }
}
