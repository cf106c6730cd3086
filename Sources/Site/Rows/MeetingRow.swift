import Meetings
import Register
import Theme

/// A meeting in a list.
package final class MeetingRow: TemplateContext {
    /// `fs-2020-09-18`
    let id: String
    /// Of joint meetings, those that meet together: "Förbundsstyrelsen och Arbetsmarknadsnämnden".
    package let body: String
    /// One name each.
    let bodies: [String]
    package let code: String
    package let date: String
    package let dateText: String
    let weekdayText: String
    let time: String?
    let place: String?
    let address: String
    let decisionAddress: String
    /// Nil while there is no record.
    let minutesAddress: String?
    /// Of the extracts, each below it.
    private let extracts: String
    let status: String
    let isCancelled: Bool
    let isComing: Bool
    let summonsDate: String?
    let matterCount: Int
    /// It is over, and no record of it is published.
    let lacksMinutes: Bool

    init(_ linked: LinkedMeeting, hasMinutes: Bool, _ register: SeenRegister, _ words: Words) {
        let meeting = linked.meeting
        bodies = meeting.bodies.map { code in
            register.profile.body(code, at: meeting.id)?.name ?? code.text
        }
        body = words.joined(bodies)
        id = meeting.id.slug
        code = meeting.id.body.text
        date = meeting.id.date.description
        let days = words.dates(meeting.days)
        let ordinal = meeting.id.ordinal
        dateText = ordinal == 1 ? days : words.text(.laterMeeting, days, String(ordinal))
        weekdayText = words.datesWithWeekday(meeting.days)
        time = meeting.time
        place = meeting.place
        address = Addresses.meeting(meeting.id)
        decisionAddress = Addresses.decisionList(meeting.id)
        extracts = Addresses.minutes(meeting.id)
        minutesAddress = hasMinutes ? Addresses.minutes(meeting.id) : nil
        status = words.status(meeting.status)
        isCancelled = meeting.status == .cancelled
        isComing = meeting.lastDay >= register.today && meeting.status != .held
        summonsDate = meeting.summonsDate.map { words.date($0) }
        lacksMinutes = !hasMinutes && linked.lacksRecord(on: register.today)
        matterCount = linked.agenda.reduce(into: 0) { count, item in
            if case .matter = item.content { count += 1 }
        }
    }

    /// `moten/fs-2020-09-18/protokoll/45/`
    func extract(_ number: Int) -> String { extracts + String(number) + "/" }

    package static let shapeName = "möte i lista"
    package static let fields: [Field<MeetingRow>] = [
        .text("id") { $0.id },
        .text("organ") { $0.body },
        .text("kod") { $0.code },
        .text("datum") { $0.date },
        .text("datumtext") { $0.dateText },
        .text("veckodatum") { $0.weekdayText },
        .text("tid") { $0.time },
        .text("plats") { $0.place },
        .text("lank") { $0.address },
        .text("beslutslank") { $0.decisionAddress },
        .text("protokollslank") { $0.minutesAddress },
        .flag("utan_protokoll") { $0.lacksMinutes },
        .text("status") { $0.status },
        .flag("installt") { $0.isCancelled },
        .flag("kommande") { $0.isComing },
        .text("kallelsedatum") { $0.summonsDate },
        .text("antal") { $0.matterCount == 0 ? nil : String($0.matterCount) },
        .flag("ett_arende") { $0.matterCount == 1 },
    ]
}
