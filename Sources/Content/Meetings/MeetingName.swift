import Diagnostics
import Meetings

/// Which meeting a file's name names: `fs-2020-09-18`.
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
        guard let dash = MeetingName.dashBeforeDate(lower) else {
            self = .other
            return
        }
        let written = String(lower[lower.index(after: dash)...])
        let code = String(lower[..<dash])
        guard case let reading = DateReading(written, clock: clock), reading != .unreadable else {
            self = .other
            return
        }
        guard case .date(let date) = reading else {
            self = .wrong(.meetingNameDate(text: written))
            return
        }
        guard let body = bodies.first(where: { BodyCode(code) == $0.code }) else {
            self = .wrong(.meetingNameBody(code: code, known: bodies.map(\.code.slug.text)))
            return
        }
        self = .meeting(MeetingID(body: body.code, date: date))
    }

    /// The dash before `2020-09-18` or `200918` at the end.
    private static func dashBeforeDate(_ name: String) -> String.Index? {
        let digits = name.utf8.reversed().prefix { $0.isDigit || $0 == UInt8(ascii: "-") }.count
        let tail = name.utf8.index(name.endIndex, offsetBy: -digits)
        return name[tail...].firstIndex(of: "-")
    }
}
