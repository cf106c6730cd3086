import Meetings
import Register
import Theme

/// `/anslagstavla/`: the notices that hang there now, and nothing else (kommunallagen 8:9).
struct NoticeBoardPage: TemplateContext {
    let notices: [NoticeRow]
    /// Where the site says how to appeal.
    let appealAddress: String?

    static let shapeName = "anslagstavla"
    static let fields: [Field<Self>] = [
        .flag("har_anslag") { !$0.notices.isEmpty },
        .list("anslag") { $0.notices },
        .text("overklagan") { $0.appealAddress },
    ]
}

/// One notice.
final class NoticeRow: TemplateContext {
    let meeting: MeetingRow
    let approved: String
    /// The last day to put it up.
    let due: String
    let posted: String?
    let lastAppealDay: String?
    let mayComeDown: String?
    let keptAt: String?
    /// Where the record is published, in full where the site's address is known.
    let address: String

    init(_ notice: Notice, of minutes: Minutes, _ meeting: MeetingRow, _ profile: SiteProfile, _ words: Words) {
        self.meeting = meeting
        approved = words.date(notice.approved)
        due = words.date(notice.due)
        posted = notice.posted.map { words.date($0) }
        lastAppealDay = notice.lastAppealDay.map { words.date($0) }
        mayComeDown = notice.mayComeDown.map { words.date($0) }
        keptAt = minutes.keptAt ?? profile.noticeRules.keptAt
        let path = Addresses.minutes(minutes.meeting)
        address = profile.address.map { "\($0)/\(path)" } ?? path
    }

    static let shapeName = "anslag"
    static let fields: [Field<NoticeRow>] = [
        .object("mote") { $0.meeting },
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
    init(_ edition: Edition) {
        let register = edition.register
        notices = register.minutes.indexed.reversed().compactMap { index, linked in
            guard let minutes = linked?.minutes, let notice = Notice(minutes, rules: register.profile.noticeRules),
                notice.isLive(on: register.today)
            else { return nil }
            return NoticeRow(notice, of: minutes, edition.meetingRows[index], register.profile, edition.words)
        }
        appealAddress = register.profile.noticeRules.appealPage.flatMap { page in
            if case .address(let address) = edition.resolver.resolve(page) { address } else { nil }
        }
    }
}
