/// A sammanträde as its own file tells it; what is handled there is for the register to know.
public struct Meeting: Sendable {
    public let id: MeetingID
    /// The bodies that meet together, the one that names the meeting first; mostly one.
    public var bodies: [BodyCode]
    /// In their order; mostly one. The first names the meeting.
    public var days: [CalendarDate]
    /// Where a moved meeting was called to before, the latest last.
    public var movedFrom: [MeetingID] = []
    /// Its own files: a signed record, a packet as it came.
    public var papers: [MeetingPaper] = []
    /// The hours as written, without a day in front that only says the meeting's own.
    public var time: String?
    public var place: String?
    /// The day the kallelse was sent.
    public var summonsDate: CalendarDate?
    public var status: Status
    /// The agenda as written: headings, and dnr or titles of matters.
    public var agenda: [AgendaLine]
    public var text: Prose?
    /// `.draft` for one that is held back, whatever its head says.
    public var visibility: Visibility
    /// Why its own file is in no edition; nil for nearly every meeting.
    public var holding: Holding?
    /// The file, or nil for a meeting that is known only from its matters.
    public var file: String?

    public enum Status: String, CaseIterable, Sendable {
        case planned = "planerat"
        case summoned = "kallat"
        case held = "genomfört"
        case cancelled = "inställt"
    }

    public init(
        id: MeetingID, bodies: [BodyCode] = [], days: [CalendarDate] = [], time: String? = nil, place: String? = nil,
        summonsDate: CalendarDate? = nil, status: Status,
        agenda: [AgendaLine] = [], text: Prose? = nil, visibility: Visibility = .public, file: String? = nil
    ) {
        (self.id, self.time, self.place, self.summonsDate) = (id, time, place, summonsDate)
        self.bodies = bodies.isEmpty ? [id.body] : bodies
        self.days = days.isEmpty ? [id.date] : days
        (self.status, self.agenda, self.text, self.visibility, self.file) = (status, agenda, text, visibility, file)
    }
}

extension Meeting {
    public var lastDay: CalendarDate { days.last ?? id.date }

    /// The days that follow on one another, each run from its first to its last.
    public var runs: [ClosedRange<CalendarDate>] {
        days.reduce(into: []) { runs, day in
            if let last = runs.last, last.upperBound.adding(days: 1) == day {
                runs[runs.count - 1] = last.lowerBound...day
            } else {
                runs.append(day...day)
            }
        }
    }
}

extension Meeting.Status {
    /// What the dates say of a meeting whose file does not (FORMAT §5): held once its last day is past, summoned
    /// once the kallelse is sent, else planned.
    public init(date: CalendarDate, summonsDate: CalendarDate?, today: CalendarDate) {
        if date < today {
            self = .held
        } else if let summonsDate, summonsDate <= today {
            self = .summoned
        } else {
            self = .planned
        }
    }
}
