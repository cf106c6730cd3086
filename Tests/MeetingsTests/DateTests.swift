import Meetings
import Testing

/// 1 June 2020.
let clock = CalendarDate(dayNumber: 18_414)

/// The day in ISO's shape, or what is wrong with it.
func read(_ written: String, clock: CalendarDate = clock) -> String {
    switch DateReading(written, clock: clock) {
    case .date(let date): date.description
    case .impossible: "impossible"
    case .unreadable: "unreadable"
    }
}

@Suite("Dates as secretaries write them")
struct DateTests {
    @Test(
        "every shape of FORMAT §1 is the same day",
        arguments: [
            "2020-09-18", "200918", "20200918", "18 september 2020", "18/9 2020", "18/9-20", "den 18 september 2020",
            "2020–09–18", "18\u{A0}september\u{A0}2020", "18 sept 2020", "18/9-2020", "18/09 2020", "2020-9-18",
            "18 September 2020", "18 SEPTEMBER 2020", " 18 september 2020 ", "18\u{2009}september\u{202F}2020",
            "18 sep. 2020", "18. september 2020", "18/9 – 20", "Den 18/9 2020",
        ])
    func shapes(written: String) {
        #expect(read(written) == "2020-09-18")
    }

    @Test(
        "every month by its name and its short name",
        arguments: zip(
            [
                "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
                "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
            ],
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12]))
    func months(name: String, month: Int) {
        #expect(read("5 \(name) 2021") == "2021-\(month < 10 ? "0" : "")\(month)-05")
    }

    @Test("the shapes of FORMAT §1 with the days that it gives")
    func examples() {
        #expect(read("29/4-20") == "2020-04-29")
        #expect(read("010203") == "2001-02-03")
        #expect(read("sista december 2021") == "2021-12-31")
        #expect(read("sista februari 2024") == "2024-02-29")
    }

    @Test("a two-digit year is at most ten years ahead of the clock")
    func tenYears() {
        #expect(read("300101") == "2030-01-01")
        #expect(read("301231") == "2030-12-31")
        #expect(read("310101") == "1931-01-01")
        #expect(read("990101") == "1999-01-01")
        #expect(read("000229") == "2000-02-29")
        #expect(read("29/4-31") == "1931-04-29")
        let later = CalendarDate(dayNumber: clock.dayNumber + 366)
        #expect(read("310101", clock: later) == "2031-01-01")
    }

    @Test(
        "a day that does not exist is impossible, not unreadable",
        arguments: [
            "2020-02-30", "2019-02-29", "2020-13-01", "2020-00-10", "2020-04-31", "2020-01-00", "200230", "20200230",
            "30 februari 2020", "31 april 2020", "0 maj 2020", "32/1 2020", "29/2-19", "1/13 2020", "1900-02-29",
            "0000-01-01",
        ])
    func impossible(written: String) {
        #expect(read(written) == "impossible")
    }

    @Test(
        "anything else is unreadable",
        arguments: [
            "", " ", "i höst", "2020", "2020-09", "18 september", "september 2020", "18/9", "18/9 20", "2020-09-181",
            "12020-09-18", "2020-09-18 kl. 13", "1234567", "2020 09 18", "18 sepember 2020", "18 s 2020", "-",
            "18-09-2020",
            "2020-09-18, 2020-09-19", "999999999999999999999", "två september 2020",
        ])
    func unreadable(written: String) {
        #expect(read(written) == "unreadable")
    }

    @Test("leap years follow the Gregorian rule")
    func leapYears() {
        #expect(read("2000-02-29") == "2000-02-29")
        #expect(read("2100-02-29") == "impossible")
        #expect(read("2400-02-29") == "2400-02-29")
    }
}

@Suite("Days and their numbers")
struct DayNumberTests {
    @Test("day 0 is 1 January 1970, and every number over eight centuries is one day after the number before it")
    func roundTrip() {
        #expect(CalendarDate(dayNumber: 0).description == "1970-01-01")
        #expect(clock.description == "2020-06-01")
        var previous = CalendarDate(dayNumber: -150_001)
        for number in -150_000...150_000 {
            let day = CalendarDate(dayNumber: number)
            let isNext =
                (day.year, day.month, day.day) == (previous.year, previous.month, previous.day + 1)
                || (day.day == 1 && day.month == previous.month + 1 && day.year == previous.year)
                || (day.day == 1 && day.month == 1 && day.year == previous.year + 1 && previous.month == 12)
            let isReal = CalendarDate(year: day.year, month: day.month, day: day.day) == day
            if day.dayNumber != number || !isNext || !isReal || day <= previous {
                Issue.record("day \(number) is \(day) after \(previous)")
                return
            }
            previous = day
        }
    }

    @Test(
        "weekdays count from Monday",
        arguments: [("2020-09-18", 5), ("2000-01-01", 6), ("1969-12-28", 7), ("1969-12-29", 1)])
    func weekdays(written: String, weekday: Int) throws {
        guard case .date(let date) = DateReading(written, clock: clock) else {
            Issue.record("\(written) is no date")
            return
        }
        #expect(date.weekday == weekday)
        #expect(date.adding(days: 7).weekday == weekday)
        #expect(date.adding(days: -1).weekday == (weekday == 1 ? 7 : weekday - 1))
    }

    @Test("a date before the year 1000 keeps four digits")
    func earlyYears() {
        #expect(CalendarDate(year: 812, month: 3, day: 4)?.description == "0812-03-04")
    }
}
