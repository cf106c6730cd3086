import CommonMark
import Testing

@Suite("Links")
struct LinkTests {
    private func target(_ text: String) -> [Link.Target] { Markdown(text).links.map(\.target) }

    @Test("a link's target is told from its address")
    func targets() {
        #expect(
            target("[a](https://example.se/x) <http://example.se> [b](HTTPS://X.SE)") == [
                .external, .external, .external,
            ])
        #expect(target("[a](//evil.example/x)") == [.external])
        #expect(target("[a](mailto:a@b.se) <a@b.se>") == [.mail, .mail])
        #expect(target("[a](tel:+4618123456)") == [.telephone])
        #expect(target("[a](#arendet)") == [.fragment])
        #expect(
            target("[a](6.1-ansokan.md) [b](../x/) [c](?q=1) [d]()") == [.relative, .relative, .relative, .relative])
        #expect(target("[a](/sidor/om/)") == [.rootRelative])
        #expect(target("[a](<6.1 Ansökan: budget.md>) [b](ansökan:2.md)") == [.relative, .relative])
    }

    @Test(
        "an address that could run or read something is no link, its label is kept",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript&colon;alert(1)",
            "<java&#10;script:alert(1)>", "<java&#9;script:alert(1)>", "<&#1;javascript:alert(1)>",
            "<  javascript:alert(1)>", "<&#32;&#13;javascript:alert(1)>", "vbscript:x", "data:text/html,x",
            "file:///etc/passwd",
            "blob:x", "feed:javascript:x", "jar:x", "ftp://x", "view-source:x", "intent:x", "\\\\\\\\evil.example",
            "/\\\\evil.example",
            "<\\\\/evil.example>", "javascript\\:alert(1)", "<a&#127;b>",
        ])
    func refused(destination: String) {
        let markdown = Markdown("[*ord*](\(destination)) ![bild](\(destination))")
        #expect(String(decoding: markdown.html, as: UTF8.self) == "<p><em>ord</em> bild</p>\n")
        #expect(markdown.links.map(\.target) == [.unsafe, .unsafe])
        #expect(markdown.links.allSatisfy { $0.slot.isEmpty })
        #expect(markdown.links.map(\.text) == ["ord", "bild"])
    }

    @Test("an unsafe autolink is its own text")
    func autolink() {
        #expect(html("<javascript:alert(1)> <data:x>") == "<p>javascript:alert(1) data:x</p>\n")
    }

    @Test("a NUL in a scheme makes no scheme, and the address is written percent-encoded")
    func nul() {
        #expect(html("[a](java\0script:x)") == "<p><a href=\"java%EF%BF%BDscript:x\">a</a></p>\n")
    }

    @Test("without its slot a link is a placeholder")
    func slots() {
        let markdown = Markdown("Se [bilaga **1**](b&c.md \"Ti\"), [x](https://x.se) och [y](#y).")
        #expect(
            String(decoding: markdown.html, as: UTF8.self)
                == "<p>Se <a href=\"b&amp;c.md\" title=\"Ti\">bilaga <strong>1</strong></a>, <a href=\"https://x.se\">x</a> och <a href=\"#y\">y</a>.</p>\n"
        )
        #expect(
            markdown.links.map { markdown.slot(of: $0) }
                == [" href=\"b&amp;c.md\"", " href=\"https://x.se\"", " href=\"#y\""])
        #expect(markdown.links.map(\.destination) == ["b&c.md", "https://x.se", "#y"])
        #expect(markdown.links.map(\.text) == ["bilaga 1", "x", "y"])
        var bytes = markdown.html
        bytes.removeSubrange(markdown.links[0].slot)
        #expect(String(decoding: bytes, as: UTF8.self).contains("<a title=\"Ti\">bilaga <strong>1</strong></a>"))
    }

    @Test("an image of the site's own is an image, and its slot is all of it")
    func images() {
        let markdown = Markdown("![En *fin* \"bild\"](bild 1.png) ![Karta](karta.png 'T') ![Rot](/rot.png)")
        #expect(markdown.links.map(\.kind) == [.image, .image])
        #expect(
            markdown.links.map { markdown.slot(of: $0) }
                == ["<img src=\"karta.png\" alt=\"Karta\" title=\"T\">", "<img src=\"/rot.png\" alt=\"Rot\">"])
        let described = Markdown("![En *fin*\n\"bild\" [länk](x) `k`](b.png)")
        #expect(
            described.links.map { described.slot(of: $0) } == [
                "<img src=\"b.png\" alt=\"En fin &quot;bild&quot; länk k\">"
            ])
        #expect(described.links.map(\.text) == ["En fin \"bild\" länk k"])
    }

    @Test("an image on another host is a link to it, so that no page asks another host for anything")
    func foreignImages() {
        let markdown = Markdown("![Spårning *1*](https://evil.example/p.gif) ![x](//evil.example/p.gif)")
        #expect(
            String(decoding: markdown.html, as: UTF8.self)
                == "<p><a href=\"https://evil.example/p.gif\">Spårning 1</a> <a href=\"//evil.example/p.gif\">x</a></p>\n"
        )
        #expect(markdown.links.map(\.kind) == [.image, .image])
        #expect(markdown.links.map { markdown.slot(of: $0) }[0] == " href=\"https://evil.example/p.gif\"")
    }

    @Test("an image within a link: the link first, no link within a link")
    func imageInLink() {
        let own = Markdown("[![alt](b.png) mer](sida.md)")
        #expect(
            String(decoding: own.html, as: UTF8.self)
                == "<p><a href=\"sida.md\"><img src=\"b.png\" alt=\"alt\"> mer</a></p>\n")
        #expect(own.links.map { own.slot(of: $0) } == [" href=\"sida.md\"", "<img src=\"b.png\" alt=\"alt\">"])
        #expect(own.links.map(\.text) == ["alt mer", "alt"])
        #expect(html("[![alt](https://x.se/b.png)](sida.md)") == "<p><a href=\"sida.md\">alt</a></p>\n")
        #expect(html("[a <https://x.se> b](sida.md)") == "<p><a href=\"sida.md\">a https://x.se b</a></p>\n")
        #expect(html("[![alt](https://x.se/b.png)](javascript:x)") == "<p><a href=\"https://x.se/b.png\">alt</a></p>\n")
    }

    @Test("a link is on the line where its words start")
    func lines() {
        let markdown = Markdown("# [a](a)\n\ntext\n[b\nb](b) <https://c.se>\n\n- x\n  ![d](d)\n", firstLine: 10)
        #expect(markdown.links.map(\.line) == [10, 13, 14, 17])
    }

    @Test("links by definition are links like others")
    func definitions() {
        let markdown = Markdown("[Ansökan][a] och [a].\n\n[a]: ansokan.md \"Titel\"\n")
        #expect(markdown.links.map(\.destination) == ["ansokan.md", "ansokan.md"])
        #expect(plain("[Ansökan][a]\n\n[a]: ansokan.md") == "Ansökan\n")
    }
}
