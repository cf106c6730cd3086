import Meetings
import Testing

@Suite("Swedish order")
struct SwedishOrderTests {
    @Test("a to z, then å, ä, ö; other marks as their letter, ü as y; case and numbers' length make no difference")
    func order() {
        let sorted = [
            "", "9 §", "10 §", "Adam", "Bilaga 9", "Bilaga 10", "Élan", "elans", "Über", "Yngve", "Zorn", "Åbo", "åker",
            "Ärla", "öl", "Örebro",
        ]
        #expect(sorted.reversed().sorted { SwedishOrder($0) < SwedishOrder($1) } == sorted)
    }

    @Test(
        "an å is an å however it is spelt",
        arguments: zip(["åäöÅÄÖ"], ["a\u{30A}a\u{308}o\u{308}A\u{30A}A\u{308}O\u{308}"]))
    func decomposed(composed: String, decomposed: String) {
        #expect(SwedishOrder(composed) == SwedishOrder(decomposed))
    }
}

@Suite("Addresses")
struct SlugTests {
    @Test(
        "are lower case letters, digits and single dashes",
        arguments: [
            ("Ansökan", "ansokan"), ("Över älven på ön, för é och ü!", "over-alven-pa-on-for-e-och-u"),
            ("--a  b--", "a-b"),
            ("6.1 Ansökan", "6-1-ansokan"), ("Stra\u{DF}e", "strasse"), ("Ans\u{6F}\u{308}kan", "ansokan"),
            ("a\u{0}b\n../c", "a-b-c"), ("ÅÄÖÉÜ", "aaoeu"),
        ])
    func slugs(written: String, slug: String) {
        #expect(Slug(written)?.text == slug)
    }

    @Test("are none when nothing is left", arguments: ["", "  ", "---", "日本", "\u{308}", "!?"])
    func none(written: String) {
        #expect(Slug(written) == nil)
    }
}

@Suite("The nearest word")
struct SpellingTests {
    private let keys = ["titel", "dnr", "handläggare", "synlighet", "bilaga", "bilagor"]

    @Test(
        "is what was meant",
        arguments: [
            ("tittel", "titel"), ("handlagare", "handläggare"), ("HANDLÄGARE", "handläggare"), ("synligt", "synlighet"),
            ("bilga", "bilaga"), ("bilagro", "bilagor"), ("drn", "dnr"),
        ])
    func nearest(word: String, expected: String) {
        #expect(Spelling.nearest(to: word, among: keys) == expected)
    }

    @Test("is none when nothing is near", arguments: ["xyz", "ordförande", "", String(repeating: "titel", count: 200)])
    func far(word: String) {
        #expect(Spelling.nearest(to: word, among: keys) == nil)
    }

    @Test("is the first of two that are as near")
    func ties() {
        #expect(Spelling.nearest(to: "aus", among: ["au", "as"]) == "au")
        #expect(Spelling.nearest(to: "a", among: [String]()) == nil)
    }
}

@Suite("Bodies and meetings")
struct BodyTests {
    @Test("a body's code is compared without case, and a meeting's address is made from code and day")
    func codes() throws {
        let (upper, lower) = (try #require(BodyCode("FS")), try #require(BodyCode("fs")))
        #expect(upper == lower)
        #expect(upper.text == "FS")
        let meeting = MeetingID(body: upper, date: clock)
        #expect(meeting.slug == "fs-2020-06-01")
        #expect(meeting.description == "FS 2020-06-01")
        #expect(BodyCode(" ") == nil)
    }

    @Test("meetings sort by day, then by body")
    func order() throws {
        let (au, fs) = (try #require(BodyCode("AU")), try #require(BodyCode("FS")))
        let later = clock.adding(days: 1)
        let sorted = [(au, clock), (fs, clock), (au, later)].map { MeetingID(body: $0, date: $1) }
        #expect(sorted.reversed().sorted() == sorted)
    }

    @Test("a meeting's status follows from its days")
    func status() {
        let (yesterday, tomorrow) = (clock.adding(days: -1), clock.adding(days: 1))
        #expect(Meeting.Status(date: yesterday, summonsDate: nil, today: clock) == .held)
        #expect(Meeting.Status(date: clock, summonsDate: yesterday, today: clock) == .summoned)
        #expect(Meeting.Status(date: tomorrow, summonsDate: clock, today: clock) == .summoned)
        #expect(Meeting.Status(date: tomorrow, summonsDate: tomorrow, today: clock) == .planned)
        #expect(Meeting.Status(date: clock, summonsDate: nil, today: clock) == .planned)
    }

    @Test("who may see what")
    func audiences() {
        #expect(Visibility.allCases.filter { Audience.public.maySee($0) } == [.public])
        #expect(Visibility.allCases.filter { Audience.members.maySee($0) } == [.public, .members])
    }
}
