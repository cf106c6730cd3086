/// One Markdown text, read once: its HTML, its words, and where its blocks, headings and links are.
///
/// CommonMark with the pipe tables of GitHub's specification, and three rules of the house (FORMAT §1): HTML in the
/// text is shown as text (comments are left out), a destination that could run or read something is no link, and
/// nothing is fetched from another host. The input is UTF-8; NUL bytes and invalid sequences stop nothing.
public struct Markdown: Sendable {
    /// The text as HTML, one block after the other, each ended by a newline.
    public let html: [UInt8]
    /// The words alone, UTF-8. A block ends with a newline and so does every line break within it; the cells of a
    /// table row are separated by tabs.
    public let plain: [UInt8]
    /// The top-level blocks in order. Their HTML ranges follow one another and cover all of `html`.
    public let blocks: [Block]
    /// Every heading in document order, also those inside quotes and lists.
    public let headings: [Heading]
    /// Every link and image in document order, the refused ones too; but not those within an image's description.
    public let links: [Link]
    /// Every reference to a note in document order, also to one that there is not.
    public let notes: [NoteReference]
    /// The notes that the text was read with, with the numbers that its references gave them.
    public let footnotes: Footnotes
    /// How deep blocks stand within blocks: 0 for an empty text, 1 for paragraphs alone, 3 for a list of paragraphs
    /// (list, item, paragraph).
    public let depth: Int
}

extension Markdown {
    /// Reads UTF-8 bytes. `firstLine` is the line number in the file of the text's first line (front matter above it).
    /// `footnotes` are those of the text, taken out of it before.
    public init(_ text: UnsafeBufferPointer<UInt8>, firstLine: Int = 1, footnotes: Footnotes = Footnotes()) {
        if let paragraph = PlainParagraph(text) {
            self = paragraph.markdown(firstLine: firstLine, footnotes: footnotes)
            return
        }
        let traits = TextTraits(of: text)
        if traits.hasNUL {
            self = Self.replacingNUL(in: text).withUnsafeBufferPointer {
                Markdown($0, firstLine: firstLine, footnotes: footnotes)
            }
            return
        }
        let body = UnsafeBufferPointer(rebasing: text[traits.start...])
        let source =
            traits.mayHaveTables
            ? TableReader.read(body)
            : Source(document: Document(body), tables: [], cells: 0)
        var renderer = Renderer(body, firstLine: firstLine, source: source, traits: traits, footnotes: footnotes)
        renderer.render(source)
        self = renderer.finished()
    }

    /// Reads a slice of a file's bytes, from the line `firstLine` of the file.
    public init(_ text: ArraySlice<UInt8>, firstLine: Int = 1, footnotes: Footnotes = Footnotes()) {
        self = text.withUnsafeBufferPointer { Markdown($0, firstLine: firstLine, footnotes: footnotes) }
    }

    /// Reads a string.
    public init(_ text: String, firstLine: Int = 1) {
        var text = text
        self = text.withUTF8 { Markdown($0, firstLine: firstLine) }
    }

    /// Reads a text of plain words; nil for one with anything in it that could be markup.
    public init?(plain text: ArraySlice<UInt8>, firstLine: Int = 1) {
        let markdown = text.withUnsafeBufferPointer { text in
            PlainParagraph(text).map { $0.markdown(firstLine: firstLine) }
        }
        guard let markdown else { return nil }
        self = markdown
    }

    /// The same text with U+FFFD for every NUL, as CommonMark has it; done here so that positions agree.
    private static func replacingNUL(in text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var copy: [UInt8] = []
        copy.reserveCapacity(text.count + 64)
        for byte in text {
            if byte == 0 { copy += [0xEF, 0xBF, 0xBD] } else { copy.append(byte) }
        }
        return copy
    }
}

extension Markdown {
    /// The same with other line numbers: of a text whose lines stand elsewhere in the file than one after the other.
    public func withLines(_ line: (Int) -> Int) -> Markdown {
        var (blocks, headings, links, notes) = (blocks, headings, links, notes)
        for index in blocks.indices {
            let own = blocks[index].lines
            blocks[index].lines = line(own.lowerBound)...line(own.upperBound)
        }
        for index in headings.indices { headings[index].line = line(headings[index].line) }
        for index in links.indices { links[index].line = line(links[index].line) }
        for index in notes.indices { notes[index].line = line(notes[index].line) }
        return Markdown(
            html: html, plain: plain, blocks: blocks, headings: headings, links: links, notes: notes,
            footnotes: footnotes, depth: depth)
    }
}
