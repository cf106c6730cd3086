/// The notice (anslag, tillkännagivande) that a record has been approved, and the days that follow from it (RULES.md).
public struct Notice: Hashable, Sendable {
    public let meeting: MeetingID
    public let approved: CalendarDate
    /// The day it went up; nil while it has not.
    public let posted: CalendarDate?
    /// The last day to put it up.
    public let due: CalendarDate
    /// The last day to appeal; nil while it has not gone up.
    public let lastAppealDay: CalendarDate?

    /// The first day on which it may be taken down.
    public var mayComeDown: CalendarDate? { lastAppealDay?.adding(days: 1) }
}

extension Notice {
    /// Nil while the record is not approved.
    public init?(_ minutes: Minutes, rules: NoticeRules) {
        guard let approved = minutes.approved else { return nil }
        (meeting, self.approved, posted) = (minutes.meeting, approved, minutes.posted)
        due = approved.adding(days: rules.daysToPost)
        lastAppealDay = minutes.posted.map { posted in
            var last = posted.adding(days: rules.appealDays)
            while SwedishHolidays.endsNoTime(on: last) { last = last.adding(days: 1) }
            return last
        }
    }

    /// It hangs on the board: from the day it went up until the time to appeal has run out.
    public func isLive(on today: CalendarDate) -> Bool {
        guard let posted, let lastAppealDay else { return false }
        return posted <= today && today <= lastAppealDay
    }

    /// It should have gone up by now, and has not.
    public func isOverdue(on today: CalendarDate) -> Bool { posted == nil && due < today }
}
