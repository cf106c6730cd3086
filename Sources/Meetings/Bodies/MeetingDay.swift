/// A meeting's day, and which of its body's meetings that day (FORMAT §5): `2020-09-18`, `2020-09-18-2`.
public struct MeetingDay: Hashable, Sendable {
    public let date: CalendarDate
    /// 1, and 2 for the second.
    public let ordinal: Int

    public init(date: CalendarDate, ordinal: Int = 1) { (self.date, self.ordinal) = (date, ordinal) }

    /// No body meets more often in a day.
    public static let mostOfADay = 9
}

extension MeetingDay {
    /// A written day without the number of a later meeting: `2020-09-18-2` is `2020-09-18` and 2. A text that ends with no
    /// such number is its own first part, and the first meeting's.
    public static func parts(of text: String) -> (date: String, ordinal: Int) {
        let bytes = Array(text.utf8)
        guard bytes.count > 7, let last = bytes.last, last.isDigit, last != UInt8(ascii: "0"),
            bytes[bytes.count - 2] == UInt8(ascii: "-")
        else { return (text, 1) }
        let date = String(decoding: bytes.dropLast(2), as: UTF8.self)
        // "2020-09-1" and "29/4-2" end so too: what stands before has to be a whole day.
        guard DateReading(date, clock: CalendarDate.anyDay) != .unreadable else { return (text, 1) }
        return (date, Int(last - UInt8(ascii: "0")))
    }

    /// Reads it as `description` writes it.
    init?(plain text: Substring) {
        let (written, ordinal) = MeetingDay.parts(of: String(text))
        let parts = written.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], case .date(let date) = DateReading(written, clock: .anyDay) else {
            return nil
        }
        self.init(date: date, ordinal: ordinal)
    }
}

extension MeetingDay: Comparable, CustomStringConvertible {
    public static func < (left: MeetingDay, right: MeetingDay) -> Bool {
        (left.date, left.ordinal) < (right.date, right.ordinal)
    }

    public var description: String { ordinal == 1 ? date.description : "\(date)-\(ordinal)" }
}

extension CalendarDate {
    /// A clock for readings where only the shape matters.
    fileprivate static let anyDay = CalendarDate(dayNumber: 10_957)
}
