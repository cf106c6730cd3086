import Content
import Diagnostics
import Meetings
import Testing

@testable import Register

@Suite("Matters and meetings are linked both ways")
struct LinkTests {
    @Test("an ärende knows its meetings by day, and each meeting knows the ärende")
    func bothWays() async throws {
        let register = await
            (try Folder([
                "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nfs: [200918, 201023]\nau: 200820"),
                "moten/au-2020-08-20.md": meeting(), "moten/fs-2020-09-18.md": meeting(),
                "moten/fs-2020-10-23.md": meeting(),
            ])).register()
        let gated = register.seen(by: .public)
        #expect(register.messages == [])
        #expect(
            gated.consultations[MatterIndex(0)].map(\.id.slug) == ["au-2020-08-20", "fs-2020-09-18", "fs-2020-10-23"])
        #expect(gated.meetings.map(\.meeting.id.slug) == ["au-2020-08-20", "fs-2020-09-18", "fs-2020-10-23"])
        for (place, consultation) in gated.consultations[MatterIndex(0)].indexed {
            let agenda = gated.meetings[consultation.meeting].agenda
            #expect(agenda.map(\.content) == [.matter(MatterIndex(0), consultation: place)])
            #expect(gated.meetingIndex[consultation.id] == consultation.meeting)
        }
    }

    @Test("a meeting without a file is made from the ärenden that carry its date, with a warning at the first of them")
    func meetingFromMatters() async throws {
        let register = await
            (try Folder([
                "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nfs: 200918"),
                "arenden/b.md": matter("dnr: 2020:2\ntitel: B\nfs: 200918"),
                "arenden/c.md": matter("dnr: 2020:3\ntitel: C\nfs: 200320"),
            ])).register()
        #expect(
            register.messages == [
                "content/arenden/a.md:4:5: warning[K075]: mötet FS 2020-09-18 har ingen egen fil. Skapa content/moten/fs-2020-09-18.md med tid och plats",
                "content/arenden/c.md:4:5: warning[K075]: mötet FS 2020-03-20 har ingen egen fil. Skapa content/moten/fs-2020-03-20.md med tid och plats",
                "content/arenden/c.md:4:5: warning[K250]: protokollet från FS 2020-03-20 saknas. Det skulle ha funnits senast 2020-04-03. Lägg det i content/moten/fs-2020-03-20.protokoll.md",
            ])
        let gated = register.seen(by: .public)
        #expect(gated.meetings.map(\.meeting.status) == [.held, .planned])
        #expect(gated.agenda("fs-2020-09-18") == ["2020:1 (1)", "2020:2 (2)"])
    }

    @Test("an ärende without a body's date is at no meeting")
    func undated() async throws {
        let register = await (try Folder(["arenden/a.md": matter("dnr: 2020:1\ntitel: A")])).register()
        #expect(register.messages == [])
        #expect(register.seen(by: .public).consultations[MatterIndex(0)].isEmpty)
        #expect(register.seen(by: .public).meetings.isEmpty)
    }

    @Test("an ärende that an agenda names is handled there, with a warning that its own date is missing")
    func namedByAgenda() async throws {
        let register = await
            (try Folder([
                "arenden/a.md": matter("dnr: KS 2020/1\ntitel: A"),
                "moten/fs-2020-09-18.md": meeting("dagordning:\n  - ks 2020/1 Ärende A"),
            ])).register()
        #expect(
            register.messages == [
                "content/moten/fs-2020-09-18.md:3:5: warning[K078]: KS 2020/1 står på dagordningen men har inte mötets datum. Skriv \"fs: 2020-09-18\" i ärendet"
            ])
        #expect(register.seen(by: .public).agenda("fs-2020-09-18") == ["KS 2020/1 (1)"])
    }

    @Test(
        "an ärende that a § is about was handled at that meeting, with a warning where neither it nor the agenda says so"
    )
    func namedByRecord() async throws {
        let register = await
            (try Folder([
                "arenden/a.md": matter("dnr: KS 2020/1\ntitel: A"),
                "arenden/b.md": matter("dnr: KS 2020/2\ntitel: B\nsynlighet: ledamöter"),
                "moten/fs-2020-09-18.md": meeting("tid: 13"),
                "moten/fs-2020-09-18.protokoll.md":
                    "## § 1 KS 2020/1\n\nBeslut: noteras\n\n## § 2 KS 2020/2\n\nBeslut: avslag\n",
            ])).register()
        #expect(
            register.messages.filter { $0.contains("K440") } == [
                "content/moten/fs-2020-09-18.protokoll.md:1:1: warning[K440]: KS 2020/1 behandlas i paragrafen men har inte mötets datum. Skriv \"fs: 2020-09-18\" i ärendet",
                "content/moten/fs-2020-09-18.protokoll.md:5:1: warning[K440]: KS 2020/2 behandlas i paragrafen men har inte mötets datum. Skriv \"fs: 2020-09-18\" i ärendet",
            ])
        let seen = register.seen(by: .public)
        #expect(seen.agenda("fs-2020-09-18") == ["KS 2020/1 (1)"])
        #expect(seen.consultations[MatterIndex(0)].map(\.entries.count) == [1])
        #expect(register.seen(by: .members).agenda("fs-2020-09-18") == ["KS 2020/1 (1)", "KS 2020/2 (2)"])
    }
}

