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
            // A weekday is the last day itself.
            ("2020-09-25", "2020-10-16"), ("2020-09-28", "2020-10-19"), ("2023-02-07", "2023-02-28"),
            ("2024-02-07", "2024-02-28"), ("2024-02-09", "2024-03-01"), ("2024-03-12", "2024-04-02"),
            ("2024-05-30", "2024-06-20"), ("2023-06-01", "2023-06-22"), ("2026-05-15", "2026-06-05"),
            ("2026-11-13", "2026-12-04"),
            // A Saturday, a Sunday: Monday.
            ("2020-09-26", "2020-10-19"), ("2020-09-27", "2020-10-19"), ("2023-02-08", "2023-03-01"),
            // Leap days.
            ("2024-02-08", "2024-02-29"), ("2028-02-08", "2028-02-29"),
            // Trettondedag jul, also as a Friday; the day before it counts.
            ("2024-12-16", "2025-01-07"), ("2025-12-16", "2026-01-07"), ("2021-12-16", "2022-01-07"),
            ("2022-12-16", "2023-01-09"), ("2026-12-16", "2027-01-07"), ("2023-12-15", "2024-01-05"),
            // Långfredagen, annandag påsk.
            ("2020-03-20", "2020-04-14"), ("2024-03-08", "2024-04-02"), ("2024-03-11", "2024-04-02"),
            ("2025-03-28", "2025-04-22"), ("2025-03-31", "2025-04-22"), ("2026-03-13", "2026-04-07"),
            ("2026-03-16", "2026-04-07"), ("2027-03-05", "2027-03-30"), ("2027-03-08", "2027-03-30"),
            // Första maj, also as a Friday.
            ("2024-04-10", "2024-05-02"), ("2025-04-10", "2025-05-02"), ("2026-04-10", "2026-05-04"),
            // Kristi himmelsfärds dag.
            ("2024-04-18", "2024-05-10"), ("2025-05-08", "2025-05-30"), ("2026-04-23", "2026-05-15"),
            ("2027-04-15", "2027-05-07"),
            // Annandag pingst is no holiday since 2005.
            ("2024-04-29", "2024-05-20"),
            // Nationaldagen.
            ("2019-05-16", "2019-06-07"), ("2023-05-16", "2023-06-07"), ("2024-05-16", "2024-06-07"),
            ("2025-05-16", "2025-06-09"),
            // Midsommarafton.
            ("2023-06-02", "2023-06-26"), ("2024-05-31", "2024-06-24"), ("2025-05-30", "2025-06-23"),
            ("2026-05-29", "2026-06-22"),
            // Alla helgons dag is a Saturday; the Friday before it counts.
            ("2026-10-09", "2026-10-30"), ("2026-10-10", "2026-11-02"),
            // Julafton, juldagen, annandag jul.
            ("2024-12-03", "2024-12-27"), ("2024-12-04", "2024-12-27"), ("2024-12-05", "2024-12-27"),
            ("2025-12-03", "2025-12-29"), ("2026-12-03", "2026-12-28"), ("2026-12-04", "2026-12-28"),
            ("2023-12-08", "2023-12-29"),
            // Nyårsafton and nyårsdagen: the last day is in another year.
            ("2024-12-10", "2025-01-02"), ("2024-12-11", "2025-01-02"), ("2025-12-10", "2026-01-02"),
            ("2023-12-11", "2024-01-02"), ("2026-12-10", "2027-01-04"), ("2026-12-11", "2027-01-04"),
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
