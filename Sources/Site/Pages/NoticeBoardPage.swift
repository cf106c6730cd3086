import Meetings
import Register
import Theme

/// `/anslagstavla/`: the notices that hang there now, and nothing else (kommunallagen 8:9).
struct NoticeBoardPage: TemplateContext {
    let notices: [NoticeRow]

    static let shapeName = "anslagstavla"
    static let fields: [Field<Self>] = [
        .flag("har_anslag") { !$0.notices.isEmpty },
        .list("anslag") { $0.notices },
    ]
}

/// One notice.
package final class NoticeRow: TemplateContext {
    let meeting: MeetingRow
    /// The § that it is of; nil for the record's.
    let paragraph: String?
    /// "§ 1, § 4": those that have notices of their own.
    let leftOut: String?
    /// Its place on the board.
    let anchor: String
    /// From the site's root.
    let target: String
    let approved: String
    /// The last day to put it up.
    let due: String
    let posted: String?
    let lastAppealDay: String?
    let mayComeDown: String?
    let keptAt: String?
    /// Where the record is published, in full where the site's address is known.
    let address: String

    package init(_ notice: Notice, _ meeting: MeetingRow, _ profile: SiteProfile, _ words: Words) {
        self.meeting = meeting
        paragraph = notice.paragraph.map(String.init)
        leftOut =
            notice.leftOut.isEmpty ? nil : notice.leftOut.map { "§\u{A0}\($0)" }.joined(separator: ", ")
        anchor = meeting.id + (notice.paragraph.map { "-\($0)" } ?? "")
        approved = words.date(notice.approved)
        due = words.date(notice.due)
        posted = notice.posted.map { words.date($0) }
        lastAppealDay = notice.lastAppealDay.map { words.date($0) }
        mayComeDown = notice.mayComeDown.map { words.date($0) }
        keptAt = notice.keptAt
        target = Addresses.notice(notice)
        address = profile.address.map { [target] in "\($0)/\(target)" } ?? target
    }

    package static let shapeName = "anslag"
    package static let fields: [Field<NoticeRow>] = [
        .object("mote") { $0.meeting },
        .text("paragraf") { $0.paragraph },
        .text("utom_paragrafer") { $0.leftOut },
        .text("ankare") { $0.anchor },
        .text("lank") { $0.target },
        .text("justerat") { $0.approved },
        .text("anslas_senast") { $0.due },
        .text("anslaget") { $0.posted },
        .text("sista_overklagandedag") { $0.lastAppealDay },
        .text("tas_ned") { $0.mayComeDown },
        .text("forvaras") { $0.keptAt },
        .text("adress") { $0.address },
    ]
}

extension NoticeBoardPage {
    init(_ edition: Edition) { notices = edition.liveNotices() }
}

extension Edition {
    /// What hangs on the board, and can be appealed, today; the latest meeting's first.
    func liveNotices() -> [NoticeRow] {
        register.minutes.indexed.reversed().flatMap { index, linked in
            (linked?.notices(register.profile.noticeRules) ?? []).filter { $0.isLive(on: register.today) }
                .map { NoticeRow($0, meetingRows[index], register.profile, words) }
        }
    }
}

extension LinkResolver {
    /// The page that klubba.yml names.
    func appealAddress(_ profile: SiteProfile) -> String? {
        profile.noticeRules.appealPage.flatMap { page in
            if case .address(let address) = resolve(page) { address } else { nil }
        }
    }
}

extension Addresses {
    /// What a notice is about: the record, or the extract of a § that was approved at once.
    static func notice(_ notice: Notice) -> String {
        notice.paragraph.map { extract(notice.meeting, $0) } ?? minutes(notice.meeting)
    }
}
