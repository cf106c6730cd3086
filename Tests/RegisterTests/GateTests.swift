import Content
import Diagnostics
import Meetings
import Testing

@testable import Register

/// A site with something hidden in every field that a hidden matter, bilaga, meeting or page has. Every hidden word
/// has `kanarie` in it.
private let aviary: [String: String] = [
    "arenden/1-oppet/arende.md": matter(
        """
        dnr: 2020:1
        titel: Öppet ärende
        au: 200820
        fs: 200918
        bilaga: 1 - 1.3
        bilagor:
          - {nummer: 1.1, titel: Öppen, fil: oppen.md}
          - {nummer: 1.2, titel: Kanarietitel, fil: kanarie-a.md, synlighet: ledamöter}
          - {nummer: 1.3, titel: Kanarielista, fil: kanarie-b.pdf, synlighet: sekretess}
          - {titel: Kanariesaknad, synlighet: ledamöter}
        """, "## Förslag till beslut\n\n- att besluta, se bilaga 1.1"),
    "arenden/1-oppet/oppen.md": "# Öppen\n\nText.",
    "arenden/1-oppet/kanarie-a.md": "# Kanarierubrik\n\nKanarietext, kanarie@example.se",
    "arenden/1-oppet/kanarie-b.pdf": "kanarie",
    "arenden/1-oppet/kanarie-c.md":
        "---\ntitel: Kanariefri\nsynlighet: ledamöter\nnummer: 9.9\n---\nKanarietext 850709-9805",
    "arenden/kanarie-medlem/arende.md": matter(
        """
        dnr: KANARIE 2020:2
        titel: Kanariefåglar i medlemsärendet
        au: 2020-08-20
        fs: [2020-09-18, 2020-10-23]
        bilaga: 2 - 2.1
        handläggare: Kanariechefen
        insats: Kanarieinsatsen
        insatsägare: Kanariekommunen
        samverkansparter: [Kanarieregionen]
        period: 2031-01-01 – 2031-12-31
        belopp: 31313131 kr
        undertecknat: Kanarieskrivaren
        typ: ansökan
        parter: Kanarieparten
        målgrupp: Kanariemålet
        syfte: Kanariesyftet
        planerad-start: 2031-02-03
        budget: Kanariebudgeten
        synlighet: ledamöter
        """,
        "Kanarietext [kanarielänk](kanarie.pdf).\n\n## Förslag till beslut\n\nKanarieledet föreslås besluta\n\n- att kanarie\n\n## Kanarierubrik\n\n850709-9805 kanarie@example.se"
    ),
    "arenden/kanarie-medlem/kanarie.pdf": "kanarie",
    "arenden/kanarie-medlem/2.1 Kanarie.md": "Kanarie",
    "arenden/kanarie-hemlig/arende.md": matter(
        """
        dnr: 2020:3
        titel: Kanariefåglar i sekretessärendet
        au: 200820
        fs: 200918
        bilaga: 77 - 77.1
        handläggare: Kanariechefen
        synlighet: sekretess
        sekretess: 26 kap. 1 § OSL
        """, "Kanarietext.\n\n## Förslag till beslut\n\n- att kanarie"),
    "arenden/kanarie-hemlig/77.1 Kanarie.md": "Kanarie",
    "arenden/kanarie-utan-dnr.md": matter("titel: Kanarieärendet utan nummer\nfs: 200918\nsynlighet: ledamöter"),
    "moten/fs-2020-09-18.md": meeting(
        """
        plats: Kansliet
        dagordning:
          - Mötets öppnande
          - Kanarieärendet utan nummer
          - KANARIE 2020:2
          - kanarie 2020:2 Kanariefåglar
          - Föredragning (dnr Kanarie 2020:2)
          - Kanariefåglar i medlemsärendet, föredragning
          - 2020:3 Kanariefåglar i sekretessärendet
          - Information om 2020:3, kanariefrågan
          - 2020:1
          - Övriga frågor
        """),
    "moten/au-2020-08-20.md": meeting("dagordning:\n  - Kanariefåglar i sekretessärendet\n  - 2020:1"),
    "moten/au-2020-11-11.md": meeting("plats: Kanarieplatsen\nsynlighet: ledamöter") + "Kanariemötet",
    "sidor/kanarie.md": "---\ntitel: Kanariesidan\nsynlighet: ledamöter\n---\nKanarie",
    "sidor/om.md": "# Om\n\nText.",
    "index.md": "Välkommen.",
]

