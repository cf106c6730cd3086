/// What became of a date that somebody wrote (FORMAT §1).
public enum DateReading: Equatable, Sendable {
    case date(CalendarDate)
    /// The shape is a date's, but there is no such day (2020-02-30).
    case impossible
    /// No shape of a date.
    case unreadable
}

extension DateReading {
    /// Reads `2020-09-18`, `200918`, `20200918`, `18 september 2020`, `18/9 2020` and `29/4-20`, with or without
    /// "den" or a weekday before. A two-digit year is 20YY when that is not more than ten years ahead of `clock`, else 19YY.
    public init(_ text: String, clock: CalendarDate) {
        var scanner = TextScanner(text)
        scanner.skipSpaces()
        _ = scanner.weekday()
        guard let found = scanner.date(clock: clock) else {
            self = .unreadable
            return
        }
        scanner.skipSpaces()
        self = scanner.isAtEnd ? found : .unreadable
    }
}

extension CalendarDate {
    /// The weekday in front of a written date, 1 for Monday to 7 for Sunday; nil where there is none.
    public static func weekday(before text: String) -> Int? {
        var scanner = TextScanner(text)
        scanner.skipSpaces()
        return scanner.weekday()
    }

    /// "torsdag", "torsdagen", "tors."
    public static func isWeekday(_ word: String) -> Bool {
        var scanner = TextScanner(word)
        return scanner.weekdayName(shortest: 3) != nil && scanner.isAtEnd
    }

    /// The full year of a two-digit one.
    static func century(of twoDigits: Int, clock: CalendarDate) -> Int {
        2000 + twoDigits <= clock.year + 10 ? 2000 + twoDigits : 1900 + twoDigits
    }
}

extension TextScanner {
    /// `fredag`, `fredagen`, `fre.`, `fredag,` in front of a date; unmoved where no digit or "den" follows.
    mutating func weekday() -> Int? {
        let start = position
        if let weekday = weekdayName(), skipSpaces(),
            isAtDigit || byte().map({ $0 | 0x20 == UInt8(ascii: "d") || $0 | 0x20 == UInt8(ascii: "s") }) ?? false
        {
            return weekday
        }
        position = start
        return nil
    }

    /// `fredag`, `fredagen`, `fre.` or `fredag,`, whatever follows: 1 for Monday to 7 for Sunday; unmoved for another
    /// word. A name may be cut after `shortest` letters.
    mutating func weekdayName(shortest: Int = 2) -> Int? {
        let start = position
        let name = String(decoding: Spelling.fold(word()), as: UTF8.self)
        let days = ["mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag"]
        let index = days.firstIndex { day in
            name == day || name == day + "en"
                || name.utf8.count >= shortest && name.utf8.count <= 4 && day.hasPrefix(name)
        }
        guard let index else {
            position = start
            return nil
        }
        skip(UInt8(ascii: "."))
        skip(UInt8(ascii: ","))
        return index + 1
    }

    /// A date in any of the shapes, from here on; `nil` and unmoved if there is none.
    mutating func date(clock: CalendarDate) -> DateReading? {
        let start = position
        if skipWord("den") { skipSpaces() }
        if let found = numericDate(clock: clock) ?? writtenDate(clock: clock) { return found }
        position = start
        return nil
    }

    private mutating func numericDate(clock: CalendarDate) -> DateReading? {
        let start = position
        guard let first = digits() else { return nil }
        if first.count == 8 && !isAtDigit {
            return DateReading(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
        }
        if first.count == 6 && !isAtDigit {
            let year = CalendarDate.century(of: first.value / 10_000, clock: clock)
            return DateReading(year: year, month: first.value / 100 % 100, day: first.value % 100)
        }
        if first.count == 4, skipDash(), let month = digits(upTo: 2), skipDash(), let day = digits(upTo: 2), !isAtDigit
        {
            return DateReading(year: first.value, month: month.value, day: day.value)
        }
        if first.count <= 2, skip(UInt8(ascii: "/")), let month = digits(upTo: 2) {
            let afterMonth = position
            let hadSpace = skipSpaces()
            let hadMark = skipDash() || skip(UInt8(ascii: "/"))
            skipSpaces()
            if hadSpace || hadMark, let year = digits(), year.count == 4 || (year.count == 2 && hadMark) {
                let full = year.count == 4 ? year.value : CalendarDate.century(of: year.value, clock: clock)
                return DateReading(year: full, month: month.value, day: first.value)
            }
            position = afterMonth
        }
        position = start
        return nil
    }

    private mutating func writtenDate(clock: CalendarDate) -> DateReading? {
        let start = position
        if let (day, month) = dayAndMonth(), skipSpaces(), let year = digits(upTo: 4), year.count == 4, !isAtDigit {
            let last = CalendarDate.daysIn(month: month, year: year.value)
            return DateReading(year: year.value, month: month, day: day ?? last)
        }
        position = start
        return nil
    }

    /// `1 januari` or `sista december` (day `nil`).
    mutating func dayAndMonth() -> (day: Int?, month: Int)? {
        let start = position
        var day: Int?
        if !skipWord("sista") {
            guard let written = digits(upTo: 2) else { return nil }
            day = written.value
            skip(UInt8(ascii: "."))
        }
        skipSpaces()
        let name = word()
        if !name.isEmpty, let month = monthNumber(of: name) {
            skip(UInt8(ascii: "."))
            return (day, month)
        }
        position = start
        return nil
    }

    private func monthNumber(of name: String) -> Int? {
        let names = [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november",
            "december",
        ]
        let lower = name.lowercased()
        guard lower.utf8.count >= 3 else { return nil }
        return names.firstIndex { $0 == lower || ($0.hasPrefix(lower) && lower.utf8.count <= 4) }.map { $0 + 1 }
    }
}

extension DateReading {
    fileprivate init(year: Int, month: Int, day: Int) {
        self = CalendarDate(year: year, month: month, day: day).map(DateReading.date) ?? .impossible
    }
}