@Suite("The agenda's order")
struct AgendaTests {
    private let files = [
        "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nfs: 200918\nbilaga: 1"),
        "arenden/b.md": matter("dnr: 2020:2\ntitel: B\nfs: 200918\nbilaga: 2"),
        "arenden/c.md": matter("dnr: 2020:3\ntitel: C\nfs: 200918\nbilaga: 3"),
        "arenden/d.md": matter("dnr: 2020:10\ntitel: D\nfs: 200918"),
    ]

    private func agenda(_ lines: [String], _ extra: [String: String] = [:]) async throws -> [String] {
        let written = lines.isEmpty ? "tid: 13" : "dagordning:\n" + lines.map { "  - \($0)" }.joined(separator: "\n")
        let files = files.merging(["moten/fs-2020-09-18.md": meeting(written)]) { $1 }.merging(extra) { $1 }
        let gated = await (try Folder(files)).register().seen(by: .public)
        return gated.agenda("fs-2020-09-18").map { String($0.prefix { $0 != "(" }.dropLast($0.hasSuffix(")") ? 1 : 0)) }
    }

    @Test("without an agenda of its own: by number, those without one last")
    func byNumber() async throws {
        #expect(try await agenda([]) == ["2020:1", "2020:2", "2020:3", "2020:10"])
    }

    @Test("an ärende that the agenda does not name goes after the one with the nearest lower number")
    func unnamed() async throws {
        #expect(
            try await agenda(["Öppnande", "2020:1", "Paus", "2020:3", "Övriga frågor"]) == [
                "Öppnande", "2020:1", "2020:2", "Paus", "2020:3", "2020:10", "Övriga frågor",
            ])
        #expect(
            try await agenda(["Öppnande", "2020:3", "2020:1", "Övriga frågor", "Avslutning"]) == [
                "Öppnande", "2020:3", "2020:1", "2020:2", "2020:10", "Övriga frågor", "Avslutning",
            ])
        #expect(
            try await agenda(["Öppnande", "2020:2", "Övriga frågor"]) == [
                "Öppnande", "2020:1", "2020:2", "2020:3", "2020:10", "Övriga frågor",
            ])
    }

    @Test("where it names none, all go before what closes the meeting")
    func noneNamed() async throws {
        let all = ["2020:1", "2020:2", "2020:3", "2020:10"]
        #expect(
            try await agenda(["Mötets öppnande", "Val av justerare", "Övriga frågor", "Mötet avslutas"])
                == ["Mötets öppnande", "Val av justerare"] + all + ["Övriga frågor", "Mötet avslutas"])
        #expect(try await agenda(["Mötets öppnande"]) == ["Mötets öppnande"] + all)
    }

    @Test("a line may name an ärende by its dnr before its title, or by its title where it has no dnr")
    func names() async throws {
        let extra = ["arenden/e.md": matter("titel: Delårsrapport\nfs: 200918")]
        let read = try await agenda(["2020:2 Ärende B", "DELÅRSRAPPORT", "2020 : 1"], extra)
        #expect(read == ["2020:2", "2020:3", "Delårsrapport", "2020:1", "2020:10"])
    }

    @Test("what an agenda gets wrong is told at its line")
    func faults() async throws {
        let written = "dagordning:\n  - Val 2020-2021\n  - 2020:1\n  - 2020:4\n  - KS 1999/77\n  - 2020:1"
        let register = await
            (try Folder(["arenden/a.md": files["arenden/a.md"] ?? "", "moten/fs-2020-09-18.md": meeting(written)]))
            .register()
        #expect(
            register.messages == [
                "content/moten/fs-2020-09-18.md:5:5: warning[K077]: dagordningen nämner 2020:4, men inget ärende har det diarienumret. Menade du 2020:1?",
                "content/moten/fs-2020-09-18.md:6:5: warning[K077]: dagordningen nämner KS 1999/77, men inget ärende har det diarienumret. Rätta det, eller skapa ärendet",
                "content/moten/fs-2020-09-18.md:7:5: warning[K079]: 2020:1 står två gånger på dagordningen. Ta bort den ena raden",
            ])
        #expect(
            register.seen(by: .public).agenda("fs-2020-09-18") == [
                "Val 2020-2021", "2020:1 (1)", "2020:4", "KS 1999/77",
            ])
    }
}

