/// A sammanträde as its own file tells it; what is handled there is for the register to know.
public struct Meeting: Sendable {
    public let id: MeetingID
    public var time: String?
    public var place: String?
    /// The day the kallelse was sent.
    public var summonsDate: CalendarDate?
    public var status: Status
    /// The agenda as written: headings, and dnr or titles of matters.
    public var agenda: [String]
    public var text: Prose?
    public var visibility: Visibility
    /// The file, or nil for a meeting that is known only from its matters.
    public var file: String?

    public enum Status: String, CaseIterable, Sendable {
        case planned = "planerat"
        case summoned = "kallat"
        case held = "genomfört"
        case cancelled = "inställt"
    }

    public init(
        id: MeetingID, time: String? = nil, place: String? = nil, summonsDate: CalendarDate? = nil, status: Status,
        agenda: [String] = [], text: Prose? = nil, visibility: Visibility = .public, file: String? = nil
    ) {
        (self.id, self.time, self.place, self.summonsDate) = (id, time, place, summonsDate)
        (self.status, self.agenda, self.text, self.visibility, self.file) = (status, agenda, text, visibility, file)
    }
}

extension Meeting.Status {
    /// What the dates say of a meeting whose file does not (FORMAT §5): held once its day is past, summoned once the
    /// kallelse is sent, else planned.
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
