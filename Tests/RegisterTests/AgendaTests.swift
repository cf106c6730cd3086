import Meetings
import Testing

@testable import Register

@Suite("An agenda's lines, as secretaries write them")
struct AgendaLineTests {
    private let matters = [
        "arenden/a.md": matter("dnr: 2026:1\ntitel: Rapport om mötesplatsen\nfs: 2020-09-18"),
        "arenden/b.md": matter("dnr: 2026:2\ntitel: Budget\nfs: 2020-09-18"),
    ]

    private func read(_ agenda: String) async throws -> (messages: [String], lines: [String]) {
        let files = matters.merging(["moten/fs-2020-09-18.md": meeting("dagordning:\n" + agenda)]) { $1 }
        let register = await (try Folder(files)).register()
        return (register.messages, register.seen(by: .public).agenda("fs-2020-09-18"))
    }

    @Test("a printed number in front is read as such, and closing items are known with one")
    func numbered() async throws {
        let (messages, lines) = try await read(
            "  - 1. Mötets öppnande\n  - 2) Val av justerare\n  - 3. 2026:1\n  - § 4 Övriga frågor\n")
        #expect(messages == [])
        #expect(lines == ["Mötets öppnande", "Val av justerare", "2026:1 (1)", "2026:2 (2)", "Övriga frågor"])
    }

    @Test("an ärende is named by its dnr anywhere in the line, or by its title")
    func named() async throws {
        for line in [
            "2026:1, Rapport", "Rapport om mötesplatsen", "Föredragning (dnr 2026:1)", "3 a) RAPPORT om mötesplatsen",
        ] {
            let (messages, lines) = try await read("  - \"\(line)\"\n  - Paus\n  - 2026:2\n")
            #expect(messages == [], "\(line)")
            #expect(lines == ["2026:1 (1)", "Paus", "2026:2 (2)"], "\(line)")
        }
    }

    @Test("no ärende stands twice without a word")
    func twice() async throws {
        let (messages, lines) = try await read(
            "  - 2026:1\n  - Föredragning av 2026:1\n  - Rapport om mötesplatsen\n  - Samråd om 2026:1 och 2026:2\n")
        #expect(lines == ["2026:1 (1)", "Föredragning av 2026:1", "Samråd om 2026:1 och 2026:2", "2026:2 (2)"])
        #expect(
            messages == [
                "content/moten/fs-2020-09-18.md:4:5: warning[K079]: 2026:1 står två gånger på dagordningen. Ta bort den ena raden",
                "content/moten/fs-2020-09-18.md:5:5: warning[K079]: 2026:1 står två gånger på dagordningen. Ta bort den ena raden",
                "content/moten/fs-2020-09-18.md:6:5: warning[K200]: raden nämner flera ärenden (2026:1, 2026:2) och visas därför som text. Ge varje ärende en egen rad",
            ])
    }

    @Test("letters, bare numbers and numbers without a space are numbers too")
    func copiedNumbers() async throws {
        for agenda in [
            "  - a) Öppnande\n  - b) 2026:1\n  - c) Budget\n  - d) Övriga frågor\n",
            "  - 1 Öppnande\n  - 2 Rapport om mötesplatsen\n  - 3 2026:2\n  - 4 Övriga frågor\n",
            "  - 1. Öppnande\n  - 2.2026:1\n  - 3.2026:2\n  - 4. Övriga frågor\n",
        ] {
            let (messages, lines) = try await read(agenda)
            #expect(messages == [], "\(agenda)")
            #expect(lines == ["Öppnande", "2026:1 (1)", "2026:2 (2)", "Övriga frågor"], "\(agenda)")
        }
        let (messages, lines) = try await read(
            "  - 3 kap. socialtjänstlagen\n  - 1.1 Rapport om mötesplatsen\n  - 2026:2\n")
        #expect(messages == [] && lines == ["3 kap. socialtjänstlagen", "2026:1 (1)", "2026:2 (2)"])
    }

    @Test("a title among other words, and a line of nothing but two dnr, are told")
    func titleWithin() async throws {
        let (messages, lines) = try await read("  - Rapport om mötesplatsen (beslut)\n  - 2026:2\n")
        #expect(lines.first == "Rapport om mötesplatsen (beslut)", "\(lines)")
        #expect(lines.count == 3 && lines.contains { $0.hasPrefix("2026:1") }, "\(lines)")
        #expect(
            messages == [
                "content/moten/fs-2020-09-18.md:3:5: warning[K434]: raden nämner 2026:1 men är inte dess titel, så ärendet står också på en egen rad. Är raden ärendet: skriv dess dnr, eller titeln ensam"
            ])
        let both = try await read("  - 2026:1 och 2026:2\n")
        #expect(
            both.messages == [
                "content/moten/fs-2020-09-18.md:3:5: warning[K200]: raden nämner flera ärenden (2026:1, 2026:2) och visas därför som text. Ge varje ärende en egen rad"
            ])
        #expect(try await read("  - Mötesplatsen\n  - Rapporten om mötesplatsen\n").messages == [])
    }

    @Test("a list within the list is the point's sub-points, matters too")
    func subpoints() async throws {
        let agenda =
            "  - Öppnande\n  - Information:\n      - Ekonomi\n      - 2026:2\n  - 2026:1\n  - [Personal, Lokaler]\n"
        let files = matters.merging(["moten/fs-2020-09-18.md": meeting("dagordning:\n" + agenda)]) { $1 }
        let register = await (try Folder(files)).register()
        #expect(register.messages == [])
        let seen = register.seen(by: .public)
        let linked = try #require(seen.meetings.first)
        let lines = zip(AgendaPosition.all(linked.agenda), linked.lines(seen)).map { "\($0.0.marked) \($1)" }
        #expect(
            lines == [
                "1. Öppnande", "2. Information", "2 a) Ekonomi", "2 b) 2026:2 (1)", "3. 2026:1 (2)", "3 a) Personal",
                "3 b) Lokaler",
            ])
    }

    @Test("two hidden dnr in one line always give the same line")
    func deterministic() async throws {
        var files = ["moten/fs-2020-09-18.md": meeting("dagordning:\n  - Samråd 2021:1 och 2021:2\n  - Val\n")]
        for number in 1...2 {
            files["arenden/\(number).md"] = matter(
                "dnr: 2021:\(number)\ntitel: Hemligt \(number)\nfs: 2020-09-18\nsynlighet: sekretess")
        }
        for _ in 0..<5 {
            let seen = await (try Folder(files)).register().seen(by: .public)
            #expect(seen.agenda("fs-2020-09-18") == ["2021:1 (–)", "Val", "2021:2 (–)"])
        }
    }
}

