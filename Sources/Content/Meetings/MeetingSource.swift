import Diagnostics
import Meetings

/// A meeting as its file has it.
public struct MeetingSource: Sendable {
    public var meeting: Meeting
    public var personalData: PersonalData
    /// Where each line of the agenda stands.
    public var agendaPlaces: [Place]
}

/// A record's file: read as a record by the room's `Records`, and known here by its meeting.
public struct RecordSource: Sendable {
    public let meeting: MeetingID
    public let file: String
}
