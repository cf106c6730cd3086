import Meetings
import Register
import Theme

/// A meeting's record.
package struct MinutesPage: TemplateContext {
    let meeting: MeetingRow
    let head: MinutesHead
    let preamble: PlacedProse?
    let entries: [EntryRow]
    let corrections: [CorrectionRow]
    /// When the approved record was sealed.
    let sealed: String?

    package static let shapeName = "protokoll"
    package static let fields: [Field<Self>] = [
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
package struct ExtractPage: TemplateContext {
    let meeting: MeetingRow
    let minutesAddress: String
    let head: MinutesHead
    let entry: EntryRow
    let corrections: [CorrectionRow]
    let sealed: String?

    package static let shapeName = "protokollsutdrag"
    package static let fields: [Field<Self>] = [
        .object("mote") { $0.meeting },
        .text("protokollslank") { $0.minutesAddress },
        .object("huvud") { $0.head },
        .object("paragraf") { $0.entry },
        .list("rattelser") { $0.corrections },
        .text("forseglat") { $0.sealed },
    ]
}

/// Who was there, and how far the record has come. Shared by the record and all its extracts.
package final class MinutesHead: TemplateContext {
    let minutes: Minutes
    let keptAt: String?
    let approved: String?
    let posted: String?
    /// Who has signed it electronically, and when.
    let signed: String?
    /// Nil while the record, or the § that is approved by itself, is not approved.
    let notice: NoticeRow?

    /// `paragraph`: of the extract of a § that was approved at once.
    package init(
        _ linked: LinkedMinutes, _ meeting: MeetingRow, _ profile: SiteProfile, _ words: Words,
        paragraph entry: MinutesEntry? = nil
    ) {
        minutes = linked.minutes
        let own = linked.notices(profile.noticeRules).first { $0.paragraph == entry?.number }
        notice = own.map { NoticeRow($0, meeting, profile, words) }
        approved = (entry?.approval?.approved ?? minutes.approved).map { words.date($0) }
        posted = (entry == nil ? minutes.posted : own?.posted).map { words.date($0) }
        keptAt = entry?.approval?.keptAt ?? minutes.keptAt
        let signatures = minutes.signed.flatMap(\.signatures)
        signed = signatures.isEmpty ? nil : words.signatures(signatures, zone: ZoneRules(profile.timeZone))
    }

    package static let shapeName = "protokollshuvud"
    package static let fields: [Field<MinutesHead>] = [
        .text("ordforande") { $0.minutes.chair },
        .text("sekreterare") { $0.minutes.secretary },
        .flag("har_deltagare") {
            !$0.minutes.present.isEmpty || !$0.minutes.absent.isEmpty || !$0.minutes.substitutes.isEmpty
                || !$0.minutes.others.isEmpty
        },
        .flag("har_narvarande") { !$0.minutes.present.isEmpty },
        .texts("narvarande") { $0.minutes.present },
        .text("franvarande") { $0.minutes.absent.joined(separator: ", ") },
        .text("ersattare") { $0.minutes.substitutes.joined(separator: ", ") },
        .text("ovriga") { $0.minutes.others.joined(separator: ", ") },
        .text("justerare") { $0.minutes.approvers.joined(separator: ", ") },
        .text("justerat") { $0.approved },
        .text("underskrivet") { $0.signed },
        .text("anslaget") { $0.posted },
        .text("sista_overklagandedag") { $0.notice?.lastAppealDay },
        .text("anslas_senast") { $0.posted == nil ? $0.notice?.due : nil },
        .object("anslag") { $0.notice },
        .text("forvaras") { $0.keptAt },
    ]
}

/// One § of a record.
package struct EntryRow: TemplateContext {
    let number: Int
    let heading: String?
    let matters: [EntryMatterRow]
    let isMembersOnly: Bool
    /// The day that it was approved by itself.
    let approval: String?
    let text: PlacedProse?
    let decision: DecisionContext?
    let followUps: [FollowUpRow]
    let sections: [SectionRow]
    /// Its extract; nil for a § that has none.
    let address: String?

    package static let shapeName = "paragraf"
    package static let fields: [Field<Self>] = [
        .text("nummer") { String($0.number) },
        .text("rubrik") { $0.heading },
        .list("arenden") { $0.matters },
        .flag("endast_ledamoter") { $0.isMembersOnly },
        .text("justerat") { $0.approval },
        .flag("har_text") { $0.text != nil },
        .fragment("text") { $0.text?.append(to: &$1) },
        .object("beslut") { $0.decision },
        .flag("har_uppfoljning") { !$0.followUps.isEmpty },
        .list("uppfoljning") { $0.followUps },
        .list("delar") { $0.sections },
        .text("lank") { $0.address },
    ]
}

/// Yrkanden, Reservation and their like.
package struct SectionRow: TemplateContext {
    let heading: String
    /// Of its heading: 3 below a §'s own in the record, 2 where the § is the page.
    let level: Int
    let text: PlacedProse
    let vote: VoteRow?

    package static let shapeName = "del av paragraf"
    package static let fields: [Field<Self>] = [
        .text("rubrik") { $0.heading },
        .text("niva") { String($0.level) },
        .fragment("text") { $0.text.append(to: &$1) },
        .object("omrostning") { $0.vote },
    ]
}

/// A matter of a §.
package struct EntryMatterRow: TemplateContext {
    let matter: MatterRow
    /// Another stands before it.
    let isFurther: Bool

    init(_ matter: MatterRow, isFurther: Bool) { (self.matter, self.isFurther) = (matter, isFurther) }

    package static let shapeName = "paragrafens ärende"
    package static let fields: [Field<Self>] = [
        .object("arende") { $0.matter },
        .flag("ytterligare") { $0.isFurther },
    ]
}
