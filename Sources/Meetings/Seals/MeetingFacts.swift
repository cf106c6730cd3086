/// What people put in their calendars of a meeting: days, hours, place, and whether it is held at all.
public struct MeetingFacts: Hashable, Sendable {
    public let days: [CalendarDate]
    public let time: String?
    public let place: String?
    public let isCancelled: Bool

    public init(days: [CalendarDate], time: String?, place: String?, isCancelled: Bool) {
        (self.days, self.time, self.place, self.isCancelled) = (days, time, place, isCancelled)
    }

    public init(_ meeting: Meeting) {
        self.init(
            days: meeting.days, time: meeting.time, place: meeting.place, isCancelled: meeting.status == .cancelled)
    }

    /// How often they have changed, from one telling to the next.
    public static func changes(_ facts: [MeetingFacts]) -> Int {
        zip(facts, facts.dropFirst()).count { $0 != $1 }
    }
}
