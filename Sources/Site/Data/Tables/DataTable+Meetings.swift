import Meetings
import Register

extension DataTable {
    /// Every meeting, by day.
    static let meetings = DataTable(
        name: "moten",
        columns: [
            DataColumn("mote"), DataColumn("organ"), DataColumn("organnamn"), DataColumn("roll"),
            DataColumn("datum", .day), DataColumn("tid"), DataColumn("start", .time), DataColumn("slut", .time),
            DataColumn("plats"), DataColumn("status"), DataColumn("kallelse", .day), DataColumn("justerat", .day),
            DataColumn("anslaget", .day), DataColumn("sista_overklagandedag", .day), DataColumn("arenden", .number),
            DataColumn("lank", .address), DataColumn("protokoll", .address),
        ]
    ) { source, give in
        let edition = source.edition
        for (index, linked) in edition.register.meetings.indexed {
            let meeting = linked.meeting
            let row = edition.meetingRows[index]
            let time = meeting.time.flatMap { MeetingTime($0) }
            let minutes = edition.register.minutes[index]?.minutes
            let notice = minutes.flatMap { Notice($0, rules: edition.register.profile.noticeRules) }
            give([
                .text(row.id), .text(row.code), .text(row.body),
                .text(edition.isDeciding(meeting.id) ? "beslutande" : "beredande"), .day(meeting.id.date),
                .optional(meeting.time), .optional(time.map { MeetingTime.text($0.start) }),
                .optional(time?.end.map { MeetingTime.text($0) }), .optional(meeting.place),
                .text(meeting.status.rawValue), .day(meeting.summonsDate), .day(minutes?.approved),
                .day(minutes?.posted), .day(notice?.lastAppealDay), .number(row.matterCount),
                .text(edition.reference(row.address)), .optional(row.minutesAddress.map { edition.reference($0) }),
            ])
        }
    }
}
