import CommonMark
import Testing

@Suite("Headings")
struct HeadingTests {
    private func anchors(_ titles: [String]) -> [String] {
        Markdown(titles.map { "## \($0)\n" }.joined(separator: "\n")).headings.map(\.anchor)
    }

    @Test("the page owns h1: a first-level heading is written as h2, the rest as they are")
    func levels() {
        #expect(html("# A\n## B\n###### C") == "<h2 id=\"a\">A</h2>\n<h2 id=\"b\">B</h2>\n<h6 id=\"c\">C</h6>\n")
        #expect(Markdown("# A\n## B\n###### C").headings.map(\.level) == [1, 2, 6])
        #expect(html("A\n===\n\nB\n---") == "<h2 id=\"a\">A</h2>\n<h2 id=\"b\">B</h2>\n")
    }

    @Test("an anchor is the heading's words in lower case without diacritics")
    func slugs() {
        #expect(
            anchors([
                "Ärendet", "Förslag till beslut", "Å, ä & ö: é, è, ü!", "  § 45  Jäv – protokoll  ", "Æble Øl Straße",
            ])
                == ["arendet", "forslag-till-beslut", "a-a-o-e-e-u", "45-jav-protokoll", "aeble-ol-strasse"])
        #expect(anchors(["Łódź Čapek Őrség Ğ ı ij ŵ ÿ ž Þór ș ț"]) == ["lodz-capek-orseg-g-i-ij-w-y-z-thor-s-t"])
        #expect(anchors(["A\u{30A}ngstro\u{308}m", "Σίσυφος", "1.2.3"]) == ["angstrom", "σίσυφος", "1-2-3"])
        #expect(anchors(["Beslutets **viktiga** `del` [länk](x)"]) == ["beslutets-viktiga-del-lank"])
    }

    @Test("a heading without words has an anchor too")
    func noWords() {
        #expect(anchors(["", "!!!", "***"]) == ["avsnitt", "avsnitt-2", "avsnitt-3"])
    }

    @Test("a repeated anchor is numbered, and never takes another heading's")
    func repeated() {
        #expect(anchors(["X", "X", "X"]) == ["x", "x-2", "x-3"])
        #expect(anchors(["X", "X 2", "X", "X"]) == ["x", "x-2", "x-3", "x-4"])
        #expect(anchors(["X", "X", "X 2", "X 2"]) == ["x", "x-2", "x-2-2", "x-2-3"])
    }

    @Test("anchors that pages keep for themselves are left to them")
    func reserved() {
        #expect(
            anchors(["Main", "Innehåll", "Top", "Att 1", "att-22", "Att göra", "Att 2 saker"])
                == [
                    "main-rubrik", "innehall-rubrik", "top-rubrik", "att-1-rubrik", "att-22-rubrik", "att-gora",
                    "att-2-saker",
                ])
        #expect(anchors(["Att", "Att", "Att"]) == ["att", "att-2-rubrik", "att-3-rubrik"])
        #expect(anchors(["Top", "Top", "Top rubrik"]) == ["top-rubrik", "top-rubrik-2", "top-rubrik-3"])
    }

    @Test("headings within quotes and lists are headings, but no blocks")
    func nested() {
        let markdown = Markdown("> # A\n\n- ## B\n\ntext\n\n### C\n")
        #expect(markdown.headings.map(\.anchor) == ["a", "b", "c"])
        #expect(markdown.headings.map(\.block) == [nil, nil, 3])
        #expect(markdown.headings.map(\.line) == [1, 3, 7])
        #expect(markdown.blocks[3].kind == .heading(level: 3))
    }

    @Test("the bytes of an id are found in the HTML")
    func ids() {
        let markdown = Markdown("# Å\n\n> ## [Länk](b.md) & mer\n\nÅ\n=\n")
        #expect(markdown.headings.map { markdown.id(of: $0) } == ["a", "lank-mer", "a-2"])
        #expect(markdown.headings.map(\.anchor) == ["a", "lank-mer", "a-2"])
        #expect(markdown.links.map { markdown.slot(of: $0) } == [" href=\"b.md\""])
    }

    @Test("a heading over two lines is one line of words")
    func twoLines() {
        let markdown = Markdown("En *lång*\nrubrik\n---")
        #expect(markdown.headings.map(\.text) == ["En lång rubrik"])
        #expect(markdown.headings.map(\.anchor) == ["en-lang-rubrik"])
    }
}
