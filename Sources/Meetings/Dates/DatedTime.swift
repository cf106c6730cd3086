/// A meeting's time as written, with the day in front that many write there: "fredag 18 september 2020 kl. 13.00–16.00".
public struct DatedTime: Hashable, Sendable {
    /// The day in front; nil for hours alone.
    public let date: CalendarDate?
    /// What follows the day: "kl. 13.00–16.00".
    public let hours: String
}

extension DatedTime {
    /// `year` is that of the meeting, for a day without one ("18 september kl. 13").
    public init(_ text: String, year: Int, clock: CalendarDate) {
        let start = DatedTime.afterWeekday(text)
        let rest = String(text[start...])
        guard let (date, length) = DatedTime.leadingDay(rest, year: year, clock: clock) else {
            // "fredag 13.00–16.00" has hours after its weekday, and keeps it.
            (self.date, hours) = (nil, text)
            return
        }
        let after = Substring(rest.utf8.dropFirst(length))
        (self.date, hours) = (date, String(after.drop { $0 == " " || $0 == "\u{A0}" || $0 == "," || $0 == ":" }))
    }

    private static func afterWeekday(_ text: String) -> String.Index {
        var rest = text[...].drop { $0 == " " }
        let days = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
        let word = rest.prefix { $0.isLetter }
        guard days.contains(where: { $0 == word.lowercased() || $0 + "en" == word.lowercased() }) else {
            return rest.startIndex
        }
        rest = rest[word.endIndex...].drop { $0 == " " || $0 == "\u{A0}" || $0 == "," }
        return rest.hasPrefix("den ") ? rest.index(rest.startIndex, offsetBy: 4) : rest.startIndex
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
