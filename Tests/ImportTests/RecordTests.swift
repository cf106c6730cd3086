import Testing

@testable import Import

@Suite("A record's end")
struct SigningTests {
    private func record(_ end: String) -> ImportedDocument {
        Papers.read(
            "PROTOKOLL\n\nFörbundsstyrelsen 2024-03-05\n\n§ 1 Mötets öppnande\n\nOrdföranden öppnar mötet.\n\n§ 2 Inköp\n\nBeslut\n\nStyrelsen beviljar 24 000 kronor till bord.\n\n\(end)"
        )
    }

    @Test("where somebody shall sign is no clause")
    func blank() {
        let dotted = record("Ordförande .................. Justeras ..................\n")
        #expect(dotted.paragraphs.last?.decision == ["Styrelsen beviljar 24 000 kronor till bord."])
        #expect(dotted.signatures.isEmpty)
    }

    @Test("names side by side have what they sign as")
    func sideBySide() {
        let read = record("Ordförande: Eva Ek     Justeras: Bo Al\n")
        #expect(read.paragraphs.last?.decision == ["Styrelsen beviljar 24 000 kronor till bord."])
        #expect(read.signed == ["Eva Ek, Ordförande", "Bo Al, Justerare"])
    }

    @Test("footnotes below those who sign hide them from nobody")
    func notes() {
        let paper = Papers.read(
            "Dnr 2024:1\n\nNya stolar\n\nFörslag till beslut\n\nStyrelsen köper stolar.[^1]\n\nEva Ek\n\nFörbundschef\n\n[^1]: Enligt offert från tre leverantörer.\n",
            isMarkdown: true)
        #expect(paper.signed == ["Eva Ek, Förbundschef"])
    }
}

@Suite("A record")
struct RecordTests {
    @Test("has its §§ with dnr and decisions, through page feet and signatures")
    func fixture() throws {
        let document = try Papers.fixture("protokoll-fs.txt")
        #expect(document.kind == .record)
        #expect(document.days == ["FS": ["2020-09-18"]])
        #expect(document.date == nil)
        #expect(document.paragraphs.map(\.number) == [41, 42, 43, 44, 45])
        #expect(document.paragraphs.map(\.diaryNumber) == [nil, nil, "2020:11", "2020:14", nil])
        #expect(document.paragraphs[2].title == "Delårsrapport")
        #expect(
            document.paragraphs[2].decision == [
                "lägga delårsrapporten till handlingarna",
                "avsätta 300 000 kronor till en förstudie under perioden 2020-10-01 – 2021-03-31",
            ])
        #expect(
            document.paragraphs[3].decision == [
                "bevilja insatsen högst 500 000 kronor", "förbundschefen får i uppdrag att följa upp insatsen.",
            ])
        #expect(document.kronor == [300_000, 500_000])
        #expect(document.signed == ["Tobias Ek, Sekreterare", "Anna Berg, Ordförande", "Olle Dahl, Justerare"])
        #expect(document.paragraphs[2].markdown.contains("diskuterar hur överskottet ska användas och ställer frågor"))
    }

    @Test("of a nämnd has its table of contents listed and titles on lines of their own")
    func board() throws {
        let document = try Papers.fixture("protokoll-namnd.txt")
        #expect(document.paragraphs.map(\.title).first == "Fastställande av dagordning")
        #expect(document.paragraphs.map(\.diaryNumber) == [nil, "SN-2023-00210", "SN-2023-00188"])
        #expect(
            document.paragraphs[1].decision == [
                "Socialnämnden beslutar att godkänna månadsuppföljningen.",
                "Socialnämnden uppdrar åt förvaltningen att ta fram en åtgärdsplan.",
            ])
        #expect(document.noise.count { $0.reason == .contents } == 4)
        #expect(document.days == ["SN": ["2023-06-14"]])
    }

    @Test(
        "has headings of many kinds",
        arguments: [
            ("§ 45 Budget 2021", 45, "Budget 2021", nil), ("§45. Budget", 45, "Budget", nil),
            ("§ 45 Ansökan om medel (dnr 2019:30)", 45, "Ansökan om medel", "2019:30"),
            ("§ 45   2019:30 Ansökan", 45, "Ansökan", "2019:30"), ("AU § 7 Budget", 7, "Budget", nil),
            ("§ 45/20 Budget, dnr KS 2020/14", 45, "Budget", "KS 2020/14"), ("Paragraf 3 Val", 3, "Val", nil),
        ] as [(String, Int, String, String?)])
    func headings(line: String, number: Int, title: String, dnr: String?) {
        #expect(RecordHeading(line) == RecordHeading(number: number, title: title, diaryNumber: dnr))
    }

    @Test("a mention of a § is none", arguments: ["§§ 41–45", "§ 45 i förbundsordningen", "§ 45–47", "se § 45", "§"])
    func mentions(line: String) { #expect(RecordHeading(line) == nil) }

    @Test("is written so that FORMAT §6 reads it, its matters laid up and its meeting with it")
    func written() throws {
        let plan = Papers.plan([try Papers.fixture("protokoll-fs.txt")])
        let text = try #require(plan.text("moten/fs-2020-09-18.protokoll.md"))
        #expect(text.contains("\n## § 43 2020:11\n\n*Delårsrapport*\n"))
        #expect(text.contains("\n## § 45 Mötets avslutande\n"))
        #expect(text.contains("\n### Beslut\n\nFörbundsstyrelsen beslutar\n\n- **att** lägga delårsrapporten"))
        #expect(text.contains("\njusterat: 2020-09-25\nanslaget: 2020-09-26\n"))
        #expect(
            plan.text("arenden/2020-11/arende.md")?.contains("dnr: 2020:11\ntitel: Delårsrapport\nfs: 2020-09-18\n")
                == true)
        #expect(plan.text("moten/fs-2020-09-18.md")?.contains("  - 2020:11\n") == true)
    }

    @Test("of a body that klubba.yml does not have is not written, and says what to add")
    func unknownBody() throws {
        let plan = Papers.plan([try Papers.fixture("protokoll-namnd.txt")])
        #expect(plan.files.isEmpty)
        #expect(
            plan.outcomes[0].obstacle?.text(in: .swedish)
                == "organet socialnämnden finns inte i klubba.yml. Lägg till  - {kod: SN, namn: Socialnämnden, roll: beslutande}  under organ: och kör importen igen"
        )
    }

    @Test("a § number that comes twice is part of the § before")
    func twice() throws {
        let document = Papers.read(
            "Protokoll\n\nFörbundsstyrelsen 2020-09-18\n\n§ 1 Öppnande\n\nMötet öppnas.\n\n§ 2 Val\n\nVal görs.\n\n§ 2 Fel nummer\n\nText här.\n"
        )
        #expect(document.told.contains("rad 13: § 2 står inte i nummerordning"))
        #expect(
            Papers.plan([document]).text("moten/fs-2020-09-18.protokoll.md")?.contains("\n### § 2 Fel nummer\n") == true
        )
    }
}

