import CommonMark
import Testing

/// A table as a test writes it: a row a line, cells between bars, the header marked.
func table(_ header: String, _ rows: String..., align: [String] = []) -> String {
    func row(_ text: String, _ tag: String, _ scope: String) -> String {
        let cells = text.split(separator: "¦", omittingEmptySubsequences: false)
        let written = cells.enumerated().map { index, cell in
            let alignment = index < align.count && !align[index].isEmpty ? " class=\"\(align[index])\"" : ""
            return "<\(tag)\(scope)\(alignment)>\(cell)</\(tag)>"
        }
        return "<tr>\(written.joined())</tr>"
    }
    let body = rows.map { row($0, "td", "") }.joined()
    return "<div class=\"table\" tabindex=\"0\"><table><thead>\(row(header, "th", " scope=\"col\""))</thead>"
        + (rows.isEmpty ? "" : "<tbody>\(body)</tbody>") + "</table></div>\n"
}

/// The examples of the GitHub Flavored Markdown specification, "Tables (extension)", in their order.
@Suite("Tables of the GFM specification")
struct SpecificationTableTests {
    @Test("198: a table") func example198() {
        #expect(html("| foo | bar |\n| --- | --- |\n| baz | bim |") == table("foo¦bar", "baz¦bim"))
    }

    @Test("199: cells need not match in length, pipes at the ends are optional") func example199() {
        #expect(
            html("| abc | defghi |\n:-: | -----------:\nbar | baz")
                == table("abc¦defghi", "bar¦baz", align: ["center", "right"]))
    }

    @Test("200: an escaped pipe is content, also in code") func example200() {
        #expect(
            html("| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |")
                == table("f|oo", "b <code>|</code> az", "b <strong>|</strong> im"))
    }

    @Test("201: another block ends the table") func example201() {
        #expect(
            html("| abc | def |\n| --- | --- |\n| bar | baz |\n> bar")
                == table("abc¦def", "bar¦baz") + "<blockquote>\n<p>bar</p>\n</blockquote>\n")
    }

    @Test("202: an empty line ends the table, a line without pipes does not") func example202() {
        #expect(
            html("| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar")
                == table("abc¦def", "bar¦baz", "bar¦") + "<p>bar</p>\n")
    }

    @Test("203: header and delimiter row must have as many cells") func example203() {
        #expect(html("| abc | def |\n| --- |\n| bar |") == "<p>| abc | def |\n| --- |\n| bar |</p>\n")
    }

    @Test("204: missing cells are empty, excess cells ignored") func example204() {
        #expect(
            html("| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |") == table("abc¦def", "bar¦", "bar¦baz"))
    }

    @Test("205: without rows there is no body") func example205() {
        #expect(html("| abc | def |\n| --- | --- |") == table("abc¦def"))
    }
}

