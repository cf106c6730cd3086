import Meetings
import Register

extension Edition {
    /// The feed of what a page is about; none without the site's address (`Planner.subscriptions`).
    func feed(ofPage address: String) -> String? {
        register.profile.address == nil ? nil : Addresses.feed(ofPage: address)
    }

    /// The years that have a calendar of their own, newest first: none while one calendar can hold them all.
    var calendarYears: [Int] {
        guard register.profile.address != nil, register.meetings.count > CalendarFile.most else { return [] }
        return Set(register.meetings.map(\.meeting.id.date.year)).sorted(by: >)
    }

    /// The years of the calendars that people subscribe to; nil for all. A calendar of many years would weigh megabytes.
    var calendarSpan: ClosedRange<Int>? {
        calendarYears.isEmpty ? nil : register.today.year - 1...9999
    }
}
