import Testing

@testable import Import

@Suite("What looks like a title, a name or a § and is none")
struct DoubtfulNameTests {
    @Test("a line that says who somebody is, or a sentence, is no title")
    func titles() {
        let motion = Papers.read(
            """
            Motion till föreningsstämma Brf Solgläntan 2025

            Rökfri gård

            Inlämnad av: Pelle Mark, lgh 22

            Motivering

            Röken från gården tränger in i lägenheterna på de två nedersta planen varje kväll.
            """)
        #expect(motion.title?.value == "Rökfri gård")
        let committee = Papers.read(
            """
            Arbetsutskottet, Samordningsförbundet Bergslagen Norr
            Protokoll 2025-09-11
            Deltagare: Rut Asp (ordf.), Sven Ed
            Justerare: Sven Ed

            § 12 Inför mötet

            Utskottet går igenom listan.
            """)
        #expect(committee.title?.value.contains("Sven Ed") == false)
        let notes = Papers.read(
            "IF Norrskenet\nStyrelsemöte 4/2025\n\n1 Mötet öppnas\nTomas öppnar mötet.\n\n2 Dagordning\nDagordningen godkänns.\n"
        )
        #expect(notes.title?.value != "Dagordningen godkänns.")
    }

    @Test("two names whose columns were lost are told as a guess, and nobody signed")
    func names() {
        let paper = Papers.read(
            "# Hyresavtal\n\nAvtalet gäller bygdegården och hela den del av marken som hör till.\n\nStina Borg Åke Stolt\n",
            isMarkdown: true)
        #expect(paper.signed == [])
        #expect(paper.facts.contains { $0.key == "undertecknat" && !$0.isSure && $0.value == "Stina Borg Åke Stolt" })
        #expect(
            paper.told.contains(
                "rad 5: undertecknat: kanske Stina Borg Åke Stolt. Det skrevs inte: fyll i det om det stämmer"))
        #expect(paper.text.markdown.contains("Stina Borg Åke Stolt"))
    }

    @Test("partners are all of a list or none of it")
    func partners() {
        let all = "Region Kustlandet, Försäkringskassan och Arbetsförmedlingen är samverkansparter."
        #expect(Parties.find(in: [all]).partners == ["Region Kustlandet", "Försäkringskassan", "Arbetsförmedlingen"])
        #expect(Parties.find(in: ["Kassan, regionen och Arbetsförmedlingen är samverkansparter."]).partners == [])
        let both = Parties.find(in: [
            "Insatsen drivs där Norrdals kommun är insatsägare och Region Norr samverkanspart."
        ])
        #expect(both.owner == "Norrdals kommun")
        #expect(both.partners == ["Region Norr"])
    }

    @Test("a sentence below a § without a title is its text")
    func sentence() {
        let record = Papers.read(
            """
            Protokoll

            Förbundsstyrelsen 2024-02-03

            § 33 (dnr 2020:21)

            Ekonomen föredrar rapporten.

            Beslut

            Förbundsstyrelsen beslutar
            att lägga rapporten till handlingarna

            § 34
            Avslutning

            Mötet avslutas.
            """)
        #expect(record.paragraphs.map(\.title) == ["§ 33", "Avslutning"])
        #expect(record.paragraphs.first?.markdown.hasPrefix("Ekonomen föredrar rapporten.") == true)
    }

    @Test("§ 1.1 is a point of § 1")
    func points() {
        let record = Papers.read(
            """
            Protokoll

            Förbundsstyrelsen 2024-02-03

            § 1 Formalia

            § 1.1 Mötets öppnande

            Mötet öppnades 17.17.

            § 1.2 Val av justerare

            Tuva Elg valdes.

            § 2 Mötets avslutande

            Mötet avslutades 18.05.
            """)
        #expect(record.paragraphs.map(\.number) == [1, 2])
        #expect(record.paragraphs.map(\.title) == ["Formalia", "Mötets avslutande"])
        #expect(record.paragraphs.first?.markdown.contains("1.2 Val av justerare") == true)
    }

    @Test("lines to sign on are no contents page, and what stands on them no name")
    func ruled() {
        let record = Papers.read(
            """
            SAMMANTRÄDESPROTOKOLL
            Förbundsstyrelsen 2024-02-20

            Plats och tid      Församlingsgården, kl. 18.00
            Beslutande         Ove Hjort, ordförande
            Utses att justera  Pia Säll
            Underskrifter      Sekreterare .......................   Paragrafer 1-2
                               Iris Dahl
                               Ordförande .......................
                               Ove Hjort
                               Justerande .......................
                               Pia Säll

            § 1
            Öppnande
            Ordföranden öppnar sammanträdet.

            § 2
            Avslutning
            Sammanträdet avslutas.
            """)
        #expect(record.text.recordHead?.secretary == "Iris Dahl")
        #expect(record.text.recordHead?.approvers == ["Pia Säll"])
        #expect(record.noise.allSatisfy { $0.reason != .contents })
        #expect(record.signatures.allSatisfy { $0.name != "Iris Dahl" || $0.role != "Justerare" })
    }

    @Test("a body of two words has its decision under its own heading")
    func decision() {
        #expect(SectionName.isDecision("Barn- och utbildningsnämndens beslut"))
        #expect(!SectionName.isDecision("Kommunstyrelsens förslag till beslut"))
        #expect(DecidingBody.named(by: "Kommunstyrelsens förslag till kommunfullmäktige") == nil)
    }
}

@Suite("Facts of a head that columns and sentences could spoil")
struct SpoiltHeadTests {
    @Test("a sentence that mentions a body does not say who decides")
    func mention() {
        let head = Papers.head(
            "IF Norrskenet kallar till årsmöte\n\nTid: söndag 16 februari 2025 kl 16.00\n\nMotioner lämnas till styrelsen senast 15 januari 2025.\n"
        )
        #expect(head.body == nil)
        #expect(DecidingBody.named(by: "Beslutslista klubbstyrelsen") == nil)
        #expect(DecidingBody.named(by: "Tekniska nämnden") == "Tekniska nämnden")
        #expect(DecidingBody.named(by: "Kultur- och fritidsnämnden") == "Kultur- och fritidsnämnden")
    }

    @Test("a number below another number's label is only proposed")
    func continued() {
        let head = Papers.head(
            "DELEGATIONSBESLUT\n\nbyggnadsnämnden 2025-07-08 Delegationsnr: D\n\n2025-0344\n\nAnmälan om värmepump\n")
        #expect(head.diaryNumber == nil)
        #expect(head.doubts.map(\.value) == ["2025-0344"])
    }

    @Test("whose proposal to whom it is, is no title")
    func proposal() {
        let head = Papers.head(
            "Dnr KS 2025/401\n\nRevisionsrapport om inköp\n\nKommunstyrelsens förslag till kommunfullmäktige\n\nBakgrund\n"
        )
        #expect(head.title?.value == "Revisionsrapport om inköp")
        #expect(head.body == nil)
    }

    @Test("lost columns with a dnr in them are no title")
    func columns() {
        let head = Papers.head("Miljö- och DELEGATIONSBESLUT Dnr: MBN 2025-0912\n\nAnmälan om värmepump\n\nBeslut\n")
        #expect(head.title?.value == "Anmälan om värmepump")
    }
}
