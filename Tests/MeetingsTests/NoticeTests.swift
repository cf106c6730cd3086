import Meetings
import Testing

@Suite("The legal clock of the notice board")
struct NoticeTests {
    private func day(_ iso: String) throws -> CalendarDate {
        guard case .date(let date) = DateReading(iso, clock: CalendarDate(dayNumber: 20_000)) else {
            throw NotADay(text: iso)
        }
        return date
    }

    private struct NotADay: Error { let text: String }

    @Test(
        "Easter Sunday",
        arguments: [
            "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2016-03-27", "2019-04-21", "2020-04-12",
            "2021-04-04",
            "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25",
        ])
    func easter(iso: String) throws {
        let date = try day(iso)
        #expect(SwedishHolidays.easter(year: date.year) == date)
    }

    /// The day the notice went up, and the last day to appeal, twenty-one days later or the next weekday.
    @Test(
        "the last day to appeal",
        arguments: [
            ("2020-09-26", "2020-10-19"),  // a Saturday: Monday
            ("2020-09-28", "2020-10-19"),
            ("2026-11-13", "2026-12-04"),
            ("2026-03-13", "2026-04-07"),  // långfredagen, Easter: the Tuesday after
            ("2020-03-20", "2020-04-14"),
            ("2026-04-10", "2026-05-04"),  // första maj is a Friday: Monday
            ("2026-04-23", "2026-05-15"),  // Kristi himmelsfärds dag
            ("2025-05-16", "2025-06-09"),  // nationaldagen is a Friday
            ("2026-05-29", "2026-06-22"),  // midsommarafton
            ("2026-10-09", "2026-10-30"),  // the Friday before alla helgons dag is a weekday
            ("2026-10-10", "2026-11-02"),  // alla helgons dag, a Saturday
            ("2025-12-03", "2025-12-29"),  // julafton, juldagen, annandagen and a weekend
            ("2025-12-10", "2026-01-02"),  // nyårsafton and nyårsdagen
            ("2025-12-16", "2026-01-07"),  // trettondedag jul
            ("2024-02-08", "2024-02-29"),  // a leap day
            ("2023-02-08", "2023-03-01"),
        ])
    func lastDay(posted: String, last: String) throws {
        var minutes = Minutes(
            meeting: MeetingID(body: try #require(BodyCode("FS")), date: try day(posted).adding(days: -8)), entries: [],
            file: "")
        minutes.approved = try day(posted).adding(days: -1)
        minutes.posted = try day(posted)
        let notice = try #require(Notice(minutes, rules: NoticeRules()))
        let expected = try day(last)
        #expect(notice.lastAppealDay == expected)
        #expect(notice.mayComeDown == expected.adding(days: 1))
        #expect(notice.isLive(on: expected) && !notice.isLive(on: expected.adding(days: 1)))
    }

    @Test("a notice is due two days after the record was approved, and overdue after that")
    func due() throws {
        var minutes = Minutes(
            meeting: MeetingID(body: try #require(BodyCode("FS")), date: try day("2020-09-18")), entries: [], file: "")
        #expect(Notice(minutes, rules: NoticeRules()) == nil)
        minutes.approved = try day("2020-09-25")
        let notice = try #require(Notice(minutes, rules: NoticeRules()))
        #expect(notice.due == (try day("2020-09-27")))
        #expect(!notice.isOverdue(on: try day("2020-09-27")))
        #expect(notice.isOverdue(on: try day("2020-09-28")))
        #expect(!notice.isLive(on: try day("2020-09-28")))
    }
}
