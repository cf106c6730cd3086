import Meetings
import Register

/// The text that a new ärende begins with.
public enum NewMatter {
    /// The body that a matter on these meetings is numbered and decided by: the last that decides, else the first.
    public static func body(of meetings: [MeetingID], in profile: SiteProfile) -> Body? {
        let own = meetings.compactMap { meeting in profile.bodies.first { $0.code == meeting.body } }
        return own.last { $0.role == .deciding } ?? own.first
    }

    /// True for what fits on a line of its own: a title or a dnr with a line feed in it would be read as something else.
    public static func isOneLine(_ text: String) -> Bool {
        !text.unicodeScalars.contains {
            $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == "\u{2028}" || $0 == "\u{2029}"
        }
    }

    public static func text(title: String, number: String, meetings: [MeetingID], register: SeenRegister) -> String {
        var head = "dnr: \(DraftText.value(number))\ntitel: \(DraftText.value(title))\n"
        for meeting in meetings { head += "\(meeting.body.slug): \(meeting.day)\n" }
        let numbers = meetings.map { (meeting: $0, next: NextNumbers.attachmentNumber(at: $0, in: register)) }
        let given = numbers.compactMap { pair in pair.next.map { (pair.meeting, $0) } }
        if given.count == meetings.count, Set(given.map { $0.1 }).count == 1, let (_, next) = given.first {
            head += "bilaga: \(next)\n"
        } else if !given.isEmpty {
            head += "bilaga: {" + given.map { "\($0.0.body.slug): \($0.1)" }.joined(separator: ", ") + "}\n"
        }
        let deciding =
            body(of: meetings, in: register.profile).flatMap { $0.role == .deciding ? $0 : nil }
            ?? register.profile.bodies.first { $0.role == .deciding }
        return """
            ---
            \(head)handläggare: Förbundschefen
            typ: beslut
            ---

            # \(title)

            ## Förslag till beslut

            \(deciding?.name ?? "Styrelsen") föreslås besluta

            - **att** …

            ## Ärendet

            …

            """
    }
}
