import Diagnostics
import Meetings
import Register

/// `/data/anslag.csv`: the notices that hang on the board, for machines; and for the next build, which may not take one
/// down before its time (kommunallagen 8:12).
struct NoticeData: Sendable {
    let rows: [Row]

    struct Row: Hashable, Sendable {
        let notice: Notice
        let posted: CalendarDate
        let lastAppealDay: CalendarDate
    }

    static let path = "data/anslag.csv"
    static let columns = [
        DataColumn("mote"), DataColumn("organ"), DataColumn("datum", .day), DataColumn("justerat", .day),
        DataColumn("anslaget", .day), DataColumn("sista_overklagandedag", .day), DataColumn("far_tas_ned", .day),
        DataColumn("protokoll", .address), DataColumn("paragraf", .number),
    ]
}

extension NoticeData {
    init(_ register: SeenRegister) {
        rows = register.minutes.flatMap { $0?.notices(register.profile.noticeRules) ?? [] }.compactMap { notice in
            guard notice.isLive(on: register.today), let posted = notice.posted, let last = notice.lastAppealDay
            else { return nil }
            return Row(notice: notice, posted: posted, lastAppealDay: last)
        }
    }

    /// RFC 4180; nothing in it needs quotes.
    func append(to page: inout [UInt8]) {
        page += "\(NoticeData.columns.map(\.name).joined(separator: ","))\r\n".utf8
        for row in rows {
            let id = row.notice.meeting
            let down = row.notice.mayComeDown.map(\.description) ?? ""
            let fields = [
                id.slug, id.body.slug.text, id.date.description, row.notice.approved.description,
                row.posted.description, row.lastAppealDay.description, down, Addresses.notice(row.notice),
                row.notice.paragraph.map(String.init) ?? "",
            ]
            page += "\(fields.joined(separator: ","))\r\n".utf8
        }
    }
}

extension SitePlan {
    /// What the last build put on the notice board and this plan would take down before its time. `previous` is the
    /// `data/anslag.csv` of the output as it lies there; `except` names meetings (`fs-2020-09-18`) that may go.
    public func noticesTakenDown(
        previous: [UInt8], on today: CalendarDate, except: [String]
    ) -> [Diagnostic] {
        SitePlan.runningNotices(in: previous, on: today).compactMap { name, notice, last in
            guard !except.contains(name), !liveNotices.contains(notice) else { return nil }
            let (id, paragraph) = (notice.meeting, notice.paragraph)
            return Diagnostic(
                Place("content/moten/\(id.slug).protokoll.md"),
                .noticeTakenDown(meeting: id.slug, until: last.description, paragraph: paragraph))
        }
    }

    /// The notices that run on a day, as `data/anslag.csv` has them: the meeting's name there, the notice, and the last day
    /// of appeal.
    public static func runningNotices(
        in board: [UInt8], on today: CalendarDate
    ) -> [(name: String, notice: LiveNotice, last: CalendarDate)] {
        String(decoding: board, as: UTF8.self).split { $0.isNewline }.dropFirst().compactMap { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields.count >= 6, let body = BodyCode(fields[1]),
                let id = MeetingID(slug: fields[0], bodies: [body]),
                case .date(let posted) = DateReading(fields[4], clock: today),
                case .date(let last) = DateReading(fields[5], clock: today), posted <= today, today <= last
            else { return nil }
            let paragraph = fields.count > 8 ? Int(fields[8]) : nil
            return (fields[0], LiveNotice(meeting: id, paragraph: paragraph), last)
        }
    }
}

/// A notice that hangs on the board: of a record, or of one § of it.
public struct LiveNotice: Hashable, Sendable {
    public let meeting: MeetingID
    public let paragraph: Int?
}
