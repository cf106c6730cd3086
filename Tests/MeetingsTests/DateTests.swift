import Meetings
import Testing

@Suite("Dates as secretaries write them")
struct DateTests {
    private let clock = CalendarDate(year: 2020, month: 6, day: 1)!

    @Test(
        "every shape of FORMAT §1 is the same day",
        arguments: [
            "2020-09-18", "200918", "20200918", "18 september 2020", "18/9 2020", "18/9-20", "den 18 september 2020",
            "2020–09–18", "18\u{A0}september\u{A0}2020", "18 sept 2020",
        ])
    func shapes(written: String) {
        #expect(DateReading(written, clock: clock) == .date(CalendarDate(year: 2020, month: 9, day: 18)!))
    }
}
