/// From one day to another, both included.
public struct Period: Hashable, Sendable {
    public let start: CalendarDate
    public let end: CalendarDate

    /// `nil` when the end lies before the start.
    public init?(start: CalendarDate, end: CalendarDate) {
        guard start <= end else { return nil }
        (self.start, self.end) = (start, end)
    }
}

extension Period: Comparable {
    public static func < (left: Period, right: Period) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}

extension Period: CustomStringConvertible {
    public var description: String { "\(start) – \(end)" }

    /// The calendar years that the period touches.
    public var years: ClosedRange<Int> { start.year...end.year }
}

extension Period {
    /// A written period (FORMAT §1): two dates with a dash, "till", "fram till", "t.o.m." or "till och med" between, or
    /// a year, or two years with such a mark between.
    public init?(_ text: String, clock: CalendarDate) {
        var scanner = TextScanner(text)
        scanner.skipSpaces()
        let start = scanner.position
        if let period = scanner.period(clock: clock) {
            scanner.skipSpaces()
            guard scanner.isAtEnd else { return nil }
            self = period
            return
        }
        scanner.position = start
        guard let year = scanner.digits(), year.count == 4 else { return nil }
        var lastYear = year
        if scanner.skipPeriodMark() {
            guard let written = scanner.digits(), written.count == 4 else { return nil }
            lastYear = written
        }
        scanner.skipSpaces()
        guard scanner.isAtEnd, year.value <= lastYear.value,
            let first = CalendarDate(year: year.value, month: 1, day: 1),
            let last = CalendarDate(year: lastYear.value, month: 12, day: 31)
        else { return nil }
        (self.start, end) = (first, last)
    }

    /// Every period written out in a running text, in its order.
    public static func all(in text: String, clock: CalendarDate) -> [Period] {
        guard text.utf8.contains(where: \.isDigit) else { return [] }
        var scanner = TextScanner(text)
        var found: [Period] = []
        while !scanner.isAtEnd {
            let start = scanner.position
            let isWordStart =
                start == 0 || !(scanner.bytes[start - 1].isDigit || scanner.bytes[start - 1].isASCIILetter)
            let first = scanner.bytes[start].asciiLowercased
            if isWordStart, first.isDigit || scanner.isAtPair("de") || scanner.isAtPair("si"),
                let period = scanner.period(clock: clock)
            {
                found.append(period)
            } else {
                scanner.position = start + 1
            }
        }
        return found
    }
}

extension TextScanner {
    /// Where "den" or "sista" may begin.
    fileprivate func isAtPair(_ letters: StaticString) -> Bool {
        position + 1 < bytes.count && bytes[position].asciiLowercased == letters.utf8Start[0]
            && bytes[position + 1].asciiLowercased == letters.utf8Start[1]
    }

    fileprivate mutating func period(clock: CalendarDate) -> Period? {
        let start = position
        if let period = wholePeriod(clock: clock) ?? periodWithOneYear(clock: clock) { return period }
        position = start
        return nil
    }

    private mutating func wholePeriod(clock: CalendarDate) -> Period? {
        let start = position
        if case .date(let from) = date(clock: clock), skipPeriodMark(), case .date(let to) = date(clock: clock) {
            return Period(start: from, end: to)
        }
        position = start
        return nil
    }

    /// `1 januari – 31 december 2021`
    private mutating func periodWithOneYear(clock: CalendarDate) -> Period? {
        let start = position
        if let (day, month) = dayAndMonth(), let day, skipPeriodMark(), case .date(let to) = date(clock: clock),
            let from = CalendarDate(year: to.year, month: month, day: day)
        {
            return Period(start: from, end: to)
        }
        position = start
        return nil
    }

    fileprivate mutating func skipPeriodMark() -> Bool {
        let start = position
        skipSpaces()
        if skipDash() {
            skipSpaces()
            return true
        }
        var words = 0
        while words < 4 {
            let known =
                skipWord("fram") || skipWord("till") || skipWord("och") || skipWord("med") || skipWord("t.o.m")
                || skipWord("tom") || skipWord("t") || skipWord("o") || skipWord("m")
            guard known else { break }
            skip(UInt8(ascii: "."))
            skipSpaces()
            words += 1
        }
        if words == 0 { position = start }
        return words > 0
    }
}
