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
    public var entries: [MinutesEntry]
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
    /// What stands before the decision.
    public let text: Prose
    public let decision: Decision?
    public let sections: [Section]
    public let recipients: [String]
    public let line: Int
    /// The counted vote, where there was one.
    public var vote: Vote?
    /// What somebody is asked to do by a day.
    public var followUps: [FollowUp] = []
    /// The earlier decisions that this § answers, as it names them.
    public var answers: [FollowUp.Answer] = []

    public init(
        number: Int, heading: String, text: Prose, decision: Decision?, sections: [Section], recipients: [String],
        line: Int
    ) {
        (self.number, self.heading, self.text, self.decision) = (number, heading, text, decision)
        (self.sections, self.recipients, self.line) = (sections, recipients, line)
    }

    /// The same § with a part more.
    public func adding(_ section: Section) -> MinutesEntry {
        var entry = MinutesEntry(
            number: number, heading: heading, text: text, decision: decision, sections: sections + [section],
            recipients: recipients, line: line)
        (entry.vote, entry.followUps, entry.answers) = (vote, followUps, answers)
        return entry
    }

    /// Yrkanden, Reservation, Jäv and their like.
    public struct Section: Sendable {
        public let heading: String
        public let kind: Kind?
        public let text: Prose

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
