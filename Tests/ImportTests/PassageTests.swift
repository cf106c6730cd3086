import Testing

@testable import Import

@Suite("Lines")
struct PassageTests {
    @Test("that were broken at the margin are one paragraph, a divided word one word")
    func wrapped() {
        let passages = Papers.passages(
            """
            Regionen och kommunen har sedan hösten prövat en gemensam mottag-
            ning för unga vuxna. Försöket har visat att besöken blir färre men
            längre, och att arbets- och miljöfrågor kommer upp. De som är med i
            SIP-
            möten är nöjda med det stöd som de får av kommunens och regionens
            personal.

            Nästa stycke.
            """)
        #expect(passages.count == 2)
        #expect(passages[0].text.contains("gemensam mottagning för unga"))
        #expect(passages[0].text.contains("arbets- och miljöfrågor"))
        #expect(passages[0].text.contains("SIP-möten"))
    }

    @Test("that begin with att are clauses of their own, unless the sentence demands more")
    func attLines() {
        let apart = Papers.passages("Styrelsen föreslås besluta\natt bevilja medel\natt följa upp insatsen")
        #expect(apart.count == 3)
        let together = Papers.passages("att finansieringen gäller under förutsättning\natt förbundet får medel")
        #expect(together.map(\.text) == ["att finansieringen gäller under förutsättning att förbundet får medel"])
    }

    @Test("that are labels or headings stand for themselves")
    func labels() {
        let passages = Papers.passages("Dnr 2020:1\nAU 200820\nFörslag till beslut\nStyrelsen beslutar")
        #expect(passages.map(\.text) == ["Dnr 2020:1", "AU 200820", "Förslag till beslut", "Styrelsen beslutar"])
    }

    @Test(
        "that are items lose their mark",
        arguments: ["- punkt", "• punkt", "o\tpunkt", "\u{F0B7} punkt", "– punkt", "1. punkt", "a) punkt", "(1) punkt"])
    func bullets(line: String) { #expect(Bullet(line)?.text == "punkt") }

    @Test("that only look like items do not", arguments: ["-punkt", "1.1 Syfte", "2023. Året", "o punkt", "-----"])
    func noBullets(line: String) { #expect(Bullet(line) == nil) }

    @Test("a paragraph as Markdown reads the same")
    func escaping() {
        #expect(MarkdownText.escaped("Beskriv målen (*)") == "Beskriv målen (\\*)")
        #expect(MarkdownText.escaped("insatsen *Bryggan* får medel") == "insatsen *Bryggan* får medel")
        #expect(MarkdownText.escaped("# tecken") == "\\# tecken")
        #expect(MarkdownText.escaped("2023. Året då") == "2023\\. Året då")
        #expect(MarkdownText.escaped("[maskat]: nej") == "\\[maskat]: nej")
        #expect(
            MarkdownText.plain("**att** bevilja *insatsen* <i>medel</i> \\* [här](x.md)")
                == "att bevilja insatsen medel * här")
    }
}
