import Testing

@testable import Import

@Suite("Markup that a page would show as letters")
struct MarkupTests {
    private func read(_ text: String) -> (text: String, told: [String]) {
        let document = Papers.read("# Karta\n\nDnr 2026:55\n\n## Bakgrund\n\n\(text)\n", isMarkdown: true)
        return (document.text.markdown, document.told)
    }

    private func line(_ text: String) -> String { InlineTags(text).text }

    @Test("is signs and words instead: raised and lowered, marked, a picture, a link")
    func tags() {
        #expect(line("4 m<sup>2</sup> CO<sub>2</sub> 10<sup>-3</sup>") == "4 m² CO₂ 10⁻³")
        #expect(line("n<sup>te</sup>") == "n^te")
        #expect(line("<u>ord</u> <b>fet</b> <span class=\"x\">i</span>") == "ord **fet** i")
        #expect(
            line("<img src=\"a b.png\" style=\"width:3in\" alt=\"Karta över nätet\" />")
                == "![Karta över nätet](<a b.png>)")
        #expect(line("<a href=\"https://x.example\">x</a> <a id=\"y\"></a>z") == "[x](https://x.example) z")
        #expect(line("<namn> \\<b\\> `<sup>` a < b <sup>öppen") == "<namn> \\<b\\> `<sup>` a < b <sup>öppen")
    }

    @Test("is no markup where a sign stands by itself among a page's blocks")
    func signs() {
        let text = read("<div>2 < 3 och {{< bild karta >}}</div>").text
        #expect(text.contains("2 < 3 och {{< bild karta >}}"), "\(text)")
    }

    @Test("is listed where it was crossed out")
    func struck() {
        let read = read("Det kostar ~~50 000~~ 60 000 kr.")
        #expect(read.text.contains("Det kostar 60 000 kr."))
        #expect(read.told.contains("rad 7: togs bort som överstruken text: 50 000"))
        #expect(line("~~~ och \\~~x\\~~") == "~~~ och \\~~x\\~~")
    }

    @Test("is a picture's words, and the picture is told of; a letterhead's mark is only told of")
    func pictures() {
        let read = read("Se ![Karta över nätet](karta.png \"Nätet\").")
        #expect(read.text.contains("Se \\[Bild: Karta över nätet\\]."))
        #expect(
            read.told.contains(
                "en bild togs inte med: Karta över nätet. Lägg bildfilen bredvid texten, och skriv ![vad den visar](filens namn) där den ska stå"
            ))
        let mark = Papers.read("![Vapen](v.png)\n\nDnr 2026:55\n\n# Karta\n\nText.\n", isMarkdown: true)
        #expect(mark.title?.value == "Karta" && !mark.text.markdown.contains("Bild"))
        #expect(mark.told.contains("rad 1: togs bort som bild: Vapen"))
    }

    @Test("is a link's words where it leads nowhere from the site")
    func links() {
        let read = read(
            "Se [avsnitt 2](#avsnitt), [planen](../plan.pdf) och [webben](https://x.example/a_(b)), [oss](mailto:a@x.example)."
        )
        #expect(
            read.text.contains(
                "Se avsnitt 2, planen och [webben](https://x.example/a_(b)), [oss](mailto:a@x.example)."),
            "\(read.text)")
        #expect(read.told.contains("1 länk inom filen blev vanliga ord"))
        #expect(read.told.contains("en länk som inte leder till något här blev vanliga ord: ../plan.pdf"))
    }

    @Test("is a comment, which is listed and in no text")
    func comments() {
        let read = read("Snö. <!-- dold\nanteckning --> Mer snö.\n\n- ett\n\n<!-- -->\n\n- två")
        #expect(read.text.contains("Snö.") && read.text.contains("Mer snö.") && !read.text.contains("anteckning"))
        #expect(read.text.contains("<!-- -->"))
        #expect(self.read("Skriv `<!-- sida tre -->`.").text.contains("`<!-- sida tre -->`"))
        #expect(read.told.contains("rad 7: togs bort som kommentar: dold anteckning"), "\(read.told)")
    }

    @Test("is another generator's head: its title is read, and the rest of the web page listed")
    func heads() {
        let post =
            "---\nlayout: post\ntitle: \"Stadgar för sjöbodarna\"\ndate: 2026-09-12\nsummary: >\n  Om bodarna\ntags: [bod]\n---\n\n# Stadgar för sjöbodarna\n\nBodarna är röda.\n"
        let read = Papers.read(post, isMarkdown: true)
        #expect(read.title?.value == "Stadgar för sjöbodarna" && read.meetings.isEmpty)
        #expect(read.told.contains("rad 2: togs bort som omkring sidans text: layout: post"))
        #expect(read.told.contains("rad 6: togs bort som omkring sidans text: Om bodarna"))
        let hugo = Papers.read(
            "+++\ntitle = \"Sjöbodar\"\nauthor = \"Moa Mål\"\n+++\n\nBodarna är röda.\n", isMarkdown: true)
        #expect(hugo.title?.value == "Sjöbodar")
    }

    @Test("is whom a text is for, which it is still for when it has come in")
    func audience() {
        for (key, written) in [
            ("synlighet: ledamöter", "synlighet: ledamöter\n"), ("synlighet: intern", "synlighet: ledamöter\n"),
            ("draft: true", "synlighet: utkast\n"), ("publiceras: 2027-01-01", "publiceras: 2027-01-01\n"),
            ("sekretess: 26 kap. 1 § OSL", "synlighet: sekretess\nsekretess: 26 kap. 1 § OSL\n"),
        ] {
            let paper =
                "---\ndnr: 2026:45\ntitel: Sjöbodar\nfs: 2026-12-11\nbilaga: 4\ninsats: Bod\nhandläggare: Bo Ek\ndatum: 2026-11-01\n\(key)\n---\n\n# Sjöbodar\n\n## Förslag till beslut\n\n- **att** måla dem\n"
            let plan = Papers.plan([Papers.read(paper, isMarkdown: true)])
            let text = plan.text("arenden/2026-45/arende.md") ?? ""
            #expect(text.contains(written) && text.contains("dnr: 2026:45\ntitel: Sjöbodar\n"), "\(key):\n\(text)")
        }
    }

    private func converted(_ text: String) -> String {
        SourceText(word: Array(text.utf8))?.lines.map(\.text).joined(separator: "\n") ?? ""
    }

    @Test("keeps the letters of a list, and a clause with a list in it is one clause")
    func letters() {
        #expect(converted("a.  lyda\nb.  roa\n\n<!-- -->\n\nII. två") == "- a) lyda\n- b) roa\n- II) två")
        #expect(converted("A. Bakgrund\n\n1.  x\n\n<!-- -->\n\n1.  y") == "A. Bakgrund\n\n1.  x\n\n<!-- -->\n\n1.  y")
        #expect(converted("1.  x\n\n<!-- -->\n\n2.  y\n\n<!-- -->\n\n-   z") == "1.  x\n2.  y\n-   z")
        let paper =
            "# X\n\n## Förslag till beslut\n\nStyrelsen föreslås besluta\n\n1.  att köpa\n2.  att hyra, varav\n\n<!-- -->\n\na.  en båt\nb.  en bil\n\n<!-- -->\n\n3.  att sälja\n"
        guard let source = SourceText(word: Array(paper.utf8)) else { return }
        let read = DocumentReader(bodies: SiteProfileBodies.all, clock: Papers.clock).read(source, file: "x.docx")
        #expect(read.clauses.count == 3, "\(read.clauses)")
        #expect(read.text.markdown.contains("  - a) en båt"))
    }

    @Test("a merged cell leaves the columns of the rows below as they were")
    func merged() {
        let html =
            "<table><tr><td>Post</td><td>2026</td><td>2027</td></tr><tr><td rowspan=\"2\">Summa</td><td>1 m<sup>2</sup></td><td>2</td></tr><tr><td>3</td><td rowspan=\"2\">a|b</td></tr><tr><td colspan=\"2\">5</td></tr></table>"
        #expect(
            converted(html).split(separator: "\n").map(String.init) == [
                "| Post | 2026 | 2027 |", "| --- | --- | --- |", "| Summa | 1 m² | 2 |", "|  | 3 | a\\|b |",
                "| 5 |  |  |",
            ])
    }
}
