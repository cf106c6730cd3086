/// The hours of a meeting as its file tells them: `13.00–16.00`, `kl. 13`, `9:30 till ca 12`, with a pause `8.30–12.00 och
/// 13.00–16.00`. In minutes from midnight.
public struct MeetingTime: Hashable, Sendable {
    public let start: Int
    /// Nil where it is not said; above 1440 for a meeting that goes on past midnight.
    public let end: Int?
    /// The text says no more than this.
    public let isWhole: Bool
    /// An end is written that is none: `16.00–13.00`.
    public var hasWrongEnd = false
}

extension MeetingTime {
    /// Nil when no time can be read for certain: none is written, or several ("gruppmöten 9.00, sammanträde 10.00").
    public init?(_ text: String) {
        if let read = MeetingTime(withPauses: text) ?? MeetingTime(single: text) { self = read } else { return nil }
    }

    /// From the first hour to the last, where nothing but hours is written with pauses between.
    private init?(withPauses text: String) {
        var scanner = TextScanner(text)
        var (first, last): (Int?, Int) = (nil, 0)
        var count = 0
        while let range = scanner.timeRange(), range.start >= first ?? 0 {
            // "8.30–12.00 och 13.00" says no more of its last stretch.
            guard let to = range.end ?? (count > 0 ? range.start : nil), to > range.start || range.end == nil else {
                break
            }
            (first, last, count) = (first ?? range.start, max(last, to), count + 1)
            if scanner.isAtEndOfTime { break }
            guard scanner.skipPause() else { return nil }
        }
        guard let first, count > 1, scanner.isAtEndOfTime else { return nil }
        (start, end, isWhole) = (first, last, true)
    }

    private init?(single text: String) {
        var scanner = TextScanner(text)
        var found: [(time: MeetingTime, isFirst: Bool)] = []
        var isWordStart = true
        while !scanner.isAtEnd {
            let position = scanner.position
            if isWordStart, let range = scanner.timeRange() {
                let time = MeetingTime(range, isWhole: position == 0 && scanner.isAtEndOfTime)
                found.append((time, position == 0))
                isWordStart = false
                continue
            }
            scanner.position = position
            if scanner.skipSpaces() || scanner.skip(UInt8(ascii: ",")) || scanner.skip(UInt8(ascii: "(")) {
                isWordStart = true
            } else {
                scanner.position += 1
                isWordStart = false
            }
        }
        guard let first = found.first, found.count == 1 || (first.isFirst && first.time.end != nil) else { return nil }
        self = first.time
    }

    private init(_ range: (start: Int, end: Int?), isWhole: Bool) {
        start = range.start
        self.isWhole = isWhole
        guard let written = range.end else {
            end = nil
            return
        }
        let isNight = start >= 12 * 60 && written <= 6 * 60
        end = written > start ? written : isNight ? written + 24 * 60 : nil
        hasWrongEnd = end == nil
    }

    /// `13:00`
    public static func text(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60 % 24, minutes % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}

extension TextScanner {
    /// `13.00–16.00`, `kl. 13`, `13–16`. An hour without minutes counts after "kl", in a range, or when it is all that is
    /// written: "3 timmar" is no time.
    fileprivate mutating func timeRange() -> (start: Int, end: Int?)? {
        let isAtStart = position == 0
        let isNamed = skipTimeWords()
        guard let first = timeOfDay() else { return nil }
        let afterFirst = position
        skipSpaces()
        if skipDash() || skipWord("till") {
            skipSpaces()
            _ = skipTimeWords()
            if let second = timeOfDay() { return (first.minutes, second.minutes) }
        }
        position = afterFirst
        let isAlone = isAtStart && isAtEndOfTime
        return first.isPrecise || isNamed || isAlone ? (first.minutes, nil) : nil
    }

    /// What stands between two stretches of hours: "och", "samt", a comma, "(lunch)".
    fileprivate mutating func skipPause() -> Bool {
        let start = position
        while skipSpaces() || skip(UInt8(ascii: ",")) || skip(UInt8(ascii: ";")) || skip(UInt8(ascii: "/"))
            || skip(UInt8(ascii: "("))
            || skip(UInt8(ascii: ")")) || skipWord("och") || skipWord("samt") || skipWord("lunch") || skipWord("paus")
            || skipWord("sedan") || skipWord("därefter")
        {}
        return position > start
    }

    /// Nothing but spaces and a full stop is left.
    fileprivate var isAtEndOfTime: Bool {
        var rest = self
        rest.skipSpaces()
        rest.skip(UInt8(ascii: "."))
        rest.skipSpaces()
        return rest.isAtEnd
    }

    /// "kl.", "klockan", "från", "ca": true where the hour is named as one.
    private mutating func skipTimeWords() -> Bool {
        var isNamed = false
        while true {
            if skipWord("kl") || skipWord("klockan") {
                isNamed = true
            } else if !(skipWord("ca") || skipWord("cirka") || skipWord("från")) {
                return isNamed
            }
            skip(UInt8(ascii: "."))
            skip(UInt8(ascii: ":"))
            skipSpaces()
        }
    }

    /// `13.00`, `13:00`, `13 00`, `1300`, `9`; unmoved where there is none.
    private mutating func timeOfDay() -> (minutes: Int, isPrecise: Bool)? {
        let start = position
        if let read = digits(upTo: 4), !isAtDigit {
            var (hour, minute, isPrecise) = (read.value, 0, false)
            if read.count == 4 {
                (hour, minute, isPrecise) = (read.value / 100, read.value % 100, true)
            } else if read.count <= 2 {
                let afterHour = position
                if skip(UInt8(ascii: ".")) || skip(UInt8(ascii: ":")), let minutes = digits(upTo: 2) {
                    (minute, isPrecise) = (minutes.count == 2 ? minutes.value : 60, true)
                } else if skipSpaces(), let minutes = digits(upTo: 2), minutes.count == 2, !isAtDigit {
                    // "13 00"
                    (minute, isPrecise) = (minutes.value, true)
                } else {
                    position = afterHour
                }
            }
            let isOver = hour == 24 && minute > 0
            if read.count != 3, hour <= 24, minute < 60, !isOver, !isInLongerNumber {
                return (hour * 60 + minute, isPrecise)
            }
        }
        position = start
        return nil
    }

    /// A day (`18.09.2020`) or a sum goes on after what might have been a time.
    private var isInLongerNumber: Bool {
        guard let next = byte() else { return false }
        if next.isDigit || next.isASCIILetter { return true }
        return ".:/".utf8.contains(next) && byte(at: 1)?.isDigit == true
    }
}
