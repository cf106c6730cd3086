import Meetings

/// A meeting that was called and is no longer where the kallelse said (FORMAT §5): moved to another day, or gone.
public struct FormerMeeting: Sendable {
    public let id: MeetingID
    public let bodies: [BodyCode]
    public let fate: Fate
    /// The day on which that was said, where anything tells: the new kallelse's, else the day that the old was sealed.
    public let day: CalendarDate?
    /// How often its day, hours or place had changed since it was called.
    public let changes: Int

    package init(id: MeetingID, bodies: [BodyCode], fate: Fate, day: CalendarDate?, changes: Int) {
        (self.id, self.bodies, self.fate, self.day, self.changes) = (id, bodies, fate, day, changes)
    }

    public enum Fate: Hashable, Sendable {
        case moved(to: MeetingIndex)
        case gone
    }
}
