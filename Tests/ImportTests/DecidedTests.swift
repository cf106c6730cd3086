import Testing

@testable import Import

@Suite("What a record's body decided")
struct DecidedTests {
    private static func paragraph(_ text: String) -> RecordParagraph? {
        Papers.read("Förbundsstyrelsen\nPROTOKOLL 2020-09-18\n\n§ 1 Öppnande\nMötet öppnas.\n\n§ 2 Ärendet\n\(text)\n")
            .paragraphs.last
    }

    @Test(
        "is neither what somebody moved, what another decided, nor what was decided another day",
        arguments: [
            "Ordföranden yrkar att förbundsstyrelsen beslutar att avslå rapporten.",
            "Regeringen beslutade\natt höja anslaget\natt ge länsstyrelsen ett uppdrag",
            "Arbetsutskottet beslutade att föreslå en ny taxa.",
            "Kansliet informerar om att kommunstyrelsen beslutade att lämna lokalen.",
            "Styrelsen beslutade\n2019-11-14, § 62, att förlänga insatsen.",
            "Efter att styrelsen beslutade om lokalen har hyran höjts.",
            "Därefter beslutade regeringen att höja anslaget.",
        ])
    func others(text: String) {
        #expect(Self.paragraph(text)?.decision == [])
        #expect(Self.paragraph(text)?.markdown.contains("### Beslut") == false)
    }

    @Test(
        "is what it says in its own name",
        arguments: [
            "Förbundsstyrelsen beslutar enligt ordförandens yrkande.", "Styrelsen beslutade att hyra lokalen.",
            "Mötet beslutade att hyra lokalen.", "Beslutades enhälligt att säga upp lokalen.",
            "Därefter beslutade styrelsen att hyra lokalen.", "Förbundsstyrelsen antog planen.",
        ])
    func own(text: String) { #expect(Self.paragraph(text)?.decision == [text]) }

    @Test("stands after others' words, which are no clauses of it")
    func afterOthers() {
        let moved = Self.paragraph(
            "Ordföranden yrkar att förbundsstyrelsen beslutar att avslå rapporten.\nFörbundsstyrelsen beslutar enligt ordförandens yrkande."
        )
        #expect(moved?.decision == ["Förbundsstyrelsen beslutar enligt ordförandens yrkande."])
        let prepared = Self.paragraph(
            "Arbetsutskottet beslutade 2020-09-01 att föreslå förbundsstyrelsen\natt höja taxan\natt informera medlemmarna\nFörbundsstyrelsen beslutar\natt inte höja taxan"
        )
        #expect(prepared?.decision == ["inte höja taxan"])
    }

    @Test("the committee's own record has the committee's decisions")
    func committee() {
        let read = Papers.read(
            "Protokoll arbetsutskottet 2020-08-20\n\n§ 1 Öppnande\nMötet öppnas.\n\n§ 2 Taxa\nArbetsutskottet beslutar att höja taxan.\n"
        )
        #expect(read.paragraphs.last?.decision == ["Arbetsutskottet beslutar att höja taxan."])
    }

    @Test("a clause that the margin broke before a day, or in a word, is whole")
    func broken() {
        let day = Self.paragraph("Beslut\natt ge kansliet i uppdrag att återkomma i\närendet senast\n2021-02-01.")
        #expect(day?.decision == ["ge kansliet i uppdrag att återkomma i ärendet senast 2021-02-01."])
        let word = Self.paragraph("Beslut\natt hyra lo-\nkalen för verk-\nsamhets- och budgetåret")
        #expect(word?.decision == ["hyra lokalen för verksamhets- och budgetåret"])
    }

    @Test("on the label's own line it ends there, and a bold word is no heading")
    func labelled() {
        let inline = Self.paragraph("Beslut: Styrelsen hyr lokalen.\n\nNästa fråga är en annan.")
        #expect(inline?.decision == ["Styrelsen hyr lokalen."])
        #expect(inline?.markdown.contains("### Beslut") == false)
        let bold = Papers.read(
            "# Protokoll\n\nFörbundsstyrelsen 2020-09-18\n\n## § 1 Inköp\n\nBeslut: **Godkänns.**\n", isMarkdown: true)
        #expect(bold.paragraphs.last?.decision == ["Godkänns."])
    }

    @Test("in a sentence ends where other text begins")
    func sentence() {
        let read = Self.paragraph("Styrelsen beslutade att dela ut 4 000 kr.\nIrma Issa anmälde jäv och var inte med.")
        #expect(read?.decision == ["Styrelsen beslutade att dela ut 4 000 kr."])
        let two = Self.paragraph("Styrelsen beslutade att hyra lokalen.\nStyrelsen beslutade att köpa bord.")
        #expect(two?.decision.count == 2)
    }

    @Test("a word that the site knows no outcome by is written as it was")
    func terse() {
        let read = Papers.read("Förbundsstyrelsen\nPROTOKOLL 2020-09-18\n\n§ 1 Budget, dnr 2020:58\nBeslut\nGodkänns\n")
        #expect(read.paragraphs.first?.markdown == "Beslut: enligt nedan\n\nGodkänns")
        let known = Papers.read("Förbundsstyrelsen\nPROTOKOLL 2020-09-18\n\n§ 1 Budget, dnr 2020:58\nBeslut\nAvslås\n")
        #expect(known.paragraphs.first?.markdown == "### Beslut\n\nAvslås")
    }

    @Test("a nämnd with a long name has its decision's heading")
    func longName() {
        let read = Papers.read(
            "Miljö- och räddningsnämnden\nProtokoll 2020-09-18\n\n§ 51 Tillsyn\nMiljö- och räddningsnämndens beslut\n1. Planen fastställs.\n2. Den gäller från 2021.\n"
        )
        #expect(read.paragraphs.first?.decision.count == 2)
    }
}

@Suite("A record's headings")
struct ParagraphHeadingTests {
    private static func paragraphs(_ text: String) -> [RecordParagraph] {
        Papers.read("Förbundsstyrelsen\nPROTOKOLL 2020-09-18\n\n" + text).paragraphs
    }

