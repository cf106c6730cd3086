import Meetings
import Testing

@testable import Content

@Suite("A meeting's file")
struct MeetingTests {
    private func read(_ name: String, _ text: String, yaml: String = "organisation: x") async throws -> (
        meeting: Meeting?, messages: [String]
    ) {
        let folder = try Folder(["klubba.yml": yaml, "content/moten/\(name)": text])
        let sources = await folder.read()
        return (sources.meetings.first?.meeting, sources.diagnostics.sorted().map { $0.line(in: .swedish) })
    }

    @Test("all of it")
    func full() async throws {
        let (read, messages) = try await read(
            "fs-2020-09-18.md",
            "---\norgan: FS\ndatum: 2020-09-18\ntid: 13.00–16.00\nplats: Förbundskansliet\nkallelse: 2020-05-11\nstatus: inställt\ndagordning:\n  - Mötets öppnande\n  - 2019:30\n  - Rapport: budget\n---\nFri text.\n"
        )
        let meeting = try #require(read)
        #expect(messages == [])
        #expect(meeting.id.description == "FS 2020-09-18")
        #expect(meeting.time == "13.00–16.00")
        #expect(meeting.place == "Förbundskansliet")
        #expect(meeting.summonsDate?.description == "2020-05-11")
        #expect(meeting.status == .cancelled)
        #expect(meeting.agenda.map(\.text) == ["Mötets öppnande", "2019:30", "Rapport: budget"])
        #expect(meeting.text?.text == "<p>Fri text.</p>\n")
    }

    @Test(
        "hours that cannot be read are told, and stand as they were written",
        arguments: ["ungefär efter lunch", "25.00", "gruppmöten 9.00, sammanträde 10.00"])
    func unreadableTime(time: String) async throws {
        let (meeting, messages) = try await read("fs-2020-09-18.md", "---\ntid: \(time)\n---\n")
        #expect(meeting?.time == time)
        #expect(
            messages == [
                "content/moten/fs-2020-09-18.md:2:6: warning[K432]: \"tid: \(time)\" har inga klockslag som går att läsa, så kalendern visar en heldag eller inget slut. Skriv som 13.00–16.00"
            ])
    }

    @Test(
        "a weekday in front of the hours is that of the day, with or without a date",
        arguments: ["torsdag 13.00–16.00", "tors. kl. 13.00–16.00", "torsdag den 18 september 2020 kl. 13.00–16.00"])
    func wrongWeekday(time: String) async throws {
        let (_, messages) = try await read("fs-2020-09-18.md", "---\ntid: \(time)\n---\n")
        #expect(
            messages == [
                "content/moten/fs-2020-09-18.md:2:6: warning[K241]: 2020-09-18 är en fredag. Rätta datumet eller veckodagen"
            ])
        let right = time.replacing("torsdag", with: "fredag").replacing("tors.", with: "fre.")
        #expect(try await read("fs-2020-09-18.md", "---\ntid: \(right)\n---\n").1 == [])
    }

    @Test(
        "all of it is optional: the name says which meeting it is",
        arguments: ["fs-2020-09-18.md", "FS-2020-09-18.md", "fs-200918.md", "Fs-20200918.md"])
    func nameAlone(name: String) async throws {
        let (meeting, messages) = try await read(name, "")
        #expect(messages == [])
        #expect(meeting?.id.slug == "fs-2020-09-18")
        #expect(meeting?.id.description == "FS 2020-09-18")
        #expect(meeting?.status == .planned)
    }

    @Test("the name of a body with a dash or a number in it")
    func oddCodes() async throws {
        let yaml = "organisation: x\norgan: [{kod: AU-1}, {kod: KF2}]"
        #expect(try await read("au-1-2020-09-18.md", "", yaml: yaml).meeting?.id.slug == "au-1-2020-09-18")
        #expect(try await read("kf2-2020-09-18.md", "", yaml: yaml).meeting?.id.slug == "kf2-2020-09-18")
        #expect(try await read("kf2-200918.md", "", yaml: yaml).meeting?.id.slug == "kf2-2020-09-18")
    }

    @Test("another name will do where the front matter tells body and day")
    func frontMatterAlone() async throws {
        let (meeting, messages) = try await read(
            "höstmöte.md", "---\norgan: Förbundsstyrelsen\ndatum: 18 september 2020\n---\n")
        #expect(messages == [])
        #expect(meeting?.id.slug == "fs-2020-09-18")
    }

    @Test(
        "a name with an impossible date or an unknown body, or none at all, is an error",
        arguments: [
            (
                "fs-2020-02-30.md",
                "error[K070]: filnamnet har ett datum som inte finns, \"2020-02-30\". Byt namn, som fs-2020-09-18.md"
            ),
            (
                "ks-2020-09-18.md",
                "error[K071]: filnamnet börjar med \"ks\", men inget organ har den koden. Skriv \"au\" eller \"fs\", eller lägg till organet i klubba.yml"
            ),
            (
                "höstmöte.md",
                "error[K072]: filens namn säger inte vilket möte det är. Ge den ett namn som fs-2020-09-18.md, eller skriv \"organ:\" och \"datum:\" i huvudet"
            ),
            (
                "2020-09-18.md",
                "error[K072]: filens namn säger inte vilket möte det är. Ge den ett namn som fs-2020-09-18.md, eller skriv \"organ:\" och \"datum:\" i huvudet"
            ),
        ])
    func badNames(name: String, message: String) async throws {
        let (meeting, messages) = try await read(name, "")
        #expect(meeting == nil)
        #expect(messages == ["content/moten/\(name):1:1: \(message)"])
    }

    @Test("a name that contradicts its own front matter is an error at each contradiction")
    func contradictions() async throws {
        let messages = try await read("fs-2020-09-18.md", "---\norgan: AU\ndatum: 2020-09-19\n---\n").messages
        #expect(
            messages == [
                "content/moten/fs-2020-09-18.md:2:8: error[K073]: \"organ: AU\" stämmer inte med filnamnet, som säger FS. Rätta det ena",
                "content/moten/fs-2020-09-18.md:3:8: error[K073]: \"datum: 2020-09-19\" stämmer inte med filnamnet, som säger 2020-09-18. Rätta det ena",
            ])
        #expect(
            try await read("fs-2020-09-18.md", "---\norgan: KS\nstatus: klart\n---\n").messages == [
                "content/moten/fs-2020-09-18.md:2:8: error[K036]: inget organ har koden \"KS\". Skriv \"AU\" eller \"FS\", eller lägg till organet i klubba.yml",
                "content/moten/fs-2020-09-18.md:3:9: error[K035]: \"klart\" är inget känt värde för \"status\". Välj \"planerat\", \"kallat\", \"genomfört\" eller \"inställt\"",
            ])
    }
}
