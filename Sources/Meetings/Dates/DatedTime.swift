/// A meeting's time as written, with the day in front that many write there: "fredag 18 september 2020 kl. 13.00–16.00".
public struct DatedTime: Hashable, Sendable {
    /// The day in front; nil for hours alone.
    public let date: CalendarDate?
    /// The weekday in front, 1 for Monday to 7 for Sunday, with or without a date after it.
    public let weekday: Int?
    /// What follows the day: "kl. 13.00–16.00".
    public let hours: String
}

extension DatedTime {
    /// `year` is that of the meeting, for a day without one ("18 september kl. 13").
    public init(_ text: String, year: Int, clock: CalendarDate) {
        var scanner = TextScanner(text)
        scanner.skipSpaces()
        weekday = scanner.weekdayName(shortest: 3)
        scanner.skipSpaces()
        if weekday != nil, scanner.skipWord("den") { scanner.skipSpaces() }
        let rest = String(decoding: text.utf8.dropFirst(scanner.position), as: UTF8.self)
        guard let (date, length) = DatedTime.leadingDay(rest, year: year, clock: clock) else {
            // "fredag 13.00–16.00" has hours after its weekday, and keeps it.
            (self.date, hours) = (nil, text)
            return
        }
        let after = Substring(rest.utf8.dropFirst(length))
        (self.date, hours) = (date, String(after.drop { $0 == " " || $0 == "\u{A0}" || $0 == "," || $0 == ":" }))
    }

    /// The day that a text begins with, and its length in UTF-8.
    private static func leadingDay(_ text: String, year: Int, clock: CalendarDate) -> (CalendarDate, Int)? {
        if let first = DateMention.all(in: text, clock: clock).first, first.range.lowerBound == 0 {
            return (first.date, first.range.upperBound)
        }
        var scanner = TextScanner(text)
        guard case (let day?, let month)? = scanner.dayAndMonth(),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return (date, scanner.position)
    }
}
