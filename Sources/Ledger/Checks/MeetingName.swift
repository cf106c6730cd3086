import Meetings

/// `fs-2020-09-18` as a log names a meeting.
public enum MeetingName {
    /// Nil for a name of no body's meeting.
    public static func meeting(_ name: String, bodies: [Body]) -> MeetingID? {
        MeetingID(slug: name, bodies: bodies.map(\.code))
    }

    /// `FS 2020-09-18`
    public static func text(_ name: String, bodies: [Body]) -> String {
        meeting(name, bodies: bodies)?.description ?? name
    }
}
