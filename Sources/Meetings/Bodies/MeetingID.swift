/// Which meeting: a body and a day. A body meets once a day.
public struct MeetingID: Hashable, Sendable {
    public let body: BodyCode
    public let date: CalendarDate

    public init(body: BodyCode, date: CalendarDate) { (self.body, self.date) = (body, date) }
}

extension MeetingID: Comparable, CustomStringConvertible {
    /// By day, then by body.
    public static func < (left: MeetingID, right: MeetingID) -> Bool {
        (left.date, left.body) < (right.date, right.body)
    }

    /// `fs-2020-09-18`, the meeting's address and its file's name.
    public var slug: String { body.slug.text + "-" + date.description }

    /// `FS 2020-09-18`
    public var description: String { "\(body) \(date)" }
}
