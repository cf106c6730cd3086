import Diagnostics
import Meetings

/// A meeting as its file has it.
public struct MeetingSource: Sendable {
    public var meeting: Meeting
    public var personalData: PersonalData
    /// Where each line of the agenda stands.
    public var agendaPlaces: [Place]
    /// Where the day of the kallelse stands.
    public var summonsPlace: Place?
    /// Where its `flyttat-från` stands.
    public var movedPlace: Place
    /// Of each of the meeting's own files.
    public var paperData: [PersonalData]
}
