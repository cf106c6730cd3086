import Meetings
import Testing

@Suite("Which meeting of a body and a day")
struct MeetingDayTests {
    @Test(
        "a second meeting of a day has its number after the day, in every shape that the day may have",
        arguments: [
            ("2020-09-18", "2020-09-18", 1), ("2020-09-18-2", "2020-09-18", 2), ("200918-3", "200918", 3),
            ("18 september 2020-2", "18 september 2020", 2), ("2020-09-18-1", "2020-09-18", 1),
            ("2020-09-1", "2020-09-1", 1), ("29/4-20", "29/4-20", 1), ("2020-09-18-0", "2020-09-18-0", 1),
            ("2020-09-18-12", "2020-09-18-12", 1), ("snart-2", "snart-2", 1),
        ])
    func parts(text: String, date: String, ordinal: Int) {
        let parts = MeetingDay.parts(of: text)
        #expect(parts.date == date && parts.ordinal == ordinal)
    }

    @Test("a meeting's name in addresses and in the log is read back, and only as it is written there")
    func slugs() throws {
        let (fs, au) = (try #require(BodyCode("FS")), try #require(BodyCode("AU-1")))
        for slug in ["fs-2020-09-18", "fs-2020-09-18-2", "au-1-2020-09-18-9"] {
            #expect(MeetingID(slug: slug, bodies: [fs, au])?.slug == slug)
        }
        for slug in ["fs-200918", "ks-2020-09-18", "fs-2020-02-30", "fs-2020-09-18-", "fs", "fs-2020-9-18"] {
            #expect(MeetingID(slug: slug, bodies: [fs, au]) == nil, "\(slug)")
        }
    }

    @Test("meetings follow on one another by day, then by body, then as they are numbered")
    func order() throws {
        let bodies = [try #require(BodyCode("FS")), try #require(BodyCode("AU"))]
        let slugs = ["au-2020-09-18", "fs-2020-09-18", "fs-2020-09-18-2", "au-2020-09-19"]
        let meetings = slugs.reversed().compactMap { MeetingID(slug: $0, bodies: bodies) }
        #expect(meetings.sorted().map(\.slug) == slugs)
    }

    @Test("days that follow on one another are one run")
    func runs() throws {
        let body = try #require(BodyCode("FS"))
        let id = try #require(MeetingID(slug: "fs-2020-09-30", bodies: [body]))
        var meeting = Meeting(id: id, status: .planned)
        #expect(meeting.runs == [id.date...id.date] && meeting.lastDay == id.date)
        meeting.days = [0, 1, 7].map { id.date.adding(days: $0) }
        #expect(meeting.runs.map(\.lowerBound.description) == ["2020-09-30", "2020-10-07"])
        #expect(meeting.runs.map(\.upperBound.description) == ["2020-10-01", "2020-10-07"])
        #expect(meeting.lastDay.description == "2020-10-07")
    }
}

@Suite("A time with the day in front")
struct DatedTimeTests {
    private let clock = CalendarDate(dayNumber: 18_500)

    @Test(
        "the day is taken off, and what follows it are the hours",
        arguments: [
            ("fredag 18 september 2020 kl. 13.00–16.00", "kl. 13.00–16.00"),
            ("Fredagen den 18 september 2020, kl 13.00–16.00", "kl 13.00–16.00"),
            ("2020-09-18 13.00–16.00", "13.00–16.00"), ("18/9 2020 kl. 13", "kl. 13"),
            ("fredag 18 september kl. 13.00", "kl. 13.00"), ("18 september 2020", ""),
        ])
    func dated(text: String, hours: String) {
        let time = DatedTime(text, year: 2020, clock: clock)
        #expect(time.date?.description == "2020-09-18" && time.hours == hours)
    }

    @Test(
        "hours alone are as they were written",
        arguments: ["13.00–16.00", "fredag 13.00–16.00", "kl. 13, 18 september 2020", "", "efter lunch"])
    func bare(text: String) {
        let time = DatedTime(text, year: 2020, clock: clock)
        #expect(time.date == nil && time.hours == text)
    }

    @Test(
        "with a pause a meeting goes on from the first hour to the last",
        arguments: [
            "8.30–12.00 och 13.00–16.00", "kl. 8.30–12.00, 13–16", "8.30–12.00 (lunch) 13.00–16.00.",
            "8.30–10.00, 10.30–12.00 samt 13.00–16.00",
        ])
    func pause(text: String) {
        let time = MeetingTime(text)
        #expect(time?.start == 510 && time?.end == 960 && time?.isWhole == true)
    }

    @Test("stretches that run backwards, or have other words between, are not read as one")
    func noPause() {
        #expect(MeetingTime("13.00–16.00 och 8.30–12.00")?.end == 960)
        #expect(MeetingTime("gruppmöten 9.00–10.00, sammanträde 10.00–12.00") == nil)
    }
}

@Suite("A body's register of members")
struct RosterTests {
    private func day(_ number: Int) -> CalendarDate { CalendarDate(dayNumber: number) }

    @Test("seats are those in office on the day; substitutes have none")
    func seats() {
        let roster = Roster.members([
            Member(name: "Anna Alm", office: "ordförande"), Member(name: "Bo Ek", to: day(100)),
            Member(name: "Cia Lind", from: day(101)), Member(name: "Dan Ros", substitutesFor: "Bo Ek"),
            Member(name: "Eva Sjö", office: "Ersättare"),
        ])
        #expect(roster.seats(on: day(100)) == 2 && roster.seats(on: day(101)) == 2 && roster.seats(on: day(0)) == 2)
        #expect(Roster.count(7).seats(on: day(0)) == 7)
    }

    @Test("who is present and is nobody in the register is a stranger, however the record writes the others")
    func strangers() {
        let roster = Roster.members([Member(name: "Anna Alm"), Member(name: "Bo Ek", to: day(100))])
        #expect(roster.strangers(among: ["anna alm (S), ordförande", "Bo Ek", "Ove X"], on: day(100)) == ["Ove X"])
        #expect(roster.strangers(among: ["Bo Ek"], on: day(101)) == ["Bo Ek"])
        #expect(Roster.count(3).strangers(among: ["Ove X"], on: day(1)) == [])
    }
}
