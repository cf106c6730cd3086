import Testing

@testable import Import

@Suite("The last § and what stands below it")
struct RecordEndTests {
    private static let head = "Protokoll\nFörbundsstyrelsen 2020-09-18\n\n"
    private static let first = "§ 44 Mötets öppnande\nOrdföranden öppnar mötet.\n\n"

    @Test("a short text is the §'s own, and the day of approval the record's")
    func short() {
        let read = Papers.read(
            Self.head + "Justerare: Bo Berg\n\n" + Self.first + "§ 46 Övriga frågor\nInga.\n\nJusterat 2020-09-25\n")
        #expect(read.paragraphs.last?.markdown == "Inga.")
        #expect(read.paragraphs.last?.diaryNumber == nil)
        let text = Papers.plan([read]).text("moten/fs-2020-09-18.protokoll.md")
        #expect(text?.contains("justerat: 2020-09-25\n") == true)
        #expect(text?.hasSuffix("## § 46 Övriga frågor\n\nInga.\n") == true)
    }

    @Test("labels below those who sign are read as those of the head")
    func labels() {
        let read = Papers.read(
            Self.head + Self.first
                + "§ 46 Övriga frågor\nInga.\n\nJusteras\n\nAnna Andersson\nOrdförande\n\nBo Berg\nJusterare\nJusterat: 2020-09-25\nAnslaget: 2020-09-26\nFörvaras: Kansliet\n"
        )
        #expect(read.paragraphs.last?.markdown == "Inga.")
        #expect(read.signed == ["Anna Andersson, Ordförande", "Bo Berg, Justerare"])
        let text = Papers.plan([read]).text("moten/fs-2020-09-18.protokoll.md")
        #expect(text?.contains("justerat: 2020-09-25\nanslaget: 2020-09-26\nförvaras: Kansliet\n") == true)
        #expect(!read.told.contains { $0.contains("Justerat") || $0.contains("Anslaget") })
    }
}

@Suite("Points of a record")
struct PointTests {
    private static let head =
        "Protokoll\nFörbundsstyrelsen 2020-09-18\nJusterat: 2020-09-25\nNärvarande: Anna Andersson, Bo Berg\n\n"

    @Test("may be called Punkt, with and without a full stop", arguments: ["", ".", ":"])
    func named(sign: String) {
        let read = Papers.read(
            Self.head
                + "Punkt 1\(sign) Mötets öppnande\nOrdföranden öppnar.\n\nPunkt 2\(sign) Rutin dnr 2019:30\nBeslut\natt bevilja 10 000 kr\natt godkänna rutinen\n\nPunkt 3\(sign) Avslutning\nOrdföranden tackar.\n"
        )
        #expect(read.kind == .record)
        #expect(read.paragraphs.map(\.title) == ["Mötets öppnande", "Rutin", "Avslutning"])
        #expect(read.paragraphs.map(\.diaryNumber) == [nil, "2019:30", nil])
        #expect(read.paragraphs[1].decision == ["bevilja 10 000 kr", "godkänna rutinen"])
    }

    @Test("may stand in a table, what was decided in a column")
    func table() {
        let read = Papers.read(
            """
            # Protokoll

            Förbundsstyrelsen 2020-09-18

            | Punkt | Ärende | Beslut |
            | --- | --- | --- |
            | 1 | Mötets öppnande | |
            | 2 | Rutin, dnr 2019:30 | Förbundsstyrelsen beslutar att bevilja 10 000 kr |
            | 3 | Avslutning | Ordföranden tackar. |
            """, isMarkdown: true)
        #expect(read.kind == .record)
        #expect(read.paragraphs.map(\.number) == [1, 2, 3])
        #expect(read.paragraphs.map(\.title) == ["Mötets öppnande", "Rutin", "Avslutning"])
        #expect(read.paragraphs[1].diaryNumber == "2019:30")
        #expect(read.paragraphs[1].decision.joined().contains("bevilja 10 000 kr"))
        #expect(read.kronor == [10_000])
    }

    @Test("an agenda in a table is no record")
    func agenda() {
        let read = Papers.read(
            "# Kallelse till förbundsstyrelsen\n\nSammanträde den 18 september 2020\n\n| Nr | Ärende | Förslag |\n| --- | --- | --- |\n| 1 | Föregående protokoll | Läggs till handlingarna |\n| 2 | Budget | Antas |\n",
            isMarkdown: true)
        #expect(read.kind == .summons)
        #expect(read.paragraphs.isEmpty)
    }
}

@Suite("An extract")
struct ExtractTests {
    private static let text =
        "Protokollsutdrag\nFörbundsstyrelsen 2020-09-19\n\n§ 45 Rutin dnr 2019:30\nFörbundsstyrelsen beslutar\natt bevilja 10 000 kr\n"

    @Test("is a bilaga of its ärende, and no meeting's record")
    func plain() {
        let plan = Papers.plan([Papers.read(Self.text)])
        #expect(plan.files.allSatisfy { !$0.path.hasPrefix("moten/") }, "\(plan.files.map(\.path))")
        let text = plan.text("arenden/2019-30/protokollsutdrag-fs-2020-09-19-45.md")
        #expect(text?.contains("bevilja 10 000 kr") == true, "\(plan.files.map(\.path))")
        #expect(plan.text("arenden/2019-30/arende.md")?.contains("dnr: 2019:30\n") == true)
    }

    @Test("joins the ärende that comes with it")
    func joined() {
        let matter = Papers.read("Dnr 2019:30\n\nRutin\n\nFörslag till beslut\n\nStyrelsen antar rutinen.\n")
        let plan = Papers.plan([Papers.read(Self.text, file: "utdrag.txt"), matter])
        #expect(plan.text("arenden/2019-30/arende.md")?.contains("Styrelsen antar rutinen.") == true)
        #expect(plan.files.contains { $0.path.hasPrefix("arenden/2019-30/protokollsutdrag") })
    }

    @Test("a record of one § is a record")
    func one() {
        let read = Papers.read(
            "Protokoll\nFörbundsstyrelsen 2020-09-19\n\n§ 45 Rutin dnr 2019:30\nFörbundsstyrelsen beslutar\natt bevilja 10 000 kr\n\nProtokollsutdrag skickas till kommunen.\n"
        )
        #expect(Papers.plan([read]).text("moten/fs-2020-09-19.protokoll.md") != nil)
    }

    @Test("what a § decides is no title of it")
    func decision() {
        let read = Papers.read(
            "# Protokoll\n\nFörbundsstyrelsen 2020-09-19\n\n## § 45 2019:30\n\nBeslut: bifall\n\n### Beslut\n\n- **att** köpa\n\n## § 46 Slut\n\nTack.\n",
            isMarkdown: true)
        #expect(read.paragraphs.first?.title == "§ 45")
        #expect(read.paragraphs.first?.markdown.contains("bifall") == true)
    }
}