private func birds(in text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).filter {
        $0.lowercased().contains("kanarie") || $0.contains("3131") || $0.contains("2031")
    }
}

@Suite("The gate lets an audience see what it may see, and nothing else")
struct GateTests {
    @Test("no hidden word reaches any value of the public register")
    func publicCanaries() async throws {
        let folder = try Folder(aviary)
        let (gated, report) = await folder.register().gated(for: .public)
        #expect(birds(in: dumped(gated)) == [])
        #expect(
            report.messages == [
                "content/moten/fs-2020-09-18.md:8:5: warning[K203]: \"Föredragning (dnr Kanarie 2020:2)\" kan handla om ett ärende som den här utgåvan inte får visa, och visas därför inte. Skriv om rubriken om den handlar om något annat",
                "content/moten/fs-2020-09-18.md:9:5: warning[K203]: \"Kanariefåglar i medlemsärendet, föredragning\" kan handla om ett ärende som den här utgåvan inte får visa, och visas därför inte. Skriv om rubriken om den handlar om något annat",
                "content/moten/fs-2020-09-18.md:11:5: warning[K203]: \"Information om 2020:3, kanariefrågan\" kan handla om ett ärende som den här utgåvan inte får visa, och visas därför inte. Skriv om rubriken om den handlar om något annat",
            ])
        #expect(report.hiddenFiles.contains("arenden/kanarie-medlem/arende.md"))
        #expect(report.hiddenSlugs.map(\.text).sorted() == ["kanarie-2020-2", "kanariearendet-utan-nummer"])
    }

    @Test("the canaries are there to be found: the members' register has those of members, and none of the secret")
    func membersCanaries() async throws {
        let folder = try Folder(aviary)
        let gated = await folder.register().seen(by: .members)
        let shown = dumped(gated)
        for word in [
            "Kanarietitel", "Kanariesaknad", "Kanarierubrik", "Kanariefri", "KANARIE 2020:2", "Kanariechefen",
            "Kanarieinsatsen",
            "Kanariekommunen", "Kanarieregionen", "31313131", "Kanarieskrivaren", "Kanarieparten", "Kanariemålet",
            "Kanariesyftet",
            "Kanariebudgeten", "Kanarieledet", "kanarielänk", "Kanarieärendet utan nummer", "Kanarieplatsen",
            "Kanariemötet",
            "Kanariesidan",
        ] {
            let isShown = shown.contains(word)
            #expect(isShown, "\(word)")
        }
        for word in ["Kanarielista", "kanarie-b", "kanarie-hemlig", "sekretessärendet", "kanariefrågan"] {
            let isShown = shown.contains(word)
            #expect(!isShown, "\(word)")
        }
    }

    @Test("the public agenda: hidden lines go, a stub keeps its place without its number")
    func publicAgenda() async throws {
        let gated = await (try Folder(aviary)).register().seen(by: .public)
        #expect(
            gated.agenda("fs-2020-09-18") == ["Mötets öppnande", "2020:3 (–)", "2020:1 (1, 1.1)", "Övriga frågor"])
        #expect(gated.agenda("au-2020-08-20") == ["2020:3 (–)", "2020:1 (1, 1.1)"])
        #expect(gated.meetings.map(\.meeting.id.slug) == ["au-2020-08-20", "fs-2020-09-18"])
        #expect(gated.pages.map(\.title) == ["Om"])
    }

    @Test("the members' agenda has the members' matters, and the same stub at the same place")
    func membersAgenda() async throws {
        let gated = await (try Folder(aviary)).register().seen(by: .members)
        #expect(
            gated.agenda("fs-2020-09-18") == [
                "Mötets öppnande", "Kanarieärendet utan nummer (–)", "KANARIE 2020:2 (2, 2.1, –)",
                "Föredragning (dnr Kanarie 2020:2)",
                "Kanariefåglar i medlemsärendet, föredragning", "2020:3 (–)", "2020:1 (1, 1.1, 1.2, –, –)",
                "Övriga frågor",
            ])
        #expect(
            gated.meetings.map(\.meeting.id.slug) == [
                "au-2020-08-20", "fs-2020-09-18", "fs-2020-10-23", "au-2020-11-11",
            ])
    }

    @Test("a stub has dnr, days and the ground in law, and nothing else")
    func stub() async throws {
        for audience in Audience.editions {
            let gated = await (try Folder(aviary)).register().seen(by: audience)
            let stub = try #require(gated.matter("2020:3"))
            #expect(stub.title == "")
            #expect(stub.secrecyGround == "26 kap. 1 § OSL")
            #expect(stub.handlings.map(\.body.text) == ["AU", "FS"])
            #expect(stub.numbers.ranges.flatMap(\.numbers) == [])
            #expect(stub.attachments.isEmpty)
            #expect(stub.proposal == nil)
            #expect(stub.before.isEmpty)
            #expect(stub.after.isEmpty)
            #expect(stub.caseOfficers == [])
            #expect(stub.signatures == [])
            #expect(stub.amount == nil)
            #expect(stub.slug.text == "2020-3")
        }
    }

    @Test("the public register is the same whatever a members-only ärende, bilaga, meeting or page says")
    func independence() async throws {
        let folder = try Folder(aviary)
        let before = folder.stable(dumped(await folder.register().seen(by: .public)))
        var changed = aviary
        changed["arenden/kanarie-medlem/arende.md"] = matter(
            "dnr: KANARIE 2020:2\ntitel: Något helt annat\nfs: 2020-09-18\nbilaga: 1, 1.1, 5\nsynlighet: ledamöter",
            "Annan text.")
        changed["arenden/kanarie-medlem/2.1 Kanarie.md"] = nil
        changed["arenden/kanarie-medlem/ny.txt"] = "ny fil"
        changed["arenden/1-oppet/kanarie-a.md"] = "# Annan\n\nHelt annan text."
        changed["arenden/1-oppet/kanarie-b.pdf"] = "en annan längd på filen"
        changed["arenden/1-oppet/kanarie-c.md"] = "---\ntitel: Annan\nsynlighet: ledamöter\n---\n"
        changed["arenden/kanarie-utan-dnr.md"] = matter(
            "titel: Kanarieärendet utan nummer\nau: 200820\nbilaga: 3\nsynlighet: ledamöter", "Ny.")
        changed["moten/fs-2020-09-18.md"] = aviary["moten/fs-2020-09-18.md"]?
            .replacing("  - Kanariefåglar i medlemsärendet, föredragning\n", with: "")
        changed["moten/au-2020-11-11.md"] = nil
        changed["sidor/kanarie.md"] = "---\nsynlighet: ledamöter\n---\nAnnat"
        let other = try Folder(changed)
        let after = other.stable(dumped(await other.register().seen(by: .public)))
        let isSame = before == after
        #expect(isSame)
        let visible = try Folder(aviary.merging(["sidor/om.md": "# Om\n\nAnnan text."]) { $1 })
        let isOther = visible.stable(dumped(await visible.register().seen(by: .public))) != before
        #expect(isOther)
    }

    @Test("automatic numbers do not tell that something is hidden, and are the members' too")
    func automaticNumbers() async throws {
        let files = [
            "arenden/a.md": matter("dnr: 2020:1\ntitel: A\nfs: 200918"),
            "arenden/b.md": matter("dnr: 2020:2\ntitel: B\nfs: 200918\nsynlighet: ledamöter"),
            "arenden/c/arende.md": matter(
                "dnr: 2020:3\ntitel: C\nfs: 200918\nbilagor:\n  - {titel: X, synlighet: ledamöter}\n  - {titel: Y}"),
        ]
        let register = await (try Folder(files)).register()
        #expect(register.seen(by: .public).agenda("fs-2020-09-18") == ["2020:1 (1)", "2020:3 (2, 2.1)"])
        #expect(
            register.seen(by: .members).agenda("fs-2020-09-18") == [
                "2020:1 (1)", "2020:2 (3)", "2020:3 (2, 2.2, 2.1)",
            ])
    }

    @Test("a visibility that is unknown, misspelt or left empty is an error and never public")
    func unknownVisibility() async throws {
        for word in ["hemlig", "ledamot", "", "[offentlig, ledamöter]", "null", "public"] {
            let files = [
                "arenden/a.md": matter("dnr: 2020:1\ntitel: Kanarie\nfs: 200918\nsynlighet: \(word)"),
                "arenden/b/arende.md": matter(
                    "dnr: 2020:2\ntitel: B\nfs: 200918\nbilagor:\n  - {titel: Kanarie, synlighet: \(word)}"),
                "sidor/x.md": "---\ntitel: Kanarie\nsynlighet: \(word)\n---\n",
                "moten/fs-2020-09-18.md": meeting("plats: Kanarie\nsynlighet: \(word)"),
            ]
            let register = await (try Folder(files)).register()
            let errors = register.diagnostics.filter { $0.severity == .error }
            #expect(
                errors.map(\.place.file).sorted() == files.keys.map { "content/" + $0 }.sorted(),
                "\(word) \(register.messages)")
            for audience in Audience.editions {
                #expect(birds(in: dumped(register.seen(by: audience))) == [], "\(word)")
            }
        }
        #expect(
            await (try Folder(["arenden/a.md": matter("dnr: 1/2020\ntitel: x\nsynlighet: ledamot")])).register()
                .messages == [
                    "content/arenden/a.md:4:12: error[K035]: \"ledamot\" är inget känt värde för \"synlighet\". Menade du \"ledamöter\"? Välj \"offentlig\", \"ledamöter\", \"sekretess\" eller \"utkast\""
                ])
    }

    @Test("of a bilaga's own visibility and its list's, the stricter wins")
    func stricter() async throws {
        let files = [
            "arenden/a/arende.md": matter(
                "dnr: 2020:1\ntitel: A\nbilagor:\n  - {fil: a.md, synlighet: offentlig}\n  - {fil: b.md, synlighet: ledamöter}\n  - {fil: c.md}"
            ),
            "arenden/a/a.md": "---\ntitel: A\nsynlighet: ledamöter\n---\n",
            "arenden/a/b.md": "---\ntitel: B\nsynlighet: offentlig\n---\n",
            "arenden/a/c.md": "---\ntitel: C\n---\n",
        ]
        let register = await (try Folder(files)).register()
        #expect(register.seen(by: .public).matters.first?.attachments.map(\.title) == ["C"])
        #expect(register.seen(by: .members).matters.first?.attachments.map(\.title) == ["A", "B", "C"])
    }
}

