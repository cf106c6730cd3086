import Meetings
import Register
import Theme

/// A meeting's record.
struct MinutesPage: TemplateContext {
    let meeting: MeetingRow
    let head: MinutesHead
    let preamble: PlacedProse?
    let entries: [EntryRow]
    let corrections: [CorrectionRow]
    /// When the approved record was sealed.
    let sealed: String?

    static let shapeName = "protokoll"
    static let fields: [Field<Self>] = [
        .object("mote") { $0.meeting },
        .object("huvud") { $0.head },
        .flag("har_text") { $0.preamble != nil },
        .fragment("text") { $0.preamble?.append(to: &$1) },
        .list("paragrafer") { $0.entries },
        .list("rattelser") { $0.corrections },
        .text("forseglat") { $0.sealed },
    ]
}

/// An extract (protokollsutdrag) of one §.
struct ExtractPage: TemplateContext {
    let meeting: MeetingRow
    let minutesAddress: String
    let head: MinutesHead
    let entry: EntryRow
    let corrections: [CorrectionRow]
    let sealed: String?

    static let shapeName = "protokollsutdrag"
    static let fields: [Field<Self>] = [
        .object("mote") { $0.meeting },
        .text("protokollslank") { $0.minutesAddress },
        .object("huvud") { $0.head },
        .object("paragraf") { $0.entry },
        .list("rattelser") { $0.corrections },
        .text("forseglat") { $0.sealed },
    ]
}

/// Who was there, and how far the record has come. Shared by the record and all its extracts.
final class MinutesHead: TemplateContext {
    let minutes: Minutes
    let approved: String?
    let posted: String?
    let lastAppealDay: String?

    init(_ minutes: Minutes, rules: NoticeRules, _ words: Words) {
        self.minutes = minutes
        lastAppealDay = Notice(minutes, rules: rules)?.lastAppealDay.map { words.date($0) }
        approved = minutes.approved.map { words.date($0) }
        posted = minutes.posted.map { words.date($0) }
    }

    static let shapeName = "protokollshuvud"
    static let fields: [Field<MinutesHead>] = [
        .text("ordforande") { $0.minutes.chair },
        .text("sekreterare") { $0.minutes.secretary },
        .flag("har_deltagare") {
            !$0.minutes.present.isEmpty || !$0.minutes.substitutes.isEmpty || !$0.minutes.others.isEmpty
        },
        .flag("har_narvarande") { !$0.minutes.present.isEmpty },
        .texts("narvarande") { $0.minutes.present },
        .text("ersattare") { $0.minutes.substitutes.joined(separator: ", ") },
        .text("ovriga") { $0.minutes.others.joined(separator: ", ") },
        .text("justerare") { $0.minutes.approvers.joined(separator: ", ") },
        .text("justerat") { $0.approved },
        .text("anslaget") { $0.posted },
        .text("sista_overklagandedag") { $0.lastAppealDay },
        .text("forvaras") { $0.minutes.keptAt },
    ]
}

/// One § of a record.
struct EntryRow: TemplateContext {
    let number: Int
    let heading: String?
    let matter: MatterRow?
    let isMembersOnly: Bool
    let text: PlacedProse?
    let decision: DecisionContext?
    let sections: [SectionRow]
    /// Its extract; nil for a § that has none.
    let address: String?

    static let shapeName = "paragraf"
    static let fields: [Field<Self>] = [
        .text("nummer") { String($0.number) },
        .text("rubrik") { $0.heading },
        .object("arende") { $0.matter },
        .flag("endast_ledamoter") { $0.isMembersOnly },
        .flag("har_text") { $0.text != nil },
        .fragment("text") { $0.text?.append(to: &$1) },
        .object("beslut") { $0.decision },
        .list("delar") { $0.sections },
        .text("lank") { $0.address },
    ]
}

/// Yrkanden, Reservation and their like.
struct SectionRow: TemplateContext {
    let heading: String
    let text: PlacedProse

    static let shapeName = "del av paragraf"
    static let fields: [Field<Self>] = [.text("rubrik") { $0.heading }, .fragment("text") { $0.text.append(to: &$1) }]
}