@Suite("What the head says of numbers")
struct WrittenNumberTests {
    @Test("numbers for one meeting, and ingen")
    func perMeeting() async throws {
        let register = await
            (try Folder([
                "arenden/a/arende.md": matter(
                    "dnr: 2020:1\ntitel: A\nfs: [2020-09-18, 2020-10-23]\nbilaga: {fs-2020-09-18: 6 - 6.1, fs-2020-10-23: 2}\nbilagor: [x.pdf]"
                ),
                "arenden/a/x.pdf": "x",
                "arenden/b.md": matter("dnr: 2020:2\ntitel: B\nfs: [2020-09-18, 2020-10-23]\nbilaga: ingen"),
                "moten/fs-2020-09-18.md": meeting(), "moten/fs-2020-10-23.md": meeting(),
            ])).register()
        #expect(register.messages == [])
        let seen = register.seen(by: .public)
        #expect(seen.agenda("fs-2020-09-18") == ["2020:1 (6, 6.1)", "2020:2 (–)"])
        #expect(seen.agenda("fs-2020-10-23") == ["2020:1 (2, –)", "2020:2 (–)"])
    }

    @Test("a file whose title begins with a number is no bilaga of that number")
    func noNumber() async throws {
        let register = await
            (try Folder([
                "arenden/a/arende.md": matter("dnr: 2020:1\ntitel: A\nfs: 2020-09-18\nbilaga: 1 - 3"),
                "arenden/a/3 kap socialtjänstlagen.pdf": "x", "moten/fs-2020-09-18.md": meeting(),
            ])).register()
        let seen = register.seen(by: .public)
        #expect(seen.agenda("fs-2020-09-18") == ["2020:1 (1, –)"])
        #expect(seen.matter("2020:1")?.attachments.map(\.title) == ["3 kap socialtjänstlagen"])
    }

    @Test("a number outside the ärende's range is told")
    func outside() async throws {
        let register = await
            (try Folder([
                "arenden/a/arende.md": matter("dnr: 2020:1\ntitel: A\nfs: 2020-09-18\nbilaga: 6"),
                "arenden/a/7.1 Yttrande.pdf": "x", "moten/fs-2020-09-18.md": meeting(),
            ])).register()
        #expect(
            register.messages == [
                "content/arenden/a/7.1 Yttrande.pdf:1:1: warning[K202]: numret 7.1 ligger utanför ärendets nummer i content/arenden/a/arende.md, så bilagan får det inte. Ändra \"bilaga\" där, eller numret här"
            ])
    }

    @Test("a kallelse with a day that is not sealed is told until the meeting has been held")
    func notSealed() async throws {
        let files = [
            "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nfs: 2020-09-18"),
            "moten/fs-2020-09-18.md": meeting("kallelse: 2020-05-29"),
        ]
        #expect(
            await (try Folder(files)).register().messages == [
                "content/moten/fs-2020-09-18.md:2:11: warning[K201]: kallelsen till FS 2020-09-18 har en dag men är inte förseglad, så bilagornas nummer kan fortfarande ändras. Kör \"klubba seal fs-2020-09-18\" när den skickas"
            ])
    }
}
