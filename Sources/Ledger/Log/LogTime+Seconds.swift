import Meetings

extension LogTime {
    /// Seconds since 1970-01-01 00:00 in universal time.
    public init(seconds: Int) {
        let (day, second) = (
            seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400, (seconds % 86_400 + 86_400) % 86_400
        )
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
        text = "\(CalendarDate(dayNumber: day))T\(clock)Z"
    }

    /// Noon of a day: the day is the same in every time zone that a board may sit in.
    public init(noonOf day: CalendarDate) { self.init(seconds: day.dayNumber * 86_400 + 43_200) }

    /// Nil for a text that is not as this program writes it, or no time.
    public init?(_ text: String) {
        guard let seconds = LogTime.seconds(text), LogTime(seconds: seconds).text == text else { return nil }
        self.text = text
    }

    public var seconds: Int { LogTime.seconds(text) ?? 0 }

    private static func seconds(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 else { return nil }
        func number(_ range: Range<Int>) -> Int? { Int(String(decoding: bytes[range], as: UTF8.self)) }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
            let minute = number(14..<16), let second = number(17..<19), hour < 24, minute < 60, second < 60,
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second
    }
}
