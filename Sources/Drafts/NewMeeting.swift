import Meetings
import Register

/// The text that a new meeting begins with: the usual items around the matters that carry its date.
public enum NewMeeting {
    public static func text(_ id: MeetingID, register: SeenRegister) -> String {
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
