import CommonMark
import Testing

@Suite("A paragraph of plain words")
struct PlainParagraphTests {
    /// The same paragraph as libcmark reads it, below a heading.
    private func reference(_ text: String) throws -> (html: String, plain: String, lines: ClosedRange<Int>) {
        let markdown = Markdown("# *R*\n" + text)
        let block = try #require(markdown.blocks.last)
        #expect(markdown.blocks.count == 2)
        return (
            markdown.html(of: block), markdown.plain(of: block), block.lines.lowerBound - 1...block.lines.upperBound - 1
        )
    }

    @Test(
        "is read without libcmark, and comes out the same",
        arguments: [
            "att bevilja 550 000 kronor", "Förbundsstyrelsen beslutar", "rad ett\nrad två\n",
            "x > y, \"citat\" och ‘så’!",
            "Tid: 13.00–16.00; se § 4 (bilaga) + mer = allt", "å\u{A0}ä – ö\nÉn #hash - streck", "a", "Ja-röster: 5\n",
            "a|b", "A\nb\nc",
        ])
    func same(text: String) throws {
        let markdown = try #require(Markdown(plain: Array(text.utf8)[...], firstLine: 7))
        let (html, plain, lines) = try reference(text)
        #expect(String(decoding: markdown.html, as: UTF8.self) == html)
        #expect(String(decoding: markdown.plain, as: UTF8.self) == plain)
        #expect(markdown.blocks.map(\.lines) == [lines.lowerBound + 6...lines.upperBound + 6])
        #expect(markdown.blocks.map(\.kind) == [.paragraph])
        #expect(markdown.depth == 1)
        #expect(markdown.headings.isEmpty && markdown.links.isEmpty)
    }

    @Test(
        "is none where anything could be markup",
        arguments: [
            "", "\n", "a *b*", "a_b", "`a`", "[a](b)", "a\\*b", "a & b", "a <b>", "1. a", "- a", "# a", "a\n- b",
            "a\n---",
            "a\n===", "a\n1. b", "a  \nb", "a ", "a\n\nb", " a", "a\tb", "a\r\nb", "a\n b", "a\n\n", "\u{FEFF}a",
            "a\u{0}b",
            "漢字", "\u{A0}a", "a|b\n-|-",
        ])
    func markup(text: String) {
        #expect(Markdown(plain: Array(text.utf8)[...]) == nil)
    }

    @Test("is none where its bytes are no text")
    func notText() {
        for bytes: [UInt8] in [[0x61, 0xC3], [0x61, 0xC3, 0x28], [0x61, 0x80], [0x61, 0xE2, 0x80], [0xFF]] {
            #expect(Markdown(plain: bytes[...]) == nil)
        }
    }
}