@Suite("Tables")
struct TableTests {
    @Test("a budget table keeps its columns to the right")
    func budget() {
        let text =
            "| Post | Belopp | Andel |\n|:---|---:|:-:|\n| Personal | 800 000 | 76 % |\n| **Summa** | 1 050 000 | 100 % |\n"
        #expect(
            html(text)
                == table(
                    "Post¦Belopp¦Andel", "Personal¦800 000¦76 %", "<strong>Summa</strong>¦1 050 000¦100 %",
                    align: ["left", "right", "center"]))
        #expect(plain(text) == "Post\tBelopp\tAndel\nPersonal\t800 000\t76 %\nSumma\t1 050 000\t100 %\n")
    }

    @Test("a row may look like the number of a list or a rule, as long as it is none")
    func likeBlocks() {
        #expect(
            html("a|b\n-|-\n1050|200\n1.5|x\n**c**|d\n--|e\n#2|f\n_g_|h\n+i|j\n``k``|l")
                == table(
                    "a¦b", "1050¦200", "1.5¦x", "<strong>c</strong>¦d", "--¦e", "#2¦f", "<em>g</em>¦h", "+i¦j",
                    "<code>k</code>¦l"))
        #expect(html("a|b\n-|-\n<a@b.se>|x\ny|z").contains("</a></td><td>x</td></tr><tr><td>y</td><td>z</td></tr>"))
    }

    @Test(
        "the start of another block ends a table",
        arguments: [
            ("# x", "<h2 id=\"x\">x</h2>\n"), ("---", "<hr>\n"), ("***", "<hr>\n"),
            ("- x", "<ul>\n<li>x</li>\n</ul>\n"),
            ("2. x", "<ol start=\"2\">\n<li>x</li>\n</ol>\n"), ("1) x", "<ol>\n<li>x</li>\n</ol>\n"),
            ("-", "<ul>\n<li></li>\n</ul>\n"), ("```\nx\n```", "<pre><code>x\n</code></pre>\n"),
            ("~~~\nx", "<pre><code>x\n</code></pre>\n"), ("    x", "<pre><code>x\n</code></pre>\n"),
            ("\tx", "<pre><code>x\n</code></pre>\n"), ("<div>", "<p>&lt;div&gt;</p>\n"), ("<b>", "<p>&lt;b&gt;</p>\n"),
            ("<!-- x -->", ""), (">x", "<blockquote>\n<p>x</p>\n</blockquote>\n"), ("|", "<p>|</p>\n"),
        ])
    func ended(line: String, rest: String) {
        #expect(html("| a |\n|---|\n| b |\n\(line)") == table("a", "b") + rest)
        #expect(html("| a |\n|---|\n\(line)") == table("a") + rest)
    }

    @Test("a line of equals signs is a row, as no paragraph is open")
    func equals() {
        #expect(html("| a |\n|---|\n| b |\n===") == table("a", "b", "==="))
    }

    @Test("an underline makes a heading; a pipe or a colon makes a delimiter row")
    func underline() {
        #expect(html("a\n-") == "<h2 id=\"a\">a</h2>\n")
        #expect(html("a | b\n---") == "<h2 id=\"a-b\">a | b</h2>\n")
        #expect(html("| a |\n| - |") == table("a"))
        #expect(html("a\n:-") == table("a", align: ["left"]))
        #expect(html("a\n-:\nb") == table("a", "b", align: ["right"]))
        #expect(html("a\n|-") == table("a"))
        #expect(html("a\n-|") == table("a"))
    }

    @Test("a delimiter row that plain CommonMark takes for a list is one all the same")
    func listLike() {
        #expect(html("a | b\n- | -\n1 | 2") == table("a¦b", "1¦2"))
        #expect(html("a | b\n- | :-\n\nc") == table("a¦b", align: ["", "left"]) + "<p>c</p>\n")
        #expect(html("- a | b\n- | -") == "<ul>\n<li>a | b</li>\n<li>| -</li>\n</ul>\n")
        #expect(html("a | b\n- c | d") == "<p>a | b</p>\n<ul>\n<li>c | d</li>\n</ul>\n")
    }

    @Test("lines before the header stay a paragraph")
    func paragraphBefore() {
        #expect(
            html("Budget för *2021*:\n| a | b |\n|---|---|\n| 1 | 2 |") == "<p>Budget för <em>2021</em>:</p>\n"
                + table("a¦b", "1¦2"))
        #expect(html("ett *två\n| a* |\n|---|") == "<p>ett *två</p>\n" + table("a*"))
        #expect(html("ett  \n| a |\n|---|") == "<p>ett</p>\n" + table("a"))
        #expect(html("ett\\\n| a |\n|---|") == "<p>ett\\</p>\n" + table("a"))
        #expect(plain("ett\\\n| a |\n|---|") == "ett\\\na\n")
        #expect(html("ett\n| a | b |\n|---|\n| c |\n|---|") == "<p>ett\n| a | b |\n|---|</p>\n" + table("c"))
        #expect(html("[x]: /url\n| [x] |\n|---|") == table("<a href=\"/url\">x</a>"))
        #expect(html("ett\n2. a | b\n---|---") == "<p>ett</p>\n" + table("2. a¦b"))
        #expect(html("ett\n    > a | b\n---|---") == "<p>ett\n&gt; a | b\n---|---</p>\n")
    }

    @Test("a heading may stand right above a table")
    func headingBefore() {
        #expect(html("## Budget\n| a |\n|---|\n| b |") == "<h2 id=\"budget\">Budget</h2>\n" + table("a", "b"))
        #expect(html("Budget\n---\n| a |\n|---|") == "<h2 id=\"budget\">Budget</h2>\n" + table("a"))
        #expect(html("***\na|b\n-|-") == "<hr>\n" + table("a¦b"))
    }

    @Test("two tables, one after the other")
    func two() {
        #expect(html("|a|\n|-|\n|b|\n\n|c|\n|-|\n|d|") == table("a", "b") + table("c", "d"))
        #expect(html("|a|\n|-|\n|b|\n|-|\n|c|") == table("a", "b", "-", "c"))
    }

    @Test("cells hold what a line can hold")
    func inlines() {
        #expect(html("| *a* | `b|` |\n|-|-|") == "<p>| <em>a</em> | <code>b|</code> |\n|-|-|</p>\n")
        #expect(
            html("| a |\n|-|\n| *b* **c** `d` <i> & \"e\" |")
                == table("a", "<em>b</em> <strong>c</strong> <code>d</code> &lt;i&gt; &amp; &quot;e&quot;"))
        #expect(
            html("| a |\n|-|\n| # b # |\n| - c |\n| 1. d |\n| > e |\n|     f |\n| # |\n| ### |")
                == table("a", "# b #", "- c", "1. d", "&gt; e", "f", "#", "###"))
        #expect(html("| a\\\\| |\n|-|") == table("a|"))
        #expect(html("a \\| b\n-|") == table("a | b"))
        #expect(html("|a|\n|-|\n|*b|c*|\n|*d|") == table("a", "*b", "*d"))
        #expect(html("|||\n|-|-|\n|||") == table("¦", "¦"))
    }

    @Test("links in cells know their line, and link definitions serve them")
    func cellLinks() {
        let markdown = Markdown(
            "text\n\n| [a](a.md) | ![b](b.png) |\n|-|-|\n| [c][x] | d |\n\n[x]: c.md\n", firstLine: 5)
        #expect(markdown.links.map(\.line) == [7, 7, 9])
        #expect(markdown.links.map(\.destination) == ["a.md", "b.png", "c.md"])
        #expect(markdown.links.map(\.text) == ["a", "b", "c"])
        #expect(
            markdown.links.map { markdown.slot(of: $0) } == [
                " href=\"a.md\"", "<img src=\"b.png\" alt=\"b\">", " href=\"c.md\"",
            ])
    }

    @Test("a table is a block with its own lines, and moves no one else's")
    func lines() {
        let markdown = Markdown("ett\n| a |\n|-|\n| b |\n\n# R\n\n> [l](l)\n> |c|\n> |-|\n", firstLine: 3)
        #expect(markdown.blocks.map(\.kind) == [.paragraph, .table, .heading(level: 1), .quote])
        #expect(markdown.blocks.map(\.lines) == [3...3, 4...6, 8...8, 10...12])
        #expect(markdown.headings.map(\.line) == [8])
        #expect(markdown.headings.map(\.block) == [2])
        #expect(markdown.links.map(\.line) == [10])
        #expect(markdown.blocks.map { markdown.plain(of: $0) } == ["ett\n", "a\nb\n", "R\n", "l\nc\n"])
    }

    @Test("a table without a single pipe is found wherever it stands")
    func withoutPipes() {
        for length in 0..<20 {
            for (delimiter, side) in [(":-", "left"), ("-:", "right"), (":-:", "center")] {
                let before = String(repeating: "x", count: length)
                let text = "\(before)\n\na\n\(delimiter)\nb\n\nen rad till efter tabellen, så att texten är lång\n"
                #expect(html(text).contains(table("a", "b", align: [side])), "\(text)")
            }
        }
    }

    @Test("line ends of any kind, and none at the end")
    func lineEnds() {
        #expect(html("|a|b|\r\n|-|-|\r\n|c|d|\r\n") == table("a¦b", "c¦d"))
        #expect(html("|a|b|\r|-|-|\r|c|d|") == table("a¦b", "c¦d"))
        #expect(html("|a|b|  \n|-|-|\t\n|c|d|   ") == table("a¦b", "c¦d"))
    }
}
