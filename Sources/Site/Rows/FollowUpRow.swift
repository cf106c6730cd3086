import Meetings
import Register
import Theme

/// What a decision asks for by a day, and how it stands.
struct FollowUpRow: TemplateContext {
    let date: String
    let dateText: String
    let text: String
    let matters: [EntryMatterRow]
    /// The § that asks.
    let paragraph: ParagraphLink
    /// The § that answered.
    let answer: ParagraphLink?
    let recipients: String
    let isOverdue: Bool

    static let shapeName = "uppföljning"
    static let fields: [Field<Self>] = [
        .text("datum") { $0.date },
        .text("datumtext") { $0.dateText },
        .text("vad") { $0.text },
        .list("arenden") { $0.matters },
        .object("paragraf") { $0.paragraph },
        .object("svar") { $0.answer },
        .text("mottagare") { $0.recipients },
        .flag("forsenad") { $0.isOverdue },
    ]
}

/// "§ 45", with its extract's address, and the meeting.
struct ParagraphLink: TemplateContext {
    let number: Int
    let heading: String
    let address: String
    let meeting: MeetingRow
    /// "Bifall", where it decided something.
    let outcome: String?

    static let shapeName = "hänvisning till paragraf"
    static let fields: [Field<Self>] = [
        .text("nummer") { String($0.number) },
        .text("rubrik") { $0.heading },
        .text("lank") { $0.address },
        .object("mote") { $0.meeting },
        .text("utfall") { $0.outcome },
    ]
}

extension Edition {
    /// The § at a place among a meeting's record's; nil where the audience does not see it.
    func paragraph(_ entry: EntryIndex, at meeting: MeetingIndex) -> ParagraphLink? {
        guard let linked = register.minutes[meeting], case .open(let open, let matters) = linked.entries[entry] else {
            return nil
        }
        return ParagraphLink(
            number: open.number, heading: open.heading, address: meetingRows[meeting].extract(open.number),
            meeting: meetingRows[meeting],
            outcome: open.decision.flatMap { label($0, of: matters, at: linked.minutes.meeting) })
    }

    func row(_ item: FollowUps.Item) -> FollowUpRow? {
        guard let paragraph = paragraph(item.entry, at: item.meeting),
            case .open(let open, _)? = register.minutes[item.meeting]?.entries[item.entry]
        else { return nil }
        let answer = item.answer.flatMap { self.paragraph($0.entry, at: $0.meeting) }
        return FollowUpRow(
            date: item.followUp.date.description, dateText: words.date(item.followUp.date), text: item.followUp.text,
            matters: item.matters.enumerated().map { EntryMatterRow(matterRows[$1], isFurther: $0 > 0) },
            paragraph: paragraph, answer: answer,
            recipients: open.recipients.joined(separator: ", "),
            isOverdue: answer == nil && item.followUp.date < register.today)
    }

    /// What was decided of a matter before one of its consultations.
    func earlier(than consultation: ConsultationIndex, of matter: MatterIndex) -> [ParagraphLink] {
        register.consultations[matter][..<consultation].flatMap { earlier in
            earlier.entries.compactMap { paragraph($0, at: earlier.meeting) }.filter { $0.outcome != nil }
        }
    }
}
