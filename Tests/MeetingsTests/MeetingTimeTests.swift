import Meetings
import Testing

@Suite("A meeting's hours as secretaries write them")
struct MeetingTimeTests {
    private func read(_ text: String) -> String? {
        MeetingTime(text).map { time in
            MeetingTime.text(time.start) + (time.end.map { "–" + MeetingTime.text($0) } ?? "")
        }
    }

    @Test(
        "from and to",
        arguments: [
            "13.00–16.00", "13.00 - 16.00", "13:00–16:00", "kl. 13.00–16.00", "kl 13–16", "13–16", "13 till 16",
            "klockan 13.00 till ca 16.00", "1300-1600", "13.00 – 16.00, lunch från 12.00", "fredag 13.00–16.00",
            "från kl. 13 till kl. 16", "13.00\u{A0}–\u{A0}16.00.",
        ])
    func range(text: String) { #expect(read(text) == "13:00–16:00") }

    @Test(
        "from the first hour to the last, over pauses",
        arguments: [
            ("8.30–12.00 och 13.00–16.00", "08:30–16:00"), ("8.30–12.00 / 13.00–16.00", "08:30–16:00"),
            ("8.30–12.00 och 13.00", "08:30–13:00"), ("8.30–12.00 och 11.00–16.00", "08:30–16:00"),
            ("13.00–16.00, lunch 12.00", "13:00–16:00"), ("9–12 (lunch) 13–15", "09:00–15:00"),
        ])
    func pauses(text: String, hours: String) { #expect(read(text) == hours) }

    @Test("from alone", arguments: ["13.00", "kl. 13", "13", "kl 13:00", "13.00, efter gruppmötet", "ca 13.00"])
    func start(text: String) { #expect(read(text) == "13:00") }

    @Test(
        "what cannot be read for certain is not read",
        arguments: [
            "efter lunch", "", "3 timmar", "gruppmöten 9.00, sammanträde 10.00", "25.00", "13.75", "18.9.2020",
            "sal 2", "131", "heldag",
        ])
    func unreadable(text: String) { #expect(read(text) == nil) }

    @Test("a meeting may go on past midnight; an end before the start is a slip and is left out")
    func night() {
        #expect(MeetingTime("18.00–00.30")?.end == 24 * 60 + 30)
        #expect(read("16.00–13.00") == "16:00" && MeetingTime("16.00–13.00")?.hasWrongEnd == true)
        #expect(MeetingTime("13.00")?.hasWrongEnd == false)
        #expect(read("18.00–24.00") == "18:00–00:00")
    }

    @Test("a text that says more than the hours is known to")
    func whole() {
        #expect(MeetingTime("13.00–16.00")?.isWhole == true)
        #expect(MeetingTime("13.00–16.00, lunch 12.00")?.isWhole == false)
    }
}

@Suite("A zone's distance from UTC")
struct ZoneRulesTests {
    @Test("summer time begins and ends at one o'clock UTC on the last Sundays of March and October")
    func changes() throws {
        let zone = try #require(ZoneRules("Europe/Stockholm"))
        let (march, october) = (
            try #require(CalendarDate(year: 2026, month: 3, day: 29)),
            try #require(CalendarDate(year: 2026, month: 10, day: 25))
        )
        #expect(zone.offset(on: march, at: 119) == 60 && zone.offset(on: march, at: 120) == 120)
        #expect(zone.offset(on: october, at: 179) == 120 && zone.offset(on: october, at: 180) == 60)
        let sunday = try #require(CalendarDate(year: 2021, month: 10, day: 31))
        #expect(zone.offset(on: sunday) == 120 && zone.offset(on: sunday.adding(days: 1)) == 60)
    }

    @Test("a time of a day is written with its offset, past midnight on the day after")
    func timestamps() throws {
        let day = try #require(CalendarDate(year: 2020, month: 9, day: 18))
        let zone = try #require(ZoneRules("Europe/Stockholm"))
        #expect(zone.timestamp(day) == "2020-09-18T00:00:00+02:00")
        #expect(zone.timestamp(day, at: 24 * 60 + 30) == "2020-09-19T00:30:00+02:00")
        #expect(ZoneRules("Europe/Helsinki")?.timestamp(day, at: 780) == "2020-09-18T13:00:00+03:00")
        #expect(ZoneRules("UTC")?.timestamp(day, at: 780) == "2020-09-18T13:00:00+00:00")
        #expect(ZoneRules("America/Chicago") == nil)
        // A second before midnight in winter and in summer time, and at it.
        #expect(zone.day(of: 1_606_431_599).description == "2020-11-26")
        #expect(zone.day(of: 1_606_431_600).description == "2020-11-27")
        #expect(zone.day(of: 1_600_379_999).description == "2020-09-17")
        #expect(zone.day(of: 1_600_380_000).description == "2020-09-18")
        #expect(zone.day(of: -3601).description == "1969-12-31" && zone.day(of: -3600).description == "1970-01-01")
    }
}
