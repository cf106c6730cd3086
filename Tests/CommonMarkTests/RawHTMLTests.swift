import CommonMark
import Testing

@Suite("HTML in a text")
struct RawHTMLTests {
    @Test("raw HTML is shown as text")
    func text() {
        #expect(html("<div class=\"x\">\nHej\n</div>") == "<p>&lt;div class=&quot;x&quot;&gt;\nHej\n&lt;/div&gt;</p>\n")
        #expect(html("a <b onclick=\"x()\">c</b>") == "<p>a &lt;b onclick=&quot;x()&quot;&gt;c&lt;/b&gt;</p>\n")
        #expect(plain("a <b>c</b>") == "a <b>c</b>\n")
        #expect(html("- <div>x</div>") == "<ul>\n<li>\n<p>&lt;div&gt;x&lt;/div&gt;</p>\n</li>\n</ul>\n")
    }

    @Test(
        "no tag of the text's own reaches the page",
        arguments: [
            "<script>alert(1)</script>", "<SCRIPT\n>x</SCRIPT>", "<img src=x onerror=alert(1)>", "a <svg/onload=x>",
            "<!DOCTYPE html>", "<?php x ?>", "<![CDATA[x]]>", "<style>*{}</style>", "<iframe src=//x>", "</p><script>",
            "`<script>`", "    <script>", "# <script>x</script>", "| <script> |\n|---|\n| <img src=x> |",
            "![<script>](x.png)", "![\"><script>](x.png \"\\\"><script>\")", "[a](x \"'><script>\")",
            "```\"><script>\nx\n```",
            "[a](<x\"><script>>)", "&lt;script&gt;", "<a href=\"javascript:x\">y</a>", "<!-- a --><script>x</script>",
            "<!-- <!-- --><script>x</script> -->", "<!--><script>x</script>-->", "a <!-- --><script> b",
        ])
    func never(text: String) throws {
        let markup = html(text).replacing(
            try Regex(
                "</?(p|em|pre|code|ul|li|table|thead|tbody|tr|div)>|<h2 id=\"[a-z-]*\">|</h2>|<(th|code|div|a|img) [^<>]*>|</(th|a)>|<td>|</td>"
            ), with: "")
        #expect(!markup.contains("<"), "\(markup)")
        #expect(!html(text).lowercased().contains("<script"))
    }

    @Test("a comment is left out, and a block of comments leaves nothing")
    func comments() {
        #expect(html("<!-- en not\n\nmed blankrad -->") == "")
        #expect(Markdown("<!-- a -->\n").blocks.isEmpty)
        #expect(html("a <!-- b --> c") == "<p>a  c</p>\n")
        #expect(plain("a <!-- b --> c\n\n<!-- d -->\n\ne") == "a  c\ne\n")
        #expect(html("<!-- a -->\n<!-- b -->") == "")
        #expect(html("# Rubrik <!-- not -->") == "<h2 id=\"rubrik\">Rubrik </h2>\n")
    }

    @Test("what stands beside a comment is kept, and so is a comment that nobody closed")
    func kept() {
        #expect(html("<!-- a --> hej") == "<p>hej</p>\n")
        #expect(html("<div><!-- a -->b</div>") == "<p>&lt;div&gt;b&lt;/div&gt;</p>\n")
        #expect(html("<!-- oavslutad\n\ntext") == "<p>&lt;!-- oavslutad\n\ntext</p>\n")
        #expect(html("a <!-- b") == "<p>a &lt;!-- b</p>\n")
    }

    @Test("braces are text")
    func braces() {
        #expect(html("{{ namn }} {% x %} {{{y}}}") == "<p>{{ namn }} {% x %} {{{y}}}</p>\n")
    }
}
