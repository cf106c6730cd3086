/// Which meeting: a body, the meeting's first day, and which of the body's meetings that day.
public struct MeetingID: Hashable, Sendable {
    public let body: BodyCode
    public let day: MeetingDay

    public init(body: BodyCode, day: MeetingDay) { (self.body, self.day) = (body, day) }

    public init(body: BodyCode, date: CalendarDate, ordinal: Int = 1) {
        self.init(body: body, day: MeetingDay(date: date, ordinal: ordinal))
    }
}

extension MeetingID {
    public var date: CalendarDate { day.date }

    /// 2 for a body's second meeting of a day.
    public var ordinal: Int { day.ordinal }

    /// Reads `fs-2020-09-18` and `fs-2020-09-18-2`, as addresses and the log have it. Nil for a name of no body's meeting.
    public init?(slug: String, bodies: [BodyCode]) {
        for body in bodies {
            guard slug.hasPrefix(body.slug.text + "-") else { continue }
            let written = slug.dropFirst(body.slug.text.utf8.count + 1)
            if let day = MeetingDay(plain: written) {
                self.init(body: body, day: day)
                return
            }
        }
        return nil
    }
}

extension MeetingID: Comparable, CustomStringConvertible {
    /// By day, then by body, then as they follow on one another.
    public static func < (left: MeetingID, right: MeetingID) -> Bool {
        (left.date, left.body, left.ordinal) < (right.date, right.body, right.ordinal)
    }

    /// `fs-2020-09-18`, `fs-2020-09-18-2`: the meeting's address and its file's name.
    public var slug: String { body.slug.text + "-" + day.description }

    /// `FS 2020-09-18`
    public var description: String { "\(body) \(day)" }
}
