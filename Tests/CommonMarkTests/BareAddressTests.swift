import CommonMark
import Testing

@Suite("Bare addresses")
struct BareAddressTests {
    /// The words of each link, and where it leads.
    private func links(_ text: String) -> [String] {
        Markdown(text).links.map { $0.destination == $0.text ? $0.text : "\($0.text) → \($0.destination)" }
    }

    @Test("an address in a text is a link, by GitHub's rule")
    func written() {
        #expect(
            html("Se https://www.exempel.se/blankett. Eller www.exempel.se (på svenska).")
                == "<p>Se <a href=\"https://www.exempel.se/blankett\">https://www.exempel.se/blankett</a>. Eller <a href=\"http://www.exempel.se\">www.exempel.se</a> (på svenska).</p>\n"
        )
        #expect(links("Skriv till kansliet@exempel.se.") == ["kansliet@exempel.se → mailto:kansliet@exempel.se"])
        #expect(links("mailto:a.b+c@exempel.se") == ["mailto:a.b+c@exempel.se"])
        #expect(links("HTTP://EXEMPEL.SE/X") == ["HTTP://EXEMPEL.SE/X"])
        #expect(links("https://www.göteborg.se/å?a=1&b=2#c") == ["https://www.göteborg.se/å?a=1&b=2#c"])
    }

    @Test(
        "punctuation and brackets of the sentence are no part of it",
        arguments: [
            "https://x.se/a.", "https://x.se/a, och", "https://x.se/a?!", "(https://x.se/a)", "[https://x.se/a]",
            "”https://x.se/a”", "\"https://x.se/a\"", "*https://x.se/a*", "**https://x.se/a**", "https://x.se/a;",
            "»https://x.se/a«", "https://x.se/a…", "(se https://x.se/a).", "https://x.se/a</b>",
            "| https://x.se/a |\n|---|",
            "https://x.se/a\u{A0}och", "> https://x.se/a", "## https://x.se/a",
        ])
    func ending(text: String) {
        #expect(links(text) == ["https://x.se/a"])
    }

    @Test("a bracket that the address itself opened belongs to it")
    func brackets() {
        #expect(links("(https://sv.example.org/wiki/Mål_(idrott))") == ["https://sv.example.org/wiki/Mål_(idrott)"])
        #expect(links("https://x.se/a_b_c och https://x.se/en_fil") == ["https://x.se/a_b_c", "https://x.se/en_fil"])
    }

    @Test(
        "what only looks like an address is text",
        arguments: [
            "xwww.exempel.se", "www.", "https://", "https://x", "http://.se", "ftp://x.se", "//x.se",
            "a@b", "@exempel.se", "a@.se", "a@b.se-", "pär@exempel.se", "`https://x.se`", "    https://x.se",
            "https:/x.se", "xhttps://x.se", "https://a_b.se", "https://a.b_c", "exempel.se", "9.00–16.00",
        ])
    func none(text: String) {
        #expect(links(text) == [])
    }

    @Test("within a link, a description and a label nothing becomes another link")
    func within() {
        #expect(links("[se https://x.se](b.md)") == ["se https://x.se → b.md"])
        #expect(html("![www.x.se](b.png)") == "<p><img src=\"b.png\" alt=\"www.x.se\"></p>\n")
        #expect(html("[a@b.se](javascript:x)") == "<p>a@b.se</p>\n")
    }

    @Test("a line of an address, of a long text, and of a table are told")
    func lines() {
        let text = Markdown("Ett\n\n- två\n  www.x.se\n\n| a |\n|---|\n| *b* www.y.se |\n| www.z.se |", firstLine: 10)
        #expect(text.links.map(\.line) == [13, 17, 18])
    }
}

@Suite("Lines with a mark")
struct LineMarkTests {
    @Test("lettered lines stay lines")
    func lettered() {
        #expect(html("Så här:\na) ett\nb) två\nc) tre") == "<p>Så här:<br>\na) ett<br>\nb) två<br>\nc) tre</p>\n")
        #expect(
            html("a) ett\nå) två\n(b) tre\niv) fyra\n• fem\n1a) sex\n12 sju")
                == "<p>a) ett<br>\nå) två<br>\n(b) tre<br>\niv) fyra<br>\n• fem<br>\n1a) sex\n12 sju</p>\n")
        #expect(html("*a* x\nb) y") == "<p><em>a</em> x<br>\nb) y</p>\n")
    }

    @Test("a word that ends a bracket begins no line")
    func wrapped() {
        #expect(html("(se\nsidan) och\nom) x\n(b)x") == "<p>(se\nsidan) och\nom) x\n(b)x</p>\n")
    }
}
