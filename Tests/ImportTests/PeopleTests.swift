import Testing

@testable import Import

@Suite("Who served at a meeting")
struct PeopleTests {
    private static let points =
        "\n§ 1 Öppnande\nMötet öppnas.\n\n§ 2 Val\nBeslut\nFörbundsstyrelsen utser Ulla Kvist.\n\n"

    private static func record(_ head: String, _ end: String = "") -> ImportedDocument {
        Papers.read("Förbundsstyrelsen\nPROTOKOLL\n2020-09-18\n\n" + head + points + end)
    }

    @Test("a label above a line to sign on has the name below it")
    func labelsAbove() {
        let line = " ____________________\n"
        let block = "Sekreterare\(line)Karin Dahl\nOrdförande\(line)Sven Brand\nJusterande\(line)Ulla Kvist\n"
        for read in [Self.record("", "Underskrifter\n" + block), Self.record(block)] {
            #expect(read.text.recordHead?.secretary == "Karin Dahl")
            #expect(read.text.recordHead?.chair == "Sven Brand")
            #expect(read.text.recordHead?.approvers == ["Ulla Kvist"])
            #expect(read.paragraphs.last?.decision == ["Förbundsstyrelsen utser Ulla Kvist."])
        }
        #expect(
            Self.record("", block).signed == [
                "Karin Dahl, Sekreterare", "Sven Brand, Ordförande", "Ulla Kvist, Justerare",
            ])
    }

    @Test("a line to sign on in a column of its own is nobody's name")
    func ruledColumns() {
        let read = Self.record(
            "Underskrifter     Sekreterare  ____________________  Paragrafer 1–2\n                  Karin Dahl\n                  Ordförande   ____________________\n                  Sven Brand\n"
        )
        #expect(read.text.recordHead?.chair == "Sven Brand")
        #expect(read.text.recordHead?.secretary == "Karin Dahl")
    }

    @Test("an emphasised label is a label, and the officer's own word a chair")
    func emphasised() {
        let read = Papers.read(
            "# Kårstyrelsen 2020-09-18 – protokoll\n\n## Närvarande\n\n- Alva Tun, kårordförande\n- Bosse Lind, vice ordförande\n\n## 1. Öppnande\n\nAlva öppnar.\n\n## 2. Inköp\n\nKårstyrelsen beslutar att köpa stolar.\n\n## 3. Slut\n\nAlva avslutar.\n\n_Vid pennan_\nDisa Moberg\n\n_Justeras_\nBosse Lind\n",
            isMarkdown: true)
        #expect(read.text.recordHead?.secretary == "Disa Moberg")
        #expect(read.text.recordHead?.approvers == ["Bosse Lind"])
        #expect(read.text.recordHead?.chair == "Alva Tun")
    }

    @Test("two who approve on one line are two")
    func sideBySide() {
        let read = Self.record("", "Vid protokollet: Moa Mård\nJusteras: Lisa Hopp      Kalle Kast\n")
        #expect(read.text.recordHead?.secretary == "Moa Mård")
        #expect(read.text.recordHead?.approvers == ["Lisa Hopp", "Kalle Kast"])
        let lost = Self.record("", "Vid protokollet: Moa Mård\nJusteras: Lisa Hopp Kalle Kast\n")
        #expect(lost.text.recordHead?.approvers == [])
        #expect(lost.doubts.contains { $0.key == "undertecknat" && $0.value == "Justeras: Lisa Hopp Kalle Kast" })
    }

    @Test("a title with the §§ that somebody was there for is no person")
    func titles() {
        let read = Self.record(
            "Beslutande    Sven Brand (S), ordförande\n              Ulla Kvist (M), 1:e vice ordförande §§ 1–2\n              Lovisa Ström, Försäkringskassan, §§ 1–2\n"
        )
        #expect(
            read.text.recordHead?.present == [
                "Sven Brand (S), ordförande", "Ulla Kvist (M), 1:e vice ordförande §§ 1–2",
                "Lovisa Ström, Försäkringskassan, §§ 1–2",
            ])
    }

    @Test("a list that ends in a comma goes on on the next line")
    func continued() {
        let read = Self.record(
            "Närvarande: Anna Låt (ordf, sammankallande), Bo Fabel, Cecilia Hitt (kassör),\nDag Påhl samt Eva Sago (suppleant)\n"
        )
        #expect(
            read.text.recordHead?.present == [
                "Anna Låt (ordf, sammankallande)", "Bo Fabel", "Cecilia Hitt (kassör)", "Dag Påhl",
                "Eva Sago (suppleant)",
            ])
        let cut = Self.record("Närvarande: Anna Låt, Bo Fabel,\nfyra åhörare\n")
        #expect(cut.doubts.contains { $0.key == "närvarande" && $0.value == "fyra åhörare" })
    }

    @Test(
        "neither a greeting, a table's names nor who made a reservation signs",
        arguments: [
            "Hej!\n\nHär kommer texten.\n\nMvh Anna\n", "Budget i korthet\n\nPost   Kr\nHyra   100\n",
        ])
    func nobody(text: String) { #expect(Papers.read(text).signed.isEmpty) }

    @Test("who made a reservation signs nothing")
    func reservation() { #expect(Self.record("", "Reservation\nKalle Kast\n").signed.isEmpty) }

    @Test("those who sign in a table are read by its columns")
    func table() {
        let read = Papers.read(
            "# Protokoll\n\nFörbundsstyrelsen 2020-09-18\n\n## § 1 Öppnande\n\nMötet öppnas.\n\n| Ordförande | Sekreterare |\n| --- | --- |\n| \\_\\_\\_\\_\\_ | \\_\\_\\_\\_\\_ |\n| Lisa Hopp | Per Penn |\n",
            isMarkdown: true)
        #expect(read.text.recordHead?.chair == "Lisa Hopp")
        #expect(read.text.recordHead?.secretary == "Per Penn")
    }

    @Test("persons below each other in a cell of the head are persons of their own")
    func cells() {
        let text = """
            # Styrelsens protokoll

            <table><tr><td>Datum</td><td>2020-09-18</td></tr>
            <tr><td>Närvarande</td><td><p>Lisa Hopp, ordförande</p>
            <p>Kalle Kast</p></td></tr><tr><td>Frånvarande</td><td>Stina Stav</td></tr></table>

            | § | Ärende | Beslut |
            | --- | --- | --- |
            | 1 | Öppnande | – |
            | 2 | Bord | Styrelsen beslutar att köpa bord. |

            """
        guard let source = SourceText(word: Array(text.utf8)) else { return }
        let read = DocumentReader(bodies: SiteProfileBodies.all, clock: Papers.clock).read(
            source, file: "protokoll.docx")
        #expect(read.kind == .record)
        #expect(read.text.recordHead?.present == ["Lisa Hopp, ordförande", "Kalle Kast"])
        #expect(read.paragraphs.last?.decision == ["Styrelsen beslutar att köpa bord."])
    }

    @Test("what stands below those who sign is no part of the last decision")
    func ending() {
        let read = Self.record("", "Vid protokollet: Moa Mård\nBilagor finns hos kansliet i original\n")
        let text = Papers.plan([read]).text("moten/fs-2020-09-18.protokoll.md") ?? ""
        #expect(text.contains("### Underskrifter\n\nBilagor finns hos kansliet i original\n"))
        #expect(read.paragraphs.last?.decision == ["Förbundsstyrelsen utser Ulla Kvist."])
    }
}
