import Meetings
import Register

/// The text that a new ärende begins with.
public enum NewMatter {
    public static func text(title: String, number: String, meetings: [MeetingID], register: SeenRegister) -> String {
        var head = "dnr: \(number)\ntitel: \(DraftText.value(title))\n"
        for meeting in meetings { head += "\(meeting.body.slug): \(meeting.day)\n" }
        let numbers = meetings.map { (meeting: $0, next: NextNumbers.attachmentNumber(at: $0, in: register)) }
        let given = numbers.compactMap { pair in pair.next.map { (pair.meeting, $0) } }
        if given.count == meetings.count, Set(given.map { $0.1 }).count == 1, let (_, next) = given.first {
            head += "bilaga: \(next)\n"
        } else if !given.isEmpty {
            head += "bilaga: {" + given.map { "\($0.0.body.slug): \($0.1)" }.joined(separator: ", ") + "}\n"
        }
        let deciding =
            meetings.compactMap { meeting in
                register.profile.bodies.first { $0.code == meeting.body && $0.role == .deciding }
            }.last ?? register.profile.bodies.last { $0.role == .deciding }
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
