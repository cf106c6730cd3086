import CCommonMark
import CommonMark
import Testing

/// libcmark's own renderer is the judge of everything but the house's rules.
@Suite("Agreement with libcmark")
struct AgreementTests {
    private func reference(_ text: String) throws -> String {
        let length = text.utf8.count
        let rendered = text.withCString { start -> String? in
            guard let root = cmark_parse_document(start, length, CMARK_OPT_DEFAULT) else { return nil }
            defer { cmark_node_free(root) }
            return cmark_render_html(root, CMARK_OPT_DEFAULT).map { html in
                defer { cmark_get_default_mem_allocator().pointee.free(html) }
                return String(cString: html)
            }
        }
        return try #require(rendered)
            .replacing("<br />", with: "<br>").replacing("<hr />", with: "<hr>").replacing("\" />", with: "\">")
            .replacing("<h1>", with: "<h2>").replacing("</h1>", with: "</h2>")
    }

    private func withoutIDs(_ html: String) throws -> String {
        html.replacing(try Regex(" id=\"[^\"]*\""), with: "")
    }

    @Test(
        "a varied set of texts",
        arguments: [
            "# Rubrik\n\nEn *betonad* och **stark** text med `kod`.\n\n- a\n- b\n  1. c\n  2. d\n\n> citat\nlat\n",
            "Setext\n======\n\nandra\n---\n\n***\n\n    kod\n\n\n    mer\n\n```swift info\nlet a = 1 < 2\n```\n",
            "[länk](a.md 'titel') [ref][r] ![bild](b.png \"t\") <https://x.se/?a=1&b=å> <a@b.se>\n\n[r]: <c d.md> (T)\n",
            "a  \nb\\\nc &amp; &copy; &#229; &nbsp; \\* \\_ \"citat\" 'x'\n\n* * *\n",
            "- a\n\n- b\n\n\n- c\n\n      kod\n\n1) x\n2) y\n\n3. z\n", "> - > a\n>   > b\n> \n> c\n\n-\n\n  a\n",
            "***a** b* __c _d_ e__ *f**g**h* a*b*c a_b_c **\n", "``a ` b`` `` ` `` `c\nd`\n",
            "~~~\n~~~\n\n````\n```\n````\n",
            "[a]: b\n[a]\n\n[c]:\n/d\n'e\nf'\n\n[c] [] [x](\n", "* a\n+ b\n- c\n\n1. d\n1) e\n",
            "\tkod\n\n -\tx\n\n\ty\n>\tz\n", "a\n# b\nc\n> d\ne\n- f\ng\n",
            "[![b](b.png)](c.md) ![a *b [c](d)*](e.png)\n", "å\u{301}漢字🎉\n",
        ])
    func varied(text: String) throws {
        #expect(try withoutIDs(html(text)) == reference(text))
    }

    @Test("six thousand texts of Markdown soup")
    func soup() throws {
        var random = Random(state: 20_200_918)
        var compared = 0
        defer { #expect(compared > 5_900) }
        for _ in 0..<6_000 {
            let text = Soup.text(&random)
            // A destination that starts with a backslash is one that the house refuses.
            guard Markdown(text).links.allSatisfy({ $0.target != .unsafe }) else { continue }
            compared += 1
            let ours = try withoutIDs(html(text))
            let theirs = try reference(text)
            guard ours != theirs else { continue }
            Issue.record("\(text.debugDescription)\nours: \(ours.debugDescription)\ncmark: \(theirs.debugDescription)")
        }
    }

    @Test("blocks cover the HTML and slots and ids lie where they should, in soup with tables and HTML")
    func ranges() {
        var random = Random(state: 45)
        for _ in 0..<4_000 {
            let text = Soup.text(&random, pieces: Soup.pieces + Soup.wild)
            let markdown = Markdown(text)
            var end = 0
            for block in markdown.blocks {
                #expect(block.html.lowerBound == end && !block.html.isEmpty, "\(text.debugDescription)")
                end = block.html.upperBound
            }
            #expect(end == markdown.html.count, "\(text.debugDescription)")
            for heading in markdown.headings {
                #expect(markdown.id(of: heading) == heading.anchor, "\(text.debugDescription)")
            }
            #expect(Set(markdown.headings.map(\.anchor)).count == markdown.headings.count)
            var slotEnd = 0
            for link in markdown.links {
                let slot = markdown.slot(of: link)
                #expect(
                    slot.isEmpty || slot.hasPrefix(" href=\"") || slot.hasPrefix("<img src=\""),
                    "\(text.debugDescription)")
                #expect(link.slot.lowerBound >= slotEnd, "\(text.debugDescription)")
                slotEnd = link.slot.upperBound
            }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
            var line = 0
            for block in markdown.blocks {
                let inOrder = block.lines.lowerBound > line && block.lines.upperBound <= lines
                #expect(inOrder, "\(text.debugDescription) \(markdown.blocks.map(\.lines))")
                line = block.lines.upperBound
            }
        }
    }

    @Test("random bytes and broken UTF-8 stop nothing")
    func bytes() {
        var random = Random(state: 7)
        let frequent = Array("|-:\n\n\n `*[]()<>#&!\\\t\r".utf8) + [0, 0xC3, 0xE2, 0x80, 0xF0, 0xFF, 0xEF, 0xBB, 0xBF]
        for _ in 0..<4_000 {
            let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? frequent[Int.random(in: 0..<frequent.count, using: &random)]
                    : UInt8.random(in: 0...255, using: &random)
            }
            let markdown = Markdown(bytes[...])
            #expect(markdown.blocks.last?.html.upperBound ?? 0 == markdown.html.count)
            #expect(!markdown.html.contains(0))
        }
    }
}

/// Markdown put together at random, of pieces that stand in each other's way. Among the wild ones are those that the
/// house's rules make different from libcmark's HTML.
enum Soup {
    static let pieces = [
        "# ", "## ", "- ", "* ", "1. ", "3) ", "> ", ">", "    ", "  ", "\t", "\n", "\n", "\n", "\n\n", "***", "---",
        "===", "```", "~~~",
        "*", "**", "_", "__", "`", "``", "[", "]", "](", ")", "![", "[x](y.md)", "![x](y.png)", "[r]", "\n[r]: z.md\n",
        "\\", "&amp;", "&", "\"", "'", "a", "b c", "åäö", "ord ", " ", "< ", ">>", "!", "1", ".", "  \n", "\\\n",
    ]
    static let wild = [
        "<https://x.se>", "| a | b |\n|---|--:|\n", "|", " | ", "|-|\n", "<b>", "<div>\n", "<!-- x -->", "<!--", "-->",
        "javascript:", ":-",
    ]

    static func text(_ random: inout Random, pieces: [String] = pieces) -> String {
        (0..<Int.random(in: 1...40, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }
        .joined()
    }
}

/// SplitMix64: the same sequence on every machine.
struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
