/// When the site reminds of what ought to be there: days of its profile, not of a law (FORMAT §5). Nil is no reminder.
public struct ReminderRules: Hashable, Sendable {
    /// From a meeting to its record.
    public var daysToMinutes: Int? = 14
    /// From a meeting to the approval of its record.
    public var daysToApproval: Int? = 14

    public init() {}
}

extension ReminderRules {
    /// The last day for the record of a meeting.
    public func minutesDue(after meeting: CalendarDate) -> CalendarDate? {
        daysToMinutes.map { meeting.adding(days: $0) }
    }

    /// The last day for its approval.
    public func approvalDue(after meeting: CalendarDate) -> CalendarDate? {
        daysToApproval.map { meeting.adding(days: $0) }
    }
}
