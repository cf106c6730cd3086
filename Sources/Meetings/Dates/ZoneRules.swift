/// How far a time zone is from UTC, by the rule that the European Union has kept since 1996 (directive 2000/84/EC): summer
/// time from the last Sunday in March to the last Sunday in October, at 01:00 UTC. Built in, so that what is published
/// does not depend on which time zone data the building machine has.
public struct ZoneRules: Hashable, Sendable {
    /// `Europe/Stockholm`
    public let name: String
    /// Minutes east of UTC in winter.
    public let standardOffset: Int
    public let hasSummerTime: Bool
    /// "CET" and "CEST".
    public let abbreviations: (standard: String, summer: String)

    public static func == (left: ZoneRules, right: ZoneRules) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension ZoneRules {
    /// Nil for a zone whose rule is not known here.
    public init?(_ name: String) {
        let known: (Int, Bool, (String, String))
        switch name {
        case "Europe/Stockholm", "Europe/Oslo", "Europe/Copenhagen", "Europe/Berlin", "Europe/Brussels":
            known = (60, true, ("CET", "CEST"))
        case "Europe/Helsinki", "Europe/Mariehamn", "Europe/Tallinn": known = (120, true, ("EET", "EEST"))
        case "UTC", "Etc/UTC": known = (0, false, ("UTC", "UTC"))
        default: return nil
        }
        self.name = name
        (standardOffset, hasSummerTime, abbreviations) = known
    }

    /// Minutes east of UTC at a time of a day there.
    public func offset(on date: CalendarDate, at minutes: Int = 0) -> Int {
        guard hasSummerTime, let start = ZoneRules.lastSunday(of: 3, in: date.year),
            let end = ZoneRules.lastSunday(of: 10, in: date.year)
        else { return standardOffset }
        let change = 60 + standardOffset
        let isAfterStart = date > start || (date == start && minutes >= change)
        let isBeforeEnd = date < end || (date == end && minutes < change + 60)
        return standardOffset + (isAfterStart && isBeforeEnd ? 60 : 0)
    }

    /// The day there, so many seconds after 1970 began in universal time.
    public func day(of seconds: Int) -> CalendarDate {
        let universal = CalendarDate(secondsSince1970: seconds)
        let minutes = (seconds % 86_400 + 86_400) % 86_400 / 60
        // The change comes at 01:00 universal time, whatever the clock shows there.
        let winter = minutes + standardOffset
        let local = universal.adding(days: winter / 1440)
        return CalendarDate(secondsSince1970: seconds + offset(on: local, at: winter % 1440) * 60)
    }

    /// `2020-09-18T13:00:00+02:00` (RFC 3339); minutes above 1440 are of the day after.
    public func timestamp(_ date: CalendarDate, at minutes: Int = 0) -> String {
        let day = date.adding(days: minutes / 1440)
        let offset = offset(on: day, at: minutes % 1440)
        return "\(day)T\(MeetingTime.text(minutes)):00+\(MeetingTime.text(offset))"
    }

    /// Of a month with 31 days.
    private static func lastSunday(of month: Int, in year: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: 31).map { $0.adding(days: -($0.weekday % 7)) }
    }
}