@Suite("A kallelse")
struct SummonsTests {
    @Test("has its meeting, its own day and its agenda")
    func fixture() throws {
        let document = try Papers.fixture("kallelse.txt")
        #expect(document.kind == .summons)
        #expect(document.day == "2020-09-11")
        #expect(document.days == ["FS": ["2020-09-18"]])
        #expect(document.text.agenda.map(\.title).first == "Mötets öppnande")
        #expect(document.text.agenda.map(\.diaryNumber) == [nil, nil, "2020:11", "2020:14", nil, nil])
        let text = try #require(Papers.plan([document]).text("moten/fs-2020-09-18.md"))
        #expect(text.contains("plats: Förbundskansliet, Storgatan 3\nkallelse: 2020-09-11\ndagordning:\n"))
        #expect(text.contains("  - 2020:14\n"))
    }

    @Test("may have its agenda in columns")
    func columns() throws {
        let document = try Papers.fixture("foredragningslista.txt")
        #expect(document.days == ["AU": ["2021-02-04"]])
        #expect(
            document.text.agenda.map(\.title) == [
                "Öppnande", "Verksamhetsberättelse 2020 (bilaga 1)", "Ansökan från Växthuset (bilaga 2 - 2.3)",
                "Övrigt",
            ])
        #expect(document.text.agenda.map(\.diaryNumber) == [nil, "2021:2", "2021:5", nil])
    }
}

@Suite("A committee's record")
struct CommitteeRecordTests {
    @Test("has a code before its §§, a bare day in its head, and an approval on another day")
    func committee() {
        let document = Papers.read(
            """
            Sammanträdesprotokoll
            Kommunstyrelsens arbetsutskott
            2024-03-12

            Beslutande               Agneta Ros (S), ordförande
                                     Per Lund (M)
            Justerare                Per Lund
            Justeringens plats och tid   Rådhuset 2024-03-15

            KSAU § 30     Dnr KS 2024/101

            Upphandling av städtjänster

            Arbetsutskottets beslut

            Arbetsutskottet beslutar

            att  inleda upphandlingen, samt

            att  teckna avtal upp till 2,4 mnkr.
            """)
        #expect(document.body?.value == "Kommunstyrelsens arbetsutskott")
        // The site's only arbetsutskott is the one that met.
        #expect(document.days == ["AU": ["2024-03-12"]])
        #expect(document.date == nil)
        #expect(document.paragraphs.map(\.title) == ["Upphandling av städtjänster"])
        #expect(document.paragraphs.map(\.diaryNumber) == ["KS 2024/101"])
        #expect(document.paragraphs[0].decision == ["inleda upphandlingen, samt", "teckna avtal upp till 2,4 mnkr."])
        #expect(document.kronor == [2_400_000])
    }
}
