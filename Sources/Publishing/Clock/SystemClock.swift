import Meetings
import System

/// The one place that asks what day and what time it is.
public enum SystemClock {
    /// SOURCE_DATE_EPOCH where it is set, else now (FORMAT §1). A site asks for the day in its own time zone.
    public static func today(in timeZone: String) -> CalendarDate { day(of: seconds, in: timeZone) }

    /// Since 1970-01-01 in universal time.
    package static var seconds: Int { epoch.flatMap(second) ?? now }

    /// The machine's own clock, whatever SOURCE_DATE_EPOCH says: for what tells when something was done.
    package static var now: Int { Clocks.seconds }

    /// SOURCE_DATE_EPOCH where it is set to something that is no second.
    package static var unreadable: String? { epoch.flatMap { second($0) == nil ? $0 : nil } }

    private static var epoch: String? { Environment["SOURCE_DATE_EPOCH"] }

    /// Nil for anything but a second of the years 1970–9999.
    private static func second(_ written: String) -> Int? {
        guard written.utf8.allSatisfy(\.isDigit), let second = Int(written), second < 253_402_300_800 else {
            return nil
        }
        return second
    }

    /// - Parameter seconds: since 1970-01-01 in universal time.
    package static func day(of seconds: Int, in timeZone: String) -> CalendarDate {
        if let rules = ZoneRules(timeZone) { return rules.day(of: seconds) }
        let offset = TimeZoneFile(timeZone)?.offset(at: seconds) ?? 0
        return CalendarDate(secondsSince1970: seconds + offset)
    }
}