@Suite("Bilaga numbers at a meeting")
struct NumberTests {
    private func read(_ files: [String: String]) async throws -> (register: Register, gated: SeenRegister) {
        let register = await (try Folder(files)).register()
        return (register, register.seen(by: .public))
    }

    private let meetings = ["moten/au-2020-08-20.md": meeting(), "moten/fs-2020-09-18.md": meeting()]

    @Test("the first number is the ärende's own text, the rest its bilagor in the list's order")
    func range() async throws {
        let (register, gated) = try await read(
            meetings.merging([
                "arenden/a/arende.md": matter(
                    "dnr: 2020:1\ntitel: A\nau: 200820\nfs: 200918\nbilaga: 6 - 6.2\nbilagor: [x.pdf, y.pdf]"),
                "arenden/a/x.pdf": "x", "arenden/a/y.pdf": "y", "arenden/a/z.pdf": "z",
            ]) { $1 })
        #expect(register.messages == [])
        #expect(gated.agenda("fs-2020-09-18") == ["2020:1 (6, 6.1, 6.2, –)"])
        #expect(gated.agenda("au-2020-08-20") == ["2020:1 (6, 6.1, 6.2, –)"])
    }

    @Test("per body where they differ: the place in the list takes a bilaga to another body's range")
    func perBody() async throws {
        let (register, gated) = try await read(
            meetings.merging([
                "arenden/a/arende.md": matter(
                    "dnr: 2020:1\ntitel: A\nau: 200820\nfs: 200918\nbilaga: {au: 4 - 4.2, fs: 6 - 6.2}\nbilagor:\n  - {nummer: 6.1, fil: x.pdf}\n  - {nummer: 6.2, fil: y.pdf}"
                ),
                "arenden/a/x.pdf": "x", "arenden/a/y.pdf": "y",
            ]) { $1 })
        #expect(register.messages == [])
        #expect(gated.agenda("fs-2020-09-18") == ["2020:1 (6, 6.1, 6.2)"])
        #expect(gated.agenda("au-2020-08-20") == ["2020:1 (4, 4.1, 4.2)"])
    }

