/// The notice (anslag, tillkännagivande) that a record, or one § of it, has been approved, and the days that follow from it
/// (RULES.md).
public struct Notice: Hashable, Sendable {
    public let meeting: MeetingID
    /// The § that was approved at once; nil for the record's own notice.
    public let paragraph: Int?
    /// §§ that have notices of their own, which the record's leaves out.
    public let leftOut: [Int]
    public let approved: CalendarDate
    /// The day it went up; nil while it has not.
    public let posted: CalendarDate?
    public let keptAt: String?
    /// The last day to put it up.
    public let due: CalendarDate
    /// The last day to appeal; nil while it has not gone up.
    public let lastAppealDay: CalendarDate?

    /// The first day on which it may be taken down.
    public var mayComeDown: CalendarDate? { lastAppealDay?.adding(days: 1) }
}

extension Notice {
    /// A record's own, and before it those of its §§ that were approved at once. `entries` are the §§ that are seen.
    public static func all(_ minutes: Minutes, entries: [MinutesEntry], rules: NoticeRules) -> [Notice] {
        let own = entries.filter { $0.approval != nil }
        return own.compactMap { Notice($0, of: minutes, rules: rules) }
            + [Notice(minutes, leavingOut: own.map(\.number), rules: rules)].compactMap(\.self)
    }

    /// Nil while the record is not approved.
    public init?(_ minutes: Minutes, leavingOut: [Int] = [], rules: NoticeRules) {
        guard let approved = minutes.approved else { return nil }
        self.init(
            minutes.meeting, paragraph: nil, leftOut: leavingOut, approved: approved, posted: minutes.posted,
            keptAt: minutes.keptAt, rules: rules)
    }

    /// Nil for a § that is approved with the rest.
    public init?(_ entry: MinutesEntry, of minutes: Minutes, rules: NoticeRules) {
        guard let approval = entry.approval else { return nil }
        self.init(
            minutes.meeting, paragraph: entry.number, leftOut: [], approved: approval.approved,
            posted: approval.posted, keptAt: approval.keptAt ?? minutes.keptAt, rules: rules)
    }

    private init(
        _ meeting: MeetingID, paragraph: Int?, leftOut: [Int], approved: CalendarDate, posted: CalendarDate?,
        keptAt: String?, rules: NoticeRules
    ) {
        let rules = rules.holding(for: meeting)
        (self.meeting, self.paragraph, self.leftOut) = (meeting, paragraph, leftOut)
        (self.approved, self.posted, self.keptAt) = (approved, posted, keptAt ?? rules.keptAt)
        due = approved.adding(days: rules.daysToPost)
        lastAppealDay = posted.map { posted in
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
