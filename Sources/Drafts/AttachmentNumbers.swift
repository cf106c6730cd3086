import Editing
import Meetings
import Register

/// The bilaga numbers of a meeting as they should stand in its ärenden (FORMAT §3): 1, 2, 3 in the agenda's order.
///
/// Where nobody has written a number they are the program's, and nothing is written. Once the kallelse has been sent no
/// number that was sent changes: what is new comes after.
public struct AttachmentNumbers {
    let meeting: LinkedMeeting
    let register: SeenRegister
}

extension AttachmentNumbers {
    public init(_ id: MeetingID, register: SeenRegister) throws(NoDraft) {
        guard let index = register.meetingIndex[id] else { throw NoDraft("\(id) finns inte.") }
        self.init(meeting: register.meetings[index], register: register)
    }

    /// True where the numbers are the program's.
    public var areAutomatic: Bool { !matters.contains { $0.numbers.range(at: id) != nil } }

    private var id: MeetingID { meeting.meeting.id }

    private var matters: [Matter] {
        meeting.agenda.compactMap { item in
            guard case .matter(let matter, _) = item.content else { return nil }
            return register.matters[matter]
        }
    }

    private var isCalled: Bool { meeting.meeting.summonsDate != nil }

    public var draft: Draft {
        var draft = Draft()
        if areAutomatic { return draft }
        if isCalled { draft.warnings.append("Mötet är kallat: numren som har skickats ändras inte.") }
        let matters = matters
        var next = isCalled ? (Numbering.next(after: matters, at: id) ?? 1) : 1
        for matter in matters where isNumbered(matter) {
            let now = matter.numbers.range(at: id)
            let first: Int
            if isCalled, let own = now {
                first = own.place.first
            } else {
                first = next
                next += 1
            }
            // What was sent with more numbers than it has bilagor keeps them.
            let sent = isCalled ? (now?.numbers.count ?? 1) - 1 : 0
            let wanted = AttachmentNumbers.range(first, attachments: max(matter.attachments.count, sent))
            if let now, now.numbers == wanted { continue }
            let after = AttachmentNumbers.written(wanted)
            draft.changes.append(
                .edits(path: matter.file, [.head(key: "bilaga", value(of: matter, after: after))]))
            draft.rows.append(
                Draft.Row(
                    path: matter.file, title: matter.diaryNumber.map { "\($0.text) \(matter.title)" } ?? matter.title,
                    now: now.map { AttachmentNumbers.written($0.numbers) } ?? "–", after: after))
        }
        return draft
    }

    private func isNumbered(_ matter: Matter) -> Bool {
        if case .unnumbered? = matter.numbers.entry(at: id) { return false }
        if matter.numbers.range(at: id) != nil { return true }
        return matter.proposal != nil || !matter.before.isEmpty || !matter.after.isEmpty || !matter.attachments.isEmpty
    }

    private static func range(_ first: Int, attachments: Int) -> [AttachmentNumber] {
        ([[first]] + (0..<attachments).map { [first, $0 + 1] }).compactMap { AttachmentNumber($0) }
    }

    private static func written(_ numbers: [AttachmentNumber]) -> String {
        guard let first = numbers.first else { return "–" }
        guard let last = numbers.last, numbers.count > 1 else { return "\(first)" }
        return "\(first) - \(last)"
    }

    /// The head's value: one text where the ärende is at one meeting, else a map with each body's or meeting's own.
    private func value(of matter: Matter, after: String) -> EditValue {
        let numbers = matter.numbers
        let isAlone = matter.handlings.flatMap(\.days).count <= 1
        if isAlone && numbers.ofBodies.isEmpty && numbers.ofMeetings.isEmpty { return .text(after) }
        var pairs: [EditValue.Pair] = []
        for handling in matter.handlings {
            let isOwn = handling.body == id.body
            let ofBody = numbers.ofBodies[handling.body] ?? numbers.everywhere
            let ofMeetings = numbers.ofMeetings.filter { $0.key.body == handling.body && $0.key != id }
            let isOnly = handling.days.count <= 1 && ofMeetings.isEmpty
            if isOwn && isOnly && numbers.ofMeetings[id] == nil {
                pairs.append(EditValue.Pair(handling.body.slug.text, .text(after)))
                continue
            }
            if let ofBody {
                pairs.append(EditValue.Pair(handling.body.slug.text, .text(AttachmentNumbers.text(ofBody))))
            }
            for (meeting, entry) in ofMeetings.sorted(by: { $0.key < $1.key }) {
                pairs.append(EditValue.Pair(meeting.slug, .text(AttachmentNumbers.text(entry))))
            }
            if isOwn { pairs.append(EditValue.Pair(id.slug, .text(after))) }
        }
        return .map(pairs)
    }

    private static func text(_ entry: WrittenNumbers.Entry) -> String {
        switch entry {
        case .unnumbered: "ingen"
        case .range(let range): written(range.numbers)
        }
    }
}