    @Test("of several §§, and of a §'s parts, begin what they head")
    func several() {
        let read = Self.paragraphs(
            "§ 10-12 Utgår\n\n§ 13 Öppnande\nMötet öppnas.\n\n§§ 14–15 Anmälningar\nLäggs till handlingarna.\n\n§ 16 a) Budget\nBeslut\natt anta budgeten\n\n§ 16 b) Plan\nBeslut\natt anta planen\n"
        )
        #expect(read.map(\.number) == [10, 13, 14, 16, 16])
        #expect(
            read.map(\.title) == ["Utgår (§§ 10–12)", "Öppnande", "Anmälningar (§§ 14–15)", "a) Budget", "b) Plan"])
        #expect(read[1].decision == [])
    }

    @Test(
        "neither what a record covers nor who was there for it is a §",
        arguments: [
            "§§ 40–52", "§§ 1–2 Eva Ekman", "§ 45–48 i ordningen", "Se § 45 Kommunallagen",
        ])
    func mentions(line: String) { #expect(RecordHeading(line) == nil) }

    @Test("may have the body's code in small letters in front")
    func code() {
        let read = Papers.read(
            "Kommunstyrelsen\nSammanträdesprotokoll\n2020-10-06\nKs § 112 Dnr KS 2020/300\nDetaljplan\nKommunstyrelsens beslut\nPlanen antas.\n"
        )
        #expect(read.kind == .record)
        #expect(read.paragraphs.first?.diaryNumber == "KS 2020/300")
        #expect(read.paragraphs.first?.title == "Detaljplan")
    }

    @Test("of two lines is one title")
    func twoLines() {
        let read = Self.paragraphs(
            "§ 2\nDnr 2020:60\nAnsökan om medel\nför Steget 2021\nFörbundsstyrelsens beslut\nMedel beviljas.\n")
        #expect(read.first?.title == "Ansökan om medel för Steget 2021")
    }

    @Test("a year beside a dnr, a personnummer and another's paper are no dnr")
    func numbers() {
        let read = Self.paragraphs(
            "§ 1 Kollekter 2021 (KR 2020-0041)\nText.\n\n§ 2 Ansökan från Karl Hyr, 850709-9805\nText.\n\n§ 3 Avtal, org.nr 556677-8899\nText.\n\n§ 4 Information om S 2020:11\nText.\n"
        )
        #expect(read.map(\.diaryNumber) == ["KR 2020-0041", nil, nil, nil])
        #expect(read.first?.title == "Kollekter 2021")
    }

    @Test("without a title lays up an ärende by its dnr alone, and says so")
    func untitled() {
        let plan = Papers.plan([
            Papers.read(
                "# Protokoll\n\nFörbundsstyrelsen 2020-09-18\n\n## § 21 2020:18\n\nOrdföranden redogör för ärendet.\n",
                isMarkdown: true)
        ])
        #expect(plan.text("arenden/2020-18/arende.md")?.contains("titel: 2020:18\n") == true)
        #expect(plan.outcomes[0].remarks.contains(.matterUntitled(dnr: "2020:18")))
    }

    @Test("may be 1 §, a point without a stop, or a sentence; in two parts they are told")
    func shapes() {
        let head = "Protokoll fört vid styrelsemöte\nDatum: 2020-09-18\n\n"
        let signed = Papers.read(head + "1 § Öppnande\nMötet öppnas.\n\n2 § Slut\nMötet avslutas.\n")
        #expect(signed.paragraphs.map(\.title) == ["Öppnande", "Slut"])
        let bare = Papers.read(head + "1 Öppnande\nMötet öppnas.\n\n2 Val\nBo Ek valdes.\n\n3 Slut\nMötet avslutas.\n")
        #expect(bare.paragraphs.map(\.number) == [1, 2, 3])
        let sentences = Papers.read(
            head
                + "Punkt 1. Mötet öppnades av Eva Ek.\nPunkt 2. Styrelsen beslutade att köpa bord.\nPunkt 3. Mötet slöt.\n"
        )
        #expect(sentences.paragraphs[1].decision == ["Styrelsen beslutade att köpa bord."])
        let parts = Papers.read(head + "§ 2.1 Öppnande\nMötet öppnas.\n\n§ 2.2 Slut\nMötet avslutas.\n")
        #expect(parts.kind == .other)
        #expect(parts.remarks.contains(.unreadableParagraphs(line: 4)))
    }

    @Test("by-laws are no record, and what calls itself one is no public ärende")
    func kinds() {
        let rules = Papers.read(
            "Stadgar för Fabelföreningen\nAntagna vid årsmötet 2020-03-12\n\n§ 1 Namn\nFöreningens namn.\n\n§ 2 Årsmöte\nÅrsmötet beslutar om avgift.\n"
        )
        #expect(rules.kind == .other)
        let record = Papers.read(
            "Sammanträdesprotokoll\nDnr 2020:5\n\nDetaljplan\n\nKommunstyrelsens förslag till beslut\n\nPlanen antas.\n"
        )
        #expect(record.kind == .other)
    }
}
