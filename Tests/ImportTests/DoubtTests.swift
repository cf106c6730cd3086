import Meetings
import Testing

@testable import Import

/// What a paper may look like without being it. A wrong fact that looks sure is worse than none.
@Suite("No confident wrong fact")
struct DoubtTests {
    @Test(
        "a day is no dnr, with a label or without",
        arguments: [
            "Dnr: 2026-10-06", "Beteckning 2026-10-06", "Datum och tid:    2026-10-06, kl 18.00", "Dnr\n2026-10-06",
        ])
    func dayIsNoNumber(text: String) {
        #expect(Papers.head(text + "\n\nEn titel\n\nÄrendet\n\nText.").diaryNumber == nil)
    }

    @Test("an odd dnr counts where it is one word and all that its label has")
    func oddNumber() {
        #expect(Papers.head("Dnr: 17-b\n\nEn titel").diaryNumber?.value == "17-b")
        #expect(Papers.head("Dnr\nHamngatan 9\n\nEn titel").diaryNumber == nil)
    }

    @Test("a label whose value does not fit ends no run", arguments: ["Dnr", "Dnr\nDatum", "Telefon", "Dnr\nTelefon"])
    func labelWithoutItsValue(labels: String) {
        let paper = Papers.read(
            "\(labels)\nABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ-2026-1234567\n\nEn titel\n\nÄrendet\n\nText om saken.")
        #expect(paper.isRead)
        #expect(paper.dnr == nil)
        #expect(
            (paper.noise.map(\.text) + [paper.title?.value ?? "", paper.text.markdown]).contains {
                $0.contains("1234567")
            })
    }

    @Test("a sentence that mentions an account, a number or a web address is text")
    func sentencesAreNoAddress() {
        let text = """
            Återbetalning

            Ärendet

            Summan sattes in på bankgiro 123-4567 den 4 juli.
            Bolagets organisationsnummer är 556000-0000 enligt registret.
            Blanketten finns på webbplatsen, www.exempel.example, under rubriken Stöd.
            """
        #expect(Papers.noise(text).isEmpty)
        let footer = "Kansliet\nPostadress: Box 1, 123 45 Strandby  Bankgiro 123-4567  Webbplats www.exempel.example"
        #expect(Papers.noise("Ärendet\n\nText.\n\n" + footer).map(\.reason).contains(.address))
    }

    @Test("an answer that two questions get is no running head, and dots that end a sentence are no contents")
    func repeatedAnswers() {
        let text = """
            Svar på motioner

            Motion 1. Cykelställ

            Platsen är redan trång, och marken måste ritas om....
            Styrelsen anser därför att mötet bör avslå motionen

                                        1
            Motion 2. Belysning

            Lampor finns i förrådet.
            Styrelsen anser därför att mötet bör bifalla motionen

                                        2
            Motion 3. Grind

            Räddningstjänsten säger nej.
            Styrelsen anser därför att mötet bör avslå motionen
            """
        let noise = Papers.noise(text)
        #expect(noise.allSatisfy { $0.reason == .pageNumber })
        #expect(noise.count == 2)
    }

    @Test("papers that only have a general heading in common have nothing to do with each other")
    func generalTitles() {
        let papers = [
            Papers.read(
                "# Minnesanteckningar\n\nSkylten blir blå, sade alla som var där.", file: "a.md", isMarkdown: true),
            Papers.read(
                "# Minnesanteckningar\n\nBåten ska målas om till våren, i grönt.", file: "b.md", isMarkdown: true),
        ]
        let paths = Papers.plan(papers).files.map(\.path)
        #expect(paths == ["arenden/minnesanteckningar/arende.md", "arenden/minnesanteckningar-2/arende.md"])
        #expect(
            Papers.plan(papers).text("arenden/minnesanteckningar-2/arende.md")?.contains("\nBåten ska målas om")
                ?? false)
    }

    @Test("a sentence about kallelser summons nobody, and who handed a paper in is no title")
    func motion() {
        let paper = Papers.read(
            """
            Motion till årsstämman
            Kortare väg till stämman
            Inlämnad av Eva Ek den 8 februari 2024

            Jag föreslår en ny lydelse av stadgarna:

            § 17 Kallelse

            Kallelse till stämma utfärdas tidigast fyra och senast två veckor före stämman.

            Jag yrkar

            att stämman antar den nya lydelsen
            """)
        #expect(paper.kind != .summons)
        #expect(paper.day == "2024-02-08")
        #expect(paper.days.isEmpty)
        #expect(paper.title?.value == "Kortare väg till stämman")
    }
}