@Suite("Personal data in what an audience sees")
struct PersonalDataGateTests {
    private func messages(_ files: [String: String], _ audience: Audience = .public) async throws -> [String] {
        await (try Folder(files)).register().gated(for: audience).report.messages
    }

    private let personnummer =
        "error[K090]: här står ett personnummer. Ta bort det, eller intyga med klubba review att det inte är något"
    private let email =
        "warning[K091]: här står en e-postadress. Ta bort den, eller skriv \"personuppgifter-granskade: datum namn\" i huvudet om den får publiceras"
    private let phone =
        "warning[K092]: här står ett telefonnummer. Ta bort det, eller skriv \"personuppgifter-granskade: datum namn\" i huvudet om det får publiceras"

    @Test("a personnummer stops the public build at its line and column, wherever it stands")
    func everywhere() async throws {
        let found = try await messages([
            "arenden/a/arende.md": matter("dnr: 2020:1\ntitel: A\nhandläggare: åå 850709-9805"),
            "arenden/a/b.md": "Text\n\nåäö 850709-9805",
            "arenden/a/c.csv": "namn;nummer\nx;198507099805\n",
            "moten/fs-2020-09-18.md": meeting("plats: 850709-9805"),
            "sidor/x.md": "# x\n\n850709-9805",
            "index.md": "850709+9805",
            "bilder/850709-9805.png": "bild",
        ])
        #expect(
            found == [
                "content/arenden/a/arende.md:4:17: \(personnummer)", "content/arenden/a/b.md:3:5: \(personnummer)",
                "content/arenden/a/c.csv:2:3: \(personnummer)", "content/bilder/850709-9805.png:1:1: \(personnummer)",
                "content/index.md:1:1: \(personnummer)", "content/moten/fs-2020-09-18.md:2:8: \(personnummer)",
                "content/sidor/x.md:3:1: \(personnummer)",
            ])
    }

    @Test("for the members it is a warning")
    func members() async throws {
        let found = try await messages(["index.md": "850709-9805"], .members)
        #expect(found == ["content/index.md:1:1: " + personnummer.replacing("error", with: "warning")])
    }

    @Test("the profile stops, warns or allows")
    func rules() async throws {
        let text = "850709-9805\n\nnn@example.se\n\n018-123 45 67"
        func with(_ word: String) -> [String: String] {
            [
                "klubba.yml":
                    "organisation: x\npersonuppgifter:\n  personnummer: \(word)\n  e-post: \(word)\n  telefon: \(word)\n",
                "index.md": text,
            ]
        }
        let lines = ["content/index.md:1:1: ", "content/index.md:3:1: ", "content/index.md:5:1: "]
        let all = zip(lines, [personnummer, email, phone]).map { $0 + $1 }
        #expect(try await messages(["index.md": text]) == all)
        #expect(try await messages(with("stoppa")) == all.map { $0.replacing("warning", with: "error") })
        #expect(try await messages(with("varna")) == all.map { $0.replacing("error", with: "warning") })
        #expect(try await messages(with("tillåt")) == [])
    }

    @Test("that somebody has reviewed a text makes no personnummer public")
    func reviewed() async throws {
        let text =
            "---\ntitel: x\npersonuppgifter-granskade: 2020-09-10 NN\n---\n850709-9805 nn@example.se 018-123 45 67"
        #expect(
            try await messages(["index.md": text]) == [
                "content/index.md:5:1: \(personnummer)"
            ])
    }

    @Test("what an audience does not see does not count for it")
    func hidden() async throws {
        let files = [
            "arenden/a/arende.md": matter("dnr: 2020:1\ntitel: A\nsynlighet: ledamöter", "850709-9805"),
            "arenden/a/b.txt": "850709-9805",
            "arenden/c/arende.md": matter("dnr: 2020:2\ntitel: C\nbilagor:\n  - {fil: d.txt, synlighet: ledamöter}"),
            "arenden/c/d.txt": "850709-9805",
            "arenden/e.md": matter("dnr: 2020:3\ntitel: E\nsynlighet: sekretess", "850709-9805"),
            "sidor/f.md": "---\nsynlighet: ledamöter\n---\n850709-9805",
            "moten/fs-2020-09-18.md": meeting("synlighet: ledamöter") + "850709-9805",
        ]
        #expect(try await messages(files) == [])
        #expect(
            try await messages(files, .members).map { String($0.prefix { $0 != " " }) } == [
                "content/arenden/a/arende.md:7:1:", "content/arenden/a/b.txt:1:1:", "content/arenden/c/d.txt:1:1:",
                "content/moten/fs-2020-09-18.md:4:1:", "content/sidor/f.md:4:1:",
            ])
    }
}
