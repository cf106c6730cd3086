import Meetings
import Register

/// The days on which something became known, as the content itself says: what is published tells when it changed without
/// asking the clock or the files. A day that has not come yet says nothing.
struct ContentDays: Sendable {
    /// Of each meeting.
    private let meetings: MeetingTable<Span?>

    struct Span: Hashable, Sendable {
        var first: CalendarDate
        var last: CalendarDate

        mutating func take(_ day: CalendarDate) { (first, last) = (min(first, day), max(last, day)) }
    }
}

extension ContentDays {
    init(_ register: SeenRegister) {
        let today = register.today
        let spans = zip(register.meetings, register.minutes).map { linked, minutes -> Span? in
            let meeting = linked.meeting
            let isHeld = meeting.status == .held
            let days = [
                meeting.summonsDate, isHeld ? meeting.id.date : nil, minutes?.minutes.approved, minutes?.minutes.posted,
            ]
            return Span(days.compactMap { $0.flatMap { $0 <= today ? $0 : nil } })
        }
        meetings = MeetingTable(spans)
    }

    /// The day of the kallelse, of the meeting once it is held, of the approval and of the notice. Nil for a meeting that is
    /// only planned.
    func ofMeeting(_ index: MeetingIndex) -> Span? { meetings[index] }

    /// The days of the meetings that handle a matter, and those beside the names under it.
    func ofMatter(_ index: MatterIndex, _ register: SeenRegister) -> Span? {
        var days: [CalendarDate] = []
        for consultation in register.consultations[index] {
            if let span = meetings[consultation.meeting] { days += [span.first, span.last] }
        }
        days += register.matters[index].signatures.compactMap(\.date).filter { $0 <= register.today }
        return Span(days)
    }

    /// Of everything.
    var all: Span? { Span(meetings.compactMap(\.self).flatMap { [$0.first, $0.last] }) }
}

extension ContentDays.Span {
    init?(_ days: [CalendarDate]) {
        guard let first = days.min(), let last = days.max() else { return nil }
        (self.first, self.last) = (first, last)
    }
}

extension ZoneRules? {
    /// The beginning of a day, `2020-09-18T00:00:00+02:00`; in UTC where the zone's rule is not known.
    func dayStart(_ date: CalendarDate) -> String {
        self?.timestamp(date) ?? "\(date)T00:00:00+00:00"
    }
}
