import Testing

@testable import Import

@Suite("Noise")
struct NoiseTests {
    @Test(
        "is a page's number in all its shapes",
        arguments: [
            "Sida 3 av 12", "Sidan 3 (12)", "Sid 3", "3 (12)", "3(12)", "- 3 -", "– 3 –", "Sida: 3", "Page 3 of 12",
        ])
    func pageNumbers(line: String) { #expect(PageNumber.isOne(line)) }

    @Test(
        "is no date, no amount and no list",
        arguments: ["2020-09-18", "29/4", "3 000", "13 (12)", "3.", "Sidan", "§ 3", "3 (tre)", "Sida vid sida"])
    func otherLines(line: String) { #expect(!PageNumber.isOne(line)) }

    @Test(
        "is a template's version, which is no meeting (RULES)",
        arguments: ["v:19-07-10", "Version 2019-07-10", "v. 3.1"])
    func versions(line: String) { #expect(PageFurniture.isVersion(line)) }

    @Test("in a sentence's middle is taken away and listed, and the sentence is whole")
    func footer() {
        let passages = Papers.passages(
            """
            Förvaltningen föreslår att överenskommelsen med regionen förlängs till
            Sida 3 av 12
            och med årets slut.
            """)
        #expect(
            passages.map(\.text) == [
                "Förvaltningen föreslår att överenskommelsen med regionen förlängs till och med årets slut."
            ])
    }

    @Test("is the head that pages repeat, but not the first page's")
    func runningHead() {
        let page = "\u{C}Bergsby kommun\nSocialförvaltningen\n\nNågot står på sidan, och det är en hel mening.\n\n"
        let noise = Papers.noise("Bergsby kommun\nSocialförvaltningen\n\nFörsta sidans mening.\n\n" + page + page)
        #expect(noise.map(\.line) == [6, 7, 11, 12])
        #expect(noise.allSatisfy { $0.reason == .runningHead })
    }

    @Test("is no heading, clause or answer that comes back")
    func repeatedWords() {
        let part = "Beslut\n\natt lägga rapporten till handlingarna\n\nSida 1 av 2\n\n"
        #expect(Papers.noise(part + part).map(\.text) == ["Sida 1 av 2", "Sida 1 av 2"])
    }

    @Test("is a dead reference, inside a sentence too")
    func deadBookmark() {
        let text = "Se avsnitt Fel! Bokmärket är inte definierat. för mer om målen."
        #expect(Papers.passages(text).map(\.text) == ["Se avsnitt för mer om målen."])
        #expect(
            Papers.noise(text) == [
                NoiseLine(line: 1, text: "Fel! Bokmärket är inte definierat.", reason: .deadBookmark)
            ])
    }

    @Test("is a table of contents with its heading")
    func contents() {
        let noise = Papers.noise("Innehåll\nBakgrund ........ 2\nMetod\t3\n\nBakgrund\n\nText.")
        #expect(noise.map(\.line) == [1, 2, 3])
    }

    @Test("is the sender's address, but not an applicant's")
    func addresses() {
        let footer = "Postadress: Box 1, 123 45 Bergsby  Besöksadress: Torget 1  Telefon: 0123-450 00"
        #expect(Papers.noise("Text.\n\n\(footer)").map(\.reason) == [.address])
        #expect(Papers.noise("Kontaktperson: Eva Ek\nTelefon: 0123-450 00").isEmpty)
    }

    @Test("numbers that stand alone count when they go on")
    func loneNumbers() {
        #expect(Papers.noise("Text.\n\n1\n\nMer text.\n\n2\n\nSlut.").map(\.text) == ["1", "2"])
        #expect(Papers.noise("Antal\n\n12\n\nMer\n\n7\n\nSlut.").isEmpty)
    }
}
