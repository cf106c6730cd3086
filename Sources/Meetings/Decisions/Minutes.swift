/// A meeting's record (protokoll).
public struct Minutes: Sendable {
    public let meeting: MeetingID
    public var chair: String?
    public var secretary: String?
    public var present: [String]
    public var substitutes: [String]
    /// Members who were not there, where the record says so.
    public var absent: [String]
    public var others: [String]
    public var approvers: [String]
    /// The day the record was approved (justerat); nil while it is not.
    public var approved: CalendarDate?
    /// The day its notice went up.
    public var posted: CalendarDate?
    public var keptAt: String?
    /// The day its notice came down, and the line that says so; nil while it hangs, or nobody said.
    public var takenDown: (day: CalendarDate, line: Int)?
    public var entries: [MinutesEntry]
    /// Files of the meeting's own that the record names.
    public var papers: [MeetingPaper] = []
    /// What those of them say that were signed electronically.
    public var signed: [SignedRecord] = []
    /// What stands before the first §.
    public var preamble = Prose()
    public var file: String

    public init(meeting: MeetingID, entries: [MinutesEntry], file: String) {
        (self.meeting, self.entries, self.file) = (meeting, entries, file)
        (present, substitutes, absent, others, approvers) = ([], [], [], [], [])
    }
}

/// One § of a record.
public struct MinutesEntry: Sendable {
    public let number: Int
    /// What the heading says after the number: a dnr, a title, an agenda item.
    public let heading: String
    /// What stands outside the decision and the subsections.
    public var text: Prose
    /// What it decides, once it is known whether it is about an ärende (`settled`); until then as if it were.
    public private(set) var decision: Decision?
    /// What it decides if it is about none: any words are then the decision as written.
    public let ownDecision: Decision?
    /// What is in doubt if it is about an ärende.
    public private(set) var doubts: [DecisionDoubt]
    public var sections: [Section]
    public let recipients: [String]
    public let line: Int
    /// The counted vote, where there was one.
    public var vote: Vote?
    /// What somebody is asked to do by a day.
    public var followUps: [FollowUp] = []
    /// The earlier decisions that this § answers, as it names them.
    public var answers: [FollowUp.Answer] = []
    /// A § that was approved at once has its own days (omedelbar justering).
    public var approval: ImmediateApproval?

    public init(
        number: Int, heading: String, text: Prose, decision: Decision?, ownDecision: Decision? = nil,
        doubts: [DecisionDoubt] = [], sections: [Section], recipients: [String], line: Int
    ) {
        (self.number, self.heading, self.text, self.decision) = (number, heading, text, decision)
        (self.ownDecision, self.doubts) = (ownDecision, doubts)
        (self.sections, self.recipients, self.line) = (sections, recipients, line)
    }

    /// What a § is about.
    public enum Subject: Hashable, Sendable {
        case matter
        case nothing
    }

    /// The § once it is known what it is about.
    public mutating func settle(about subject: Subject) {
        guard subject == .nothing else { return }
        (decision, doubts) = (ownDecision, [])
    }

    /// The same § with a part more.
    public mutating func add(_ section: Section) { sections.append(section) }

    /// Yrkanden, Reservation, Jäv and their like.
    public struct Section: Sendable {
        public let heading: String
        public let kind: Kind?
        public var text: Prose

        public init(heading: String, kind: Kind?, text: Prose) {
            (self.heading, self.kind, self.text) = (heading, kind, text)
        }

        /// The subsections that FORMAT §6 knows. "Reservation" is a dissent, "protokollsanteckning" a note.
        public enum Kind: String, CaseIterable, Sendable {
            case motions = "Yrkanden"
            case votingProcedure = "Propositionsordning"
            case vote = "Omröstning"
            case dissent = "Reservation"
            case statement = "Särskilt yttrande"
            case noteForRecord = "Protokollsanteckning"
            case recusal = "Jäv"
            case abstention = "Deltar inte i beslutet"
            case supportingDocuments = "Beslutsunderlag"
            case recipients = "Beslutet skickas till"
            case decision = "Beslut"
        }
    }
}

/// A § that a body approved before it parted: its own days, while the rest of the record is not approved.
public struct ImmediateApproval: Hashable, Sendable {
    public var approved: CalendarDate
    /// The day its notice went up.
    public var posted: CalendarDate?
    public var keptAt: String?
    /// The line of its file.
    public var line: Int

    public init(approved: CalendarDate, posted: CalendarDate? = nil, keptAt: String? = nil, line: Int) {
        (self.approved, self.posted, self.keptAt, self.line) = (approved, posted, keptAt, line)
    }
}

extension Minutes {
    /// The day that a § was approved: its own, else the record's.
    public func approved(_ entry: MinutesEntry) -> CalendarDate? { entry.approval?.approved ?? approved }
}
