import Meetings

/// `fs-2020-09-18` as a log names a meeting.
public enum MeetingName {
    /// Nil for a name of no body's meeting.
    public static func meeting(_ name: String, bodies: [Body]) -> MeetingID? {
        let bytes = Array(name.utf8)
        guard bytes.count > 11, bytes[bytes.count - 11] == UInt8(ascii: "-") else { return nil }
        let parts = String(decoding: bytes.suffix(10), as: UTF8.self).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) else {
            return nil
        }
        let code = String(decoding: bytes.dropLast(11), as: UTF8.self)
        return bodies.first { $0.code.slug.text == code }.map { MeetingID(body: $0.code, date: date) }
    }

    /// `FS 2020-09-18`
    public static func text(_ name: String, bodies: [Body]) -> String {
        meeting(name, bodies: bodies)?.description ?? name
    }
}
