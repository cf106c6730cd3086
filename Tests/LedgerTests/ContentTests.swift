import Meetings
import Testing

@testable import Ledger

@Suite("What is sealed of a file")
struct ContentTests {
    private let leftOut = SealedContent.leftOut(bodies: ["au", "fs"])

    private func content(_ text: String) -> String {
        String(decoding: SealedContent(of: Array(text.utf8), path: "x.md", leftOut: leftOut).bytes, as: UTF8.self)
    }

    @Test("keys that say when and where are left out, with all their lines")
    func leavesOut() {
        let text = """
            ---
            dnr: 2020:1
            FS:
              - 2020-09-18
              - 2020-10-23
            bilagor:
            - {nummer: 1.1, fil: a.pdf}
            titel: Lokaler
            Bilaga: {au: 4, fs: 6}
            # bilaga: en anteckning
            ---
            fs: står i texten
            """
        #expect(
            content(text) == """
                ---
                dnr: 2020:1
                titel: Lokaler
                ---
                fs: står i texten
                """)
    }

    @Test("line ends and a BOM make no difference, and neither does a key's spelling")
    func sameText() {
        let text = "---\ntitel: X\nförvaras: Här\n---\n\nText.\n"
        let other = "\u{FEFF}---\r\ntitel: X\r\nForvaras: Där\r\nANSLAGET: 2020-09-26\r\n---\r\n\r\nText.\r\n"
        #expect(content(text) == content(other))
        #expect(content(text) != content(text.replacing("Text", with: "Test")))
    }

    @Test("a text without a front matter, or with one that never ends, is sealed whole")
    func whole() {
        #expect(content("fs: 2020\n") == "fs: 2020\n")
        #expect(content("---\nfs: 2020\n") == "---\nfs: 2020\n")
        #expect(content("") == "")
    }

    @Test("any other file is its bytes")
    func bytes() {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x0D, 0x0A]
        #expect(SealedContent(of: bytes, path: "x.pdf", leftOut: leftOut).bytes == bytes)
    }

    @Test("canonical text: tags and comments fall, entities are their characters, white space is one space")
    func canonical() {
        func text(_ html: String) -> String { CanonicalText(html: Array(html.utf8)).text }
        #expect(text("<p>Ett  <strong>ord</strong>\n&amp; &lt;ett&gt; &#229;&#xE4;</p>\n") == "Ett ord & <ett> åä")
        #expect(text("a<em>b</em><br>c<!-- x > y -->d") == "abcd")
        #expect(text("<img src=\"a>b\" alt=\"En &quot;bild&quot;\"> efter") == "En \"bild\" efter")
        #expect(text("<data value=\"bifall\">Approved</data>, § 4") == "bifall, § 4")
        #expect(CanonicalText(shownIn: Array("<data value=\"bifall\">Bifall</data>".utf8)).text == "Bifall")
        #expect(text("1\u{A0}000 &okänd; &") == "1\u{A0}000 &okänd; &")
        #expect(text("<p") == "" && text("") == "")
    }

    @Test("marks of one name count together, in the page's order")
    func marks() {
        let page =
            "<h1><!--klubba:titel-->Hej<!--/klubba--></h1><!--klubba:p-1--> a <!--/klubba-->x<!--klubba:p-1--><b>b</b><!--/klubba--><!--klubba:tom-->"
        let marks = PageMarks(page: Array(page.utf8))
        #expect(marks.names == ["titel", "p-1"])
        #expect(marks.text("titel")?.text == "Hej")
        #expect(marks.text("p-1")?.text == "a b")
        #expect(marks.text("tom") == nil)
    }
}
