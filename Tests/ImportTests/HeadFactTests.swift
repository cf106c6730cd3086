import Testing

@testable import Import

@Suite("Facts of a head that are not what they look like")
struct HeadFactTests {
    private static let body =
        "\n\nSkolskjuts\n\nFörslag till beslut\nFörbundsstyrelsen föreslås besluta\natt godkänna förslaget\n"

    @Test("a dnr ends where its own words do, and a second one is proposed")
    func diaryNumbers() {
        #expect(Papers.read("Dnr 2020:20 Sid 1(3)" + Self.body).dnr == "2020:20")
        let two = Papers.read("Dnr 2020:18, 2019:4" + Self.body)
        #expect(two.dnr == "2020:18")
        #expect(two.doubts.contains { $0.key == "dnr" && $0.value == "2019:4" })
        let inTitle = Papers.read(Self.body.replacing("Skolskjuts", with: "Skolskjuts (dnr 2020:12)"))
        #expect(inTitle.dnr == nil)
        #expect(inTitle.doubts.contains { $0.key == "dnr" && $0.value == "2020:12" })
    }

    @Test("whom a decision is sent to, and how many were there, are no titles")
    func titles() {
        #expect(Papers.read("Protokollsutdrag till: Åsle kommun\nDnr 2020:19" + Self.body).title?.value == "Skolskjuts")
        let annual = Papers.read(
            "FACKKLUBBEN\nÅrsmötesprotokoll\nDatum: 2020-02-24\nAntal närvarande: 43 medlemmar\n\nPunkt 1. Öppnande\nMötet öppnas.\n\nPunkt 2. Slut\nMötet avslutas.\n"
        )
        #expect(annual.title?.value == "Årsmötesprotokoll")
        #expect(annual.kind == .record)
    }

    @Test("a motion's own att-satser are its text")
    func motion() {
        let read = Papers.read(
            "Dnr 2020:72\n\nMotion om gratis kaffe\n\nMotionären yrkar\natt föreningen inför kaffe\n\nStyrelsens förslag till beslut\nStyrelsen föreslår årsmötet\natt avslå motionen\n"
        )
        #expect(read.title?.value == "Motion om gratis kaffe")
        #expect(read.text.markdown.contains("att föreningen inför kaffe"))
        #expect(read.clauses == ["avslå motionen"])
    }

    @Test(
        "a meeting's day without a body is proposed",
        arguments: [
            "Sammanträdesdatum: 2020-11-11", "Förbundsstyrelsens sammanträde 2020-11-11, ärende nr 5",
        ])
    func meeting(line: String) {
        let read = Papers.read(line + Self.body)
        #expect(read.meetings.isEmpty)
        #expect(read.doubts.contains { $0.key == "moten" && $0.value == "FS 2020-11-11" })
    }

    @Test("hour and place of some notes are their text")
    func notes() {
        let read = Papers.read(
            "# Möte 7\n\n**Datum:** 14 oktober 2020\n**Tid:** 17:15\n**Plats:** Kårhuset\n\nVi pratade om hösten.\n",
            isMarkdown: true)
        #expect(read.kind == .other)
        #expect(read.text.markdown.contains("17:15") && read.text.markdown.contains("Kårhuset"))
    }

    @Test("the folder's name gives day and bilaga where the text is silent, and is told")
    func names() {
        let read = Papers.read(String(Self.body.dropFirst(2)), file: "FS 2020-12-11/Bilaga 4 Skjuts.txt")
        #expect(read.days == ["FS": ["2020-12-11"]])
        #expect(read.numbers == ["4"])
        #expect(read.told.contains { $0.contains("mappens namn") })
    }
}

@Suite("Two papers of one dnr")
struct SecondProposalTests {
    @Test("that each propose something are told")
    func told() {
        let papers = ["Hyra av sal", "Köp av bil"].map { title in
            Papers.read(
                "Dnr 2020:88\n\n\(title)\n\nFörslag till beslut\n\nStyrelsen godkänner \(title.lowercased()).\n",
                file: title + ".txt")
        }
        let plan = Papers.plan(papers)
        #expect(
            plan.outcomes[1].remarks.contains {
                if case .secondProposal(dnr: "2020:88", _) = $0 { true } else { false }
            })
    }
}