    @Test("a map gives no number to a body that it does not name, and a name that is no body is an error")
    func partialMap() async throws {
        let (register, gated) = try await read(
            meetings.merging([
                "arenden/a/arende.md": matter(
                    "dnr: 2020:1\ntitel: A\nau: 200820\nfs: 200918\nbilaga: {fs: 6 - 6.1, ks: 7}"),
                "arenden/a/6.1 X.md": "X",
            ]) { $1 })
        #expect(
            register.messages == [
                "content/arenden/a/arende.md:6:23: error[K036]: inget organ har koden \"ks\". Skriv \"au\" eller \"fs\", eller lägg till organet i klubba.yml"
            ])
        #expect(gated.agenda("fs-2020-09-18") == ["2020:1 (6, 6.1)"])
        #expect(gated.agenda("au-2020-08-20") == ["2020:1 (1, 1.1)"])
    }

    @Test("where no ärende of a meeting has a number they are numbered in agenda order")
    func automatic() async throws {
        let (register, gated) = try await read([
            "moten/fs-2020-09-18.md": meeting("dagordning: [Öppnande, 2020:2, 2020:1]"),
            "arenden/a/arende.md": matter("dnr: 2020:1\ntitel: A\nfs: 200918"), "arenden/a/x.pdf": "x",
            "arenden/a/y.md": "y",
            "arenden/b.md": matter("dnr: 2020:2\ntitel: B\nfs: 200918"),
        ])
        #expect(register.messages == [])
        #expect(gated.agenda("fs-2020-09-18") == ["Öppnande", "2020:2 (1)", "2020:1 (2, 2.1, 2.2)"])
    }

    @Test("an ärende that comes back to the same body keeps its number")
    func comesBack() async throws {
        let (_, gated) = try await read([
            "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nfs: [200918, 201023]\nbilaga: 6"),
            "arenden/b.md": matter("dnr: 2020:2\ntitel: B\nfs: 201023\nbilaga: 5"),
        ])
        #expect(gated.agenda("fs-2020-09-18") == ["2020:1 (6)"])
        #expect(gated.agenda("fs-2020-10-23") == ["2020:2 (5)", "2020:1 (6)"])
    }

    @Test("the same number twice in one meeting is an error that names both")
    func twice() async throws {
        let (register, _) = try await read(
            meetings.merging([
                "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nfs: 200918\nbilaga: 6"),
                "arenden/b.md": matter("dnr: 2020:2\ntitel: B\nau: 200820\nbilaga: 6"),
                "arenden/c/arende.md": matter("dnr: 2020:3\ntitel: C\nfs: 200918\nbilaga: 6 - 6.1"),
                "arenden/c/6.1 X.md": "x",
            ]) { $1 })
        #expect(
            register.messages == [
                "content/arenden/c/arende.md:5:9: error[K054]: bilaga 6 på FS 2020-09-18 används redan av content/arenden/a.md. Ge den ena ett annat nummer"
            ])
    }

    @Test("the same number twice within an ärende is an error too")
    func twiceWithin() async throws {
        let (register, _) = try await read(
            meetings.merging([
                "arenden/a/arende.md": matter("dnr: 2020:1\ntitel: A\nfs: 200918\nbilaga: 6 - 6.1"),
                "arenden/a/6.1 X.md": "x", "arenden/a/6.1 Y.md": "y",
            ]) { $1 })
        #expect(
            register.messages == [
                "content/arenden/a/6.1 Y.md:1:1: error[K066]: bilaga 6.1 används redan av content/arenden/a/6.1 X.md i samma ärende. Ge den ena ett annat nummer"
            ])
    }

    @Test("a list that has a number twice is told; bilagor numbered from 1 within their ärende are no clash")
    func repeatedNumber() async throws {
        let (register, _) = try await read(
            meetings.merging([
                "arenden/a/arende.md": matter("dnr: 2020:1\ntitel: A\nfs: 200918\nbilaga: 1"),
                "arenden/a/Bilaga 1 X.md": "x",
                "arenden/a/Bilaga 2 Y.md": "y",
                "arenden/b/arende.md": matter("dnr: 2020:2\ntitel: B\nau: 200820\nbilaga: 6, 6.1, 6.1"),
                "arenden/b/6.1 Y.md": "y",
            ]) { $1 })
        #expect(
            register.messages == [
                "content/arenden/b/arende.md:5:9: error[K066]: bilaga 6.1 används redan av content/arenden/b/arende.md i samma ärende. Ge den ena ett annat nummer"
            ])
    }

    @Test("a gap in a meeting's first parts is a warning, told at the number after it")
    func gapBetween() async throws {
        let (register, _) = try await read(
            meetings.merging([
                "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nfs: 200918\nbilaga: 2"),
                "arenden/b.md": matter("dnr: 2020:2\ntitel: B\nfs: 200918\nbilaga: 4"),
                "arenden/c.md": matter("dnr: 2020:3\ntitel: C\nfs: 200918\nbilaga: 7"),
                "arenden/d.md": matter("dnr: 2020:4\ntitel: D\nfs: 200918\nbilaga: 8 - 9"),
                "arenden/e.md": matter("dnr: 2020:5\ntitel: E\nfs: 200918\nbilaga: 10"),
            ]) { $1 })
        #expect(
            register.messages == [
                "content/arenden/b.md:5:9: warning[K055]: bilaga 3 saknas på FS 2020-09-18. Kontrollera numreringen",
                "content/arenden/c.md:5:9: warning[K055]: bilaga 5–6 saknas på FS 2020-09-18. Kontrollera numreringen",
                "content/arenden/d.md:5:9: warning[K056]: bilaga 9 saknas i ärendet. Lägg till den, eller rätta \"bilaga\" i huvudet",
            ])
    }

    @Test("a gap within an ärende is a warning")
    func gapWithin() async throws {
        let (register, _) = try await read(
            meetings.merging([
                "arenden/a/arende.md": matter("dnr: 2020:1\ntitel: A\nfs: 200918\nbilaga: 6, 6.1, 6.4"),
                "arenden/a/6.1 X.md": "x", "arenden/a/6.4 Y.md": "y",
            ]) { $1 })
        #expect(
            register.messages == [
                "content/arenden/a/arende.md:5:9: warning[K056]: bilaga 6.2 saknas i ärendet. Lägg till den, eller rätta \"bilaga\" i huvudet",
                "content/arenden/a/arende.md:5:9: warning[K056]: bilaga 6.3 saknas i ärendet. Lägg till den, eller rätta \"bilaga\" i huvudet",
            ])
    }
}

