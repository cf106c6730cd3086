import Meetings
import Register

/// The text that a new ärende begins with.
enum NewMatter {
    static func text(title: String, number: String, meetings: [MeetingID], register: SeenRegister) -> String {
        var head = "dnr: \(number)\ntitel: \(quoted(title))\n"
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

    /// In quotation marks where YAML would take the title for something else than text.
    private static func quoted(_ title: String) -> String {
        let first = title.unicodeScalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
        let isPlain = first && !title.contains(": ") && !title.contains(" #") && !title.hasSuffix(":")
        guard !isPlain else { return title }
        return "\"" + title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// The text that a new meeting begins with: the usual items around the matters that carry its date.
enum NewMeeting {
    static func text(_ id: MeetingID, register: SeenRegister) -> String {
        let matters = register.meetingIndex[id].map { index in
            register.meetings[index].agenda.compactMap { item -> String? in
                guard case .matter(let matter, _) = item.content else { return nil }
                return register.matters[matter].diaryNumber?.text
            }
        }
        let opening = ["Mötets öppnande", "Val av justerare", "Godkännande av dagordningen"]
        let items = opening + (matters ?? []) + ["Övriga frågor", "Mötets avslutande"]
        return """
            ---
            organ: \(id.body)
            datum: \(id.date)
            tid: 13.00–16.00
            plats: Förbundskansliet
            dagordning:
            \(items.map { "  - \($0)" }.joined(separator: "\n"))
            ---

            """
    }
}
