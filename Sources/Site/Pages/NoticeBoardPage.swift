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
struct NoticeRow: TemplateContext {
    let meeting: MeetingRow
    let approved: String
    let posted: String?
    let lastAppealDay: String?
    let mayComeDown: String?
    let keptAt: String?

    static let shapeName = "anslag"
    static let fields: [Field<Self>] = [
        .object("mote") { $0.meeting },
        .text("justerat") { $0.approved },
        .text("anslaget") { $0.posted },
        .text("sista_overklagandedag") { $0.lastAppealDay },
        .text("tas_ned") { $0.mayComeDown },
        .text("forvaras") { $0.keptAt },
    ]
}

extension NoticeBoardPage {
    init(_ edition: Edition) {
        let register = edition.register
        notices = register.minutes.enumerated().reversed().compactMap { index, linked in
            guard let minutes = linked?.minutes, let notice = Notice(minutes, rules: register.profile.noticeRules),
                notice.isLive(on: register.today)
            else { return nil }
            return NoticeRow(
                meeting: edition.meetingRows[index], approved: edition.words.date(notice.approved),
                posted: notice.posted.map { edition.words.date($0) },
                lastAppealDay: notice.lastAppealDay.map { edition.words.date($0) },
                mayComeDown: notice.mayComeDown.map { edition.words.date($0) },
                keptAt: minutes.keptAt ?? register.profile.noticeRules.keptAt)
        }
        appealAddress = register.profile.noticeRules.appealPage.flatMap { page in
            if case .address(let address) = edition.resolver.resolve(page) { address } else { nil }
        }
    }
}