@Suite("What has to hold between files")
struct CheckTests {
    private func messages(_ files: [String: String]) async throws -> [String] {
        await (try Folder(files)).register().messages
    }

    @Test("two ärenden with the same dnr, compared without case, spaces and dash kind, are an error that names both")
    func sameDiaryNumber() async throws {
        #expect(
            try await messages([
                "arenden/a.md": matter("dnr: KS-2020-1\ntitel: A"),
                "arenden/b.md": matter("titel: B\ndnr: ks – 2020−1"),
            ]) == [
                "content/arenden/b.md:3:6: error[K052]: dnr ks – 2020−1 används redan i content/arenden/a.md. Ge det ena ärendet ett annat dnr"
            ])
    }

    @Test("two things with one address are an error that names both")
    func sameAddress() async throws {
        #expect(
            try await messages([
                "arenden/a.md": matter("dnr: 2020:1\ntitel: A"), "arenden/b.md": matter("dnr: 2020/1\ntitel: B"),
                "arenden/c/arende.md": matter("dnr: 2020:3\ntitel: C"), "arenden/c/1 Plan.md": "x",
                "arenden/c/bilaga-2-plan.md": "y",
                "arenden/c/Karta.pdf": "x", "arenden/c/karta.pdf": "y", "sidor/Om oss.md": "x", "sidor/om-oss.md": "y",
            ]) == [
                "content/arenden/b.md:2:6: error[K063]: adressen /arenden/2020-1/ används redan av content/arenden/a.md. Byt dnr eller filnamn på det ena",
                "content/arenden/c/bilaga-2-plan.md:1:1: error[K063]: adressen /arenden/2020-3/plan/ används redan av content/arenden/c/1 Plan.md. Byt dnr eller filnamn på det ena",
                "content/arenden/c/karta.pdf:1:1: error[K063]: adressen /arenden/2020-3/karta.pdf används redan av content/arenden/c/Karta.pdf. Byt dnr eller filnamn på det ena",
                "content/sidor/om-oss.md:1:1: error[K063]: adressen /sidor/om-oss/ används redan av content/sidor/Om oss.md. Byt dnr eller filnamn på det ena",
            ])
    }

    @Test("a bilaga may not take the address of the ärende's page, nor a file that of a page's folder")
    func indexFile() async throws {
        #expect(
            try await messages([
                "arenden/c/arende.md": matter("dnr: 2020:3\ntitel: C"), "arenden/c/Index.html": "x",
                "arenden/c/plan": "x",
                "arenden/c/plan.md": "y",
            ]) == [
                "content/arenden/c/Index.html:1:1: error[K063]: adressen /arenden/2020-3/ används redan av content/arenden/c/arende.md. Byt dnr eller filnamn på det ena",
                "content/arenden/c/plan.md:1:1: error[K063]: adressen /arenden/2020-3/plan/ används redan av content/arenden/c/plan. Byt dnr eller filnamn på det ena",
            ])
    }

    @Test("FS before AU is a warning at the deciding body's date")
    func outOfOrder() async throws {
        #expect(
            try await messages([
                "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nau: 200918\nfs: 200820"),
                "moten/au-2020-09-18.md": meeting(),
                "moten/fs-2020-08-20.md": meeting(),
            ]) == [
                "content/arenden/a.md:5:5: warning[K053]: FS beslutar innan AU har berett ärendet. Kontrollera datumen"
            ])
    }

    @Test(
        "amounts in the clauses are held against belopp: a difference is a warning that quotes both",
        arguments: [
            ("1 050 000 kr", "att bevilja 1 050 000 kronor", []), ("1,05 mnkr", "att bevilja 1050 tkr", []),
            ("300 000 kr", "att bevilja 100 000 kr\n- att bevilja 200 000 kr", []),
            ("100 000 kr", "att bevilja 100 000 kr\n- att bevilja 200 000 kr", []),
            ("100 000 kr", "att bevilja medel", []),
            ("1 050 000 kr", "att bevilja 1 500 000 kronor", ["1 500 000 kronor"]),
            ("50 kr", "att bevilja 100 000 kr\n- att bevilja 200 tkr", ["100 000 kronor", "200 000 kronor"]),
        ])
    func amounts(stated: String, clauses: String, found: [String]) async throws {
        let read = try await messages([
            "arenden/a.md": matter(
                "dnr: 2020:1\ntitel: A\nbelopp: \(stated)", "## Förslag till beslut\n\n- \(clauses)\n\n## Text\n\n7 kr")
        ])
        let spaced = { (text: String) in text.replacing(" ", with: "\u{A0}") }
        let amount = try #require(Money(stated)).description
        let expected =
            "content/arenden/a.md:4:9: warning[K057]: belopp är \(amount) men förslaget säger \(found.map(spaced).joined(separator: ", ")). Rätta det ena"
        #expect(read == (found.isEmpty ? [] : [expected]))
    }

    @Test(
        "periods in the clauses are held against period in the same way",
        arguments: [
            ("2021", "att bevilja medel för 1 januari 2021 fram till 31 december 2021", []),
            ("2018-01-01 – 2021-12-31", "att avsätta medel 2018-01-01 till 2021-12-31", []),
            ("2021", "att bevilja medel för 2021", []),
            ("2021", "att a 2021-01-01 – 2021-06-30\n- att b 2021-07-01 – 2021-12-31", []),
            ("2021", "att bevilja medel 2021-01-01 – 2022-12-31", ["2021-01-01 – 2022-12-31"]),
        ])
    func periods(stated: String, clauses: String, found: [String]) async throws {
        let read = try await messages([
            "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nperiod: \(stated)", "## Förslag till beslut\n\n- \(clauses)")
        ])
        let expected =
            "content/arenden/a.md:4:9: warning[K058]: period är 2021-01-01 – 2021-12-31 men förslaget säger \(found.joined(separator: ", ")). Rätta det ena"
        #expect(read == (found.isEmpty ? [] : [expected]))
    }

    @Test("a secret ärende without a dnr is an error, and is nowhere")
    func secretWithoutNumber() async throws {
        let register = await (try Folder(["arenden/a.md": matter("titel: Kanarie\nfs: 200918\nsynlighet: sekretess")]))
            .register()
        let errors = register.diagnostics.filter { $0.severity == .error }.map { $0.line(in: .swedish) }
        #expect(
            errors == [
                "content/arenden/a.md:1:1: error[K064]: ett sekretessärende måste ha dnr, för titeln får inte synas. Skriv \"dnr:\" i huvudet"
            ])
        for audience in Audience.editions { #expect(register.seen(by: audience).matters.isEmpty) }
    }

    @Test("a meeting with two files, and a record whose meeting nobody knows, are errors")
    func meetings() async throws {
        let read = try await messages([
            "moten/fs-2020-09-18.md": meeting(), "moten/fs-200918.md": meeting(),
            "moten/fs-2020-10-23.protokoll.md": "## § 1 Mötets öppnande\n\nText.",
        ])
        #expect(
            read == [
                "content/moten/fs-2020-09-18.md:1:1: error[K074]: mötet FS 2020-09-18 finns redan i content/moten/fs-200918.md. Ta bort den ena filen",
                "content/moten/fs-2020-10-23.protokoll.md:1:1: error[K076]: protokollet hör till FS 2020-10-23, ett möte som inte finns. Rätta filnamnet, eller skapa mötet",
            ])
    }

    @Test("all problems come in one run, sorted by file and line")
    func allAtOnce() async throws {
        let read = try await messages([
            "klubba.yml": "organisation: x\nspråk: norska",
            "arenden/a.md": matter(
                "dnr: 2020:1\ntitel: A\nau: 2020-02-30\nfs: 201323\nbelopp: x\nbilaga: y\nperiod: z\nsynlighet: q\ntitell: w"
            ),
            "arenden/b.md": "---\ntitel: x\n",
            "moten/fs-2020-13-01.md": meeting(),
        ])
        #expect(
            read.map { String($0.prefix { $0 != "]" }) } == [
                "content/arenden/a.md:4:5: error[K030", "content/arenden/a.md:5:5: error[K030",
                "content/arenden/a.md:6:9: error[K032", "content/arenden/a.md:7:9: error[K034",
                "content/arenden/a.md:8:9: error[K033", "content/arenden/a.md:9:12: error[K035",
                "content/arenden/a.md:10:1: warning[K025", "content/arenden/b.md:1:1: error[K020",
                "content/moten/fs-2020-13-01.md:1:1: error[K070", "klubba.yml:2:8: error[K035",
            ])
    }
}
