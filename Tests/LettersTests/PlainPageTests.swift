import Testing

@testable import Letters

@Suite("A letter's page as plain text")
struct PlainPageTests {
    private func text(_ html: String) -> String { String(decoding: PlainPage(Array(html.utf8)).text, as: UTF8.self) }

    @Test("paragraphs, headings and lists keep their shape")
    func shape() {
        let html = """
            <html><head><title>Bort</title></head><body>
            <h1>§ 45
              Lokaler</h1>
            <!--klubba:p-45--><p>Ett &amp; två&nbsp;tre.<br>Ny rad</p><!--/klubba-->
            <ol><li><p>Första</p><ul><li>Bilaga</li></ul></li><li>Andra<ol type="a"><li>under</li></ol></li></ol>
            <p>Sist</p>
            </body></html>
            """
        #expect(
            text(html) == """
                § 45 Lokaler

                Ett & två tre.
                Ny rad

                1. Första
                   - Bilaga
                2. Andra
                   a. under

                Sist

                """)
    }

    @Test("where a link leads stands behind its words, once")
    func links() {
        #expect(
            text("<p>Se <a href=\"https://a.se/?a=1&amp;b=2\">sidan</a>.</p>") == "Se sidan <https://a.se/?a=1&b=2>.\n")
        #expect(text("<p><a href=\"https://a.se/\">https://a.se/</a></p>") == "https://a.se/\n")
        #expect(text("<p><a>utan</a></p>") == "utan\n")
    }

    @Test("facts, tables and preformatted text")
    func facts() {
        #expect(
            text("<dl><div><dt>Tid</dt> <dd>13.00</dd></div><div><dt>Plats</dt> <dd>Kansliet</dd></div></dl>")
                == "Tid: 13.00\nPlats: Kansliet\n")
        #expect(
            text("<table><tr><th>Ja</th><th>Nej</th></tr><tr><td>4</td><td>1</td></tr></table>") == "Ja | Nej\n4 | 1\n")
        #expect(
            text("<p>Anslag</p><pre>\nTILLKÄNNAGIVANDE\n\nOrgan: FS\n</pre>")
                == "Anslag\n\nTILLKÄNNAGIVANDE\n\nOrgan: FS\n")
    }
}
