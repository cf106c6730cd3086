import Diagnostics
import Meetings

/// Which meeting a file's name names: `fs-2020-09-18`, `fs-2020-09-18-2`.
enum MeetingName {
    case meeting(MeetingID)
    case wrong(Problem)
    /// Nothing like a meeting's name.
    case other
}

extension MeetingName {
    /// `stem` is the name without `.md` or `.protokoll.md`.
    init(_ stem: Substring, bodies: [Body], clock: CalendarDate) {
        let lower = stem.lowercased()
        guard let (code, written, ordinal) = MeetingName.parts(lower, clock: clock) else {
            self = .other
            return
        }
        guard case .date(let date) = DateReading(written, clock: clock) else {
            self = .wrong(.meetingNameDate(text: written))
            return
        }
        guard let body = bodies.first(where: { BodyCode(code) == $0.code }) else {
            self = .wrong(.meetingNameBody(code: code, known: bodies.map(\.code.slug.text)))
            return
        }
        self = .meeting(MeetingID(body: body.code, date: date, ordinal: ordinal))
    }

    /// What stands before and after the dash in front of `2020-09-18`, `200918` or `2020-09-18-2` at the end. A body's code
    /// may have dashes and digits of its own.
    private static func parts(
        _ name: String, clock: CalendarDate
    ) -> (code: String, date: String, ordinal: Int)? {
        let digits = name.utf8.reversed().prefix { $0.isDigit || $0 == UInt8(ascii: "-") }.count
        let tail = name.utf8.index(name.endIndex, offsetBy: -digits)
        for dash in name.indices[tail...] where name[dash] == "-" {
            let (written, ordinal) = MeetingDay.parts(of: String(name[name.index(after: dash)...]))
            if DateReading(written, clock: clock) != .unreadable { return (String(name[..<dash]), written, ordinal) }
        }
        return nil
    }
}
