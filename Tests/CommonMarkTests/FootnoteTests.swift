import CommonMark
import Testing

@Suite("Footnotes")
struct FootnoteTests {
    private func read(_ text: String) throws -> (markdown: Markdown, notes: [String]) {
        let (notes, rest) = try #require(Footnotes.take(from: Array(text.utf8)[...], firstLine: 1))
        let markdown = Markdown(rest, firstLine: 1, footnotes: notes)
        let written = markdown.footnotes.numbered.map { number, note, isReferred in
            "\(number) \(note.label):\(note.line) \(String(decoding: note.source, as: UTF8.self))\(isReferred ? "" : " (utan hänvisning)")"
        }
        return (markdown, written)
    }

    private func html(_ markdown: Markdown) -> String { String(decoding: markdown.html, as: UTF8.self) }

    @Test("a reference is its note's number, in the order of the references")
    func references() throws {
        let (markdown, notes) = try read(
            "Ett[^b] och två[^a], igen[^B].\n\n[^a]: Utvärdering\n[^b]: Beloppet avser helår.\n[^c]: x\n")
        #expect(html(markdown) == "<p>Ett<sup>1</sup> och två<sup>2</sup>, igen<sup>1</sup>.</p>\n")
        #expect(notes == ["1 b:4 Beloppet avser helår.", "2 a:3 Utvärdering", "3 c:5 x (utan hänvisning)"])
        #expect(markdown.notes.map(\.number) == [1, 2, 1])
        #expect(String(decoding: markdown.plain, as: UTF8.self) == "Ett och två, igen.\n")
    }

    @Test("a note goes on in the lines of its paragraph, and in indented ones after a blank line")
    func longNotes() throws {
        let (markdown, notes) = try read("A[^1]\n\n[^1]: ett\ntvå\n\n    tre\n\n    - fyra\n\nB\n")
        #expect(notes == ["1 1:3 ett\ntvå\n\ntre\n\n- fyra"])
        #expect(html(markdown) == "<p>A<sup>1</sup></p>\n<p>B</p>\n")
    }

    @Test("a reference without a note is told, and stays as it is written")
    func undefined() throws {
        let markdown = Markdown("# Rubrik\n\nText[^x] här.")
        #expect(html(markdown) == "<h2 id=\"rubrik\">Rubrik</h2>\n<p>Text[^x] här.</p>\n")
        #expect(markdown.notes.map(\.label) == ["x"])
        #expect(markdown.notes.map(\.number) == [nil])
        #expect(markdown.notes.map(\.line) == [3])
    }

    @Test("in code and in links nothing refers to a note, and code has no notes")
    func code() throws {
        let (markdown, notes) = try read("`[^1]` [a[^1]](b.md)\n\n```\n[^2]: kod\n```\n\n[^1]: not\n")
        #expect(markdown.notes.isEmpty)
        #expect(notes == ["1 1:7 not (utan hänvisning)"])
        #expect(html(markdown).contains("[^2]: kod"))
    }

    @Test("a heading's and a table's references stand where they should")
    func places() throws {
        let (markdown, _) = try read("## Om[^1]\n\n| a |\n|---|\n| b[^1] |\n\n[^1]: not\n")
        #expect(html(markdown).contains("<h2 id=\"om\">Om<sup>1</sup></h2>"))
        for note in markdown.notes {
            #expect(String(decoding: markdown.html[note.range], as: UTF8.self) == "<sup>1</sup>")
        }
        #expect(markdown.notes.map(\.line) == [1, 5])
    }

    @Test("two notes of one name")
    func twice() throws {
        let (notes, _) = try #require(Footnotes.take(from: Array("[^1]: a\n[^1]: b\n".utf8)[...], firstLine: 1))
        #expect(notes.repeated.map(\.line) == [2])
    }
}