@Suite("Which body, and when, in a few words")
struct CalledTests {
    @Test("a kallelse may say it in a sentence")
    func called() {
        let annual = Papers.read(
            "KALLELSE TILL ÅRSMÖTE\nFabelbygdens förening kallar till årsmöte söndag 14 mars 2021 kl 15 i hembygdsgården på kullen.\nDagordning enligt stadgarna.\n"
        )
        #expect(annual.body?.value == "Årsmötet")
        #expect(annual.text.meeting?.description == "2021-03-14")
        let board = Papers.read(
            "Fabelföreningen\nKALLELSE\nHärmed kallas ledamöterna till styrelsemöte\nDag: 2020-12-11\n\nFöredragningslista\n1. Öppnande\n2. Slut\n"
        )
        #expect(board.body?.value == "Styrelsen")
        #expect(board.text.meeting?.description == "2020-12-11")
    }

    @Test("a body that owns its record is named without its s")
    func owner() {
        let read = Papers.read(
            "Styrelsens protokoll\nDatum: 2020-09-18\n\n§ 1 Öppnande\nMötet öppnas.\n\n§ 2 Slut\nTack.\n")
        #expect(read.body?.value == "Styrelsen")
    }

    @Test("a nämnd's arbetsutskott has a code of its own, and prepares")
    func committee() {
        let codes = BodyCodes(bodies: SiteProfileBodies.all)
        let name = "Barn- och utbildningsnämndens arbetsutskott"
        #expect(codes.code(of: name, diaryNumber: "BUN 2020/12").code == "BUNAU")
        #expect(MissingBody(code: "BUNAU", name: name).line.hasSuffix("roll: beredande}"))
    }
}

@Suite("An agenda in columns")
struct AgendaColumnTests {
    private static let head =
        "Förbundsstyrelsen\n\nKALLELSE\n\nTid: fredag 18 september 2020 kl 09.00\nPlats: Sal Lommen\n\n"

    @Test("hours, speakers and pages are neither bilaga numbers nor titles")
    func columns() {
        let times = Papers.read(
            Self.head
                + "Ärende                                 Dnr           Föredragande     Tid\n1   Upprop\n2   Rapport oktober                    2020:41       Eva Siffra       09.10\n3   Svar på motion om fler             2020:42       Ola Remiss       09.30\n    laddstolpar vid vårdcentraler\n4   Avtal                              2020:43                        10.00\n"
        )
        #expect(
            times.text.agenda.map(\.title) == [
                "Upprop", "Rapport oktober", "Svar på motion om fler laddstolpar vid vårdcentraler", "Avtal",
            ])
        #expect(times.text.agenda.map(\.diaryNumber) == [nil, "2020:41", "2020:42", "2020:43"])
        #expect(times.text.markdown.contains("Eva Siffra") && times.text.markdown.contains("09.10"))
        let pages = Papers.read(
            Self.head
                + "Nr  Ärende                     Diarienr     Sida\n1   Upprop\n2   Skattesats                 2020:41      3\n"
        )
        #expect(pages.text.agenda.map(\.title) == ["Upprop", "Skattesats"])
    }

    @Test("a column of bilagor has bilaga numbers")
    func attachments() {
        let read = Papers.read(
            Self.head
                + "Nr   Ärende              Dnr        Bilaga\n1    Upprop\n2    Skattesats          2020:41    3.1\n")
        #expect(read.text.agenda.map(\.title) == ["Upprop", "Skattesats (bilaga 3.1)"])
    }

    @Test("a dnr below a range of years is a dnr alone")
    func years() {
        #expect(RecordHeading.split("Budget 2021 och plan 2022–2023 RFD 2020-0117").diaryNumber == "RFD 2020-0117")
        #expect(
            RecordHeading.split("Budget 2021 och plan 2022–2023 RFD 2020-0117").title
                == "Budget 2021 och plan 2022–2023")
    }
}
