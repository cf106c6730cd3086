import CommonMark
import Testing

@Suite("Tables within quotes and lists")
struct TableContainerTests {
    private func quote(_ inner: String) -> String { "<blockquote>\n\(inner)</blockquote>\n" }
    private func list(_ inner: String) -> String { "<ul>\n<li>\(inner)</li>\n</ul>\n" }

    @Test("a table in a quote")
    func quoted() {
        #expect(html("> | a | b |\n> |---|--:|\n> | 1 | 2 |") == quote(table("a¦b", "1¦2", align: ["", "right"])))
        #expect(html(">|a|\n>|-|\n>   |b|") == quote(table("a", "b")))
        #expect(html("> > |a|\n> > |-|\n>> |b|") == quote(quote(table("a", "b"))))
        #expect(html("> text\n> |a|\n> |-|") == quote("<p>text</p>\n" + table("a")))
    }

    @Test("a table in a list item, from its first line or later")
    func item() {
        #expect(html("- |a|b|\n  |-|-|\n  |c|d|") == list("\n" + table("a¦b", "c¦d")))
        #expect(html("- text\n\n  |a|\n  |-|") == list("\n<p>text</p>\n" + table("a")))
        #expect(html("- text\n  |a|\n  |-|\n  |b|") == list("text\n" + table("a", "b")))
        #expect(html("-\t|a|\n\t|-|\n\t|b|") == list("\n" + table("a", "b")))
        #expect(html("- - |a|\n    |-|") == list("\n" + list("\n" + table("a"))))
    }

    @Test("a table in a numbered item, and in a quote in one")
    func numbered() {
        #expect(html("10. |a|\n    |-|\n    |b|") == "<ol start=\"10\">\n<li>\n\(table("a", "b"))</li>\n</ol>\n")
        #expect(html("1. > |a|\n   > |-|\n   > |b|") == "<ol>\n<li>\n\(quote(table("a", "b")))</li>\n</ol>\n")
        #expect(html("1.  x\n\n    > |a|\n    > |-|") == "<ol>\n<li>\n<p>x</p>\n\(quote(table("a")))</li>\n</ol>\n")
    }

    @Test("a table goes on in its container only: the next line outside is outside")
    func outside() {
        #expect(html("> |a|\n> |-|\n|b|") == quote(table("a")) + "<p>|b|</p>\n")
        #expect(html("> |a|\n> |-|\n> |b|\nc") == quote(table("a", "b")) + "<p>c</p>\n")
        #expect(html("- |a|\n  |-|\n|b|") == list("\n" + table("a")) + "<p>|b|</p>\n")
        #expect(
            html("- |a|\n  |-|\n- |b|\n  |-|") == "<ul>\n<li>\n\(table("a"))</li>\n<li>\n\(table("b"))</li>\n</ul>\n")
        #expect(html("|a|\n|-|\n> |b|\n> |-|") == table("a") + quote(table("b")))
    }

    @Test("lines that only lazily go on with an item's paragraph make no table")
    func lazy() {
        #expect(html("- text\n| a |\n|---|\n| b |") == list("text\n| a |\n|---|\n| b |"))
        #expect(html("> | a |\n|---|") == quote("<p>| a |\n|---|</p>\n"))
    }

    @Test("a lazy line can be the header, when the delimiter row is the container's own")
    func lazyHeader() {
        #expect(html("> text\n| a |\n> |---|\n> | b |") == quote("<p>text</p>\n" + table("a", "b")))
    }

    @Test("a table in code, in HTML or behind four spaces is no table")
    func noTable() {
        #expect(html("```\n|a|\n|-|\n```\n\n|b|\n|-|") == "<pre><code>|a|\n|-|\n</code></pre>\n" + table("b"))
        #expect(html("    |a|\n    |-|") == "<pre><code>|a|\n|-|\n</code></pre>\n")
        #expect(html("<div>\n|a|\n|-|\n</div>") == "<p>&lt;div&gt;\n|a|\n|-|\n&lt;/div&gt;</p>\n")
        #expect(html("|a|\n    |-|") == "<p>|a|\n|-|</p>\n")
        #expect(html("# a | b\n-|-") == "<h2 id=\"a-b\">a | b</h2>\n<p>-|-</p>\n")
        #expect(html("<!--\n|a|\n|-|\n-->\n\n|b|\n|-|") == table("b"))
    }

    @Test("a list stays tight or loose around a table")
    func tight() {
        #expect(html("- a\n- |b|\n  |-|\n- c") == "<ul>\n<li>a</li>\n<li>\n\(table("b"))</li>\n<li>c</li>\n</ul>\n")
        #expect(
            html("- a\n\n- |b|\n  |-|\n") == "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n\(table("b"))</li>\n</ul>\n")
    }

    @Test("one wrong guess costs no other table")
    func guesses() {
        let code = "```\n| kod | kod |\n|---|---|\n| kod | kod |\n```\n"
        let rest = "\n| a |\n|---|\n| b |\n"
        let text = String(repeating: code + rest, count: 40)
        let once = "<pre><code>| kod | kod |\n|---|---|\n| kod | kod |\n</code></pre>\n" + table("a", "b")
        #expect(html(text) == String(repeating: once, count: 40))
        let indented = "| a |\n|---|\n    kod\n"
        #expect(
            html(String(repeating: indented, count: 40))
                == String(repeating: table("a") + "<pre><code>kod\n</code></pre>\n", count: 40))
    }
}
