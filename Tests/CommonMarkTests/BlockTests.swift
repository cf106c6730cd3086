import CommonMark
import Testing

@Suite("Blocks")
struct BlockTests {
    @Test("every block is written as HTML5")
    func shapes() {
        #expect(html("Hej  \npå\ndig") == "<p>Hej<br>\npå\ndig</p>\n")
        #expect(html("***") == "<hr>\n")
        #expect(html("> Citat") == "<blockquote>\n<p>Citat</p>\n</blockquote>\n")
        #expect(html("    kod <b>") == "<pre><code>kod &lt;b&gt;\n</code></pre>\n")
        #expect(html("```yaml extra\na: 1\n```") == "<pre><code class=\"language-yaml\">a: 1\n</code></pre>\n")
        #expect(html("*a* **b** `c<d`") == "<p><em>a</em> <strong>b</strong> <code>c&lt;d</code></p>\n")
    }

    @Test("a list is tight or loose as it was written, and starts where it starts")
    func lists() {
        #expect(html("- a\n- b") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")
        #expect(html("- a\n\n- b") == "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n")
        #expect(html("1. a\n2. b") == "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n")
        #expect(html("7) a") == "<ol start=\"7\">\n<li>a</li>\n</ol>\n")
        #expect(html("- a\n  - b") == "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n")
    }

    @Test("the top-level blocks cover all of the HTML and all of the words")
    func cover() {
        let text =
            "# R\n\nText.\n\n- a\n- b\n\n1. c\n\n> q\n\n```\nk\n```\n\n<div>x</div>\n\n---\n\n| a |\n|---|\n| b |\n\nSlut\n"
        let markdown = Markdown(text)
        #expect(
            markdown.blocks.map(\.kind) == [
                .heading(level: 1), .paragraph, .list(ordered: false), .list(ordered: true), .quote, .code, .html,
                .rule,
                .table, .paragraph,
            ])
        #expect(
            markdown.blocks.map { markdown.html(of: $0) }.joined() == String(decoding: markdown.html, as: UTF8.self))
        #expect(
            markdown.blocks.map { markdown.plain(of: $0) }.joined() == String(decoding: markdown.plain, as: UTF8.self))
        #expect(
            markdown.blocks.map { markdown.plain(of: $0) } == [
                "R\n", "Text.\n", "a\nb\n", "c\n", "q\n", "k\n", "<div>x</div>\n", "", "a\nb\n", "Slut\n",
            ])
    }

    @Test("a block's lines are the file's, without the blank lines after it")
    func lines() {
        let text =
            "# R\n\nett\ntvå\n\n\n- a\n\n- b\n  c\n\n***\n    kod\n\n    kod\n\n\n```\nx\n```\n> q\n> r\n\n| a |\n|-|\n| b |\n***\n"
        let lines = Markdown(text, firstLine: 11).blocks.map(\.lines)
        #expect(lines == [11...11, 13...14, 17...20, 22...22, 23...25, 28...30, 31...32, 34...36, 37...37])
        #expect(Markdown("Rubrik\nlång\n===\n\ntext").blocks.map(\.lines) == [1...3, 5...5])
        #expect(Markdown("<div>\n\ntext").blocks.map(\.lines) == [1...1, 3...3])
        #expect(Markdown("- a\n\n  ```\n  x\n  ```\n\nb").blocks.map(\.lines) == [1...5, 7...7])
        #expect(Markdown("> ```\n> x\nb").blocks.map(\.lines) == [1...2, 3...3])
        #expect(Markdown("A\n=").blocks.map(\.lines) == [1...2])
        #expect(Markdown("```\noavslutad\n\n").blocks.map(\.lines) == [1...3])
    }

    @Test("words alone: a break in a paragraph is a line, a list item is a line")
    func words() {
        #expect(plain("Ett *två*\ntre  \nfyra & `fem`") == "Ett två\ntre\nfyra & fem\n")
        #expect(plain("- a\n- **b**\n\n> c\n\n---\n\nd") == "a\nb\nc\nd\n")
        #expect(plain("a ![en bild](b.png) [c](d)") == "a en bild c\n")
        #expect(plain("```\nrad 1\n\nrad 3\n```\n") == "rad 1\n\nrad 3\n")
        #expect(plain("-\n- b") == "b\n")
    }

    @Test("depth counts lists, items and quotes")
    func depth() {
        #expect(Markdown("").depth == 0)
        #expect(Markdown("a").depth == 1)
        #expect(Markdown("> a").depth == 2)
        #expect(Markdown("a\n\n- b").depth == 3)
        #expect(Markdown("- > - b\n\nc").depth == 6)
    }

    @Test("an empty text is nothing at all")
    func empty() {
        for text in ["", "\n", "   \n\n", "\u{FEFF}", "\u{FEFF}\n"] {
            let markdown = Markdown(text)
            #expect(markdown.html.isEmpty && markdown.plain.isEmpty && markdown.blocks.isEmpty)
        }
    }

    @Test("a byte order mark, CRLF and a NUL are read past")
    func bytes() {
        #expect(html("\u{FEFF}# Hej") == "<h2 id=\"hej\">Hej</h2>\n")
        #expect(html("a\r\nb\r\n\r\nc\rd") == "<p>a\nb</p>\n<p>c\nd</p>\n")
        #expect(html("a\0b") == "<p>a\u{FFFD}b</p>\n")
        #expect(html("| a\0 |\n|---|\n| b |").contains("<th scope=\"col\">a\u{FFFD}</th>"))
        #expect(html("\u{FEFF}| a |\n|---|\n| b |").hasPrefix("<div class=\"table\""))
    }

    @Test("a slice of a file is read as the file's own lines")
    func slice() {
        let file = Array("---\ntitel: x\n---\n## Ärendet\n".utf8)
        let markdown = Markdown(file[17...], firstLine: 4)
        #expect(markdown.headings.map(\.line) == [4])
        #expect(markdown.headings.map(\.text) == ["Ärendet"])
    }
}
