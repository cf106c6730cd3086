import CommonMark
import Diagnostics
import Meetings

/// An ärende's body, taken apart: its own title, the proposal, and what stands before and after it.
struct MatterText {
    var title: String?
    var titleLine = 1
    var proposal: Proposal?
    var before = Prose()
    var after = Prose()
}

extension MatterText {
    /// `givenTitle` is the front matter's; a heading that repeats it is not printed again, nor is a last line that
    /// repeats one of the `signatures`.
    init(
        _ text: TextFile, givenTitle: String?, signatures: [String], clock: CalendarDate, _ reading: inout ProseReading
    ) {
        var body = text.bytes[text.body]
        if let marked = PlainHeadings.marked(body, title: givenTitle) { body = marked[...] }
        let read = reading.body(body, firstLine: text.bodyLine)
        let markdown = reading.markdown(read, firstLine: text.bodyLine)
        let prose = reading.prose(markdown)
        // The heading that only repeats the title, which the page has already.
        var repeated: Int?
        let titles = markdown.headings.lazy.filter { $0.level == 1 && $0.block != nil }
        if let heading = titles.first, let block = heading.block, !ProposalSection.isProposal(heading.text) {
            title = heading.text
            titleLine = heading.line
            let repeats = givenTitle.map { FieldKey.fold($0) == FieldKey.fold(heading.text) } ?? true
            if repeats { repeated = block }
        }
        var end = markdown.blocks.count
        if !signatures.isEmpty, let last = markdown.blocks.last, last.kind == .paragraph {
            let words = FieldKey.fold([UInt8](markdown.plain[last.plain]).oneLine)
            if signatures.contains(where: { FieldKey.fold($0) == words }) { end -= 1 }
        }
        let section = ProposalSection(in: markdown)
        for doubt in ProposalSection.doubts(in: markdown, after: section) {
            reading.diagnostics.append(Diagnostic(Place(reading.file, line: doubt.line), doubt.problem))
        }
        guard let section else {
            after = reading.withNotes(prose.part(blocks: 0..<end, without: repeated, of: markdown))
            return
        }
        let last = section.content.last.map { markdown.blocks[$0].lines.upperBound } ?? section.heading.line
        let lines = SourceLines(read, firstLine: text.bodyLine, through: last)
        reading.proposalLine = section.heading.line
        proposal = Proposal(section, of: markdown, lines: lines, clock: clock, &reading)
        let start = section.content.upperBound
        let parts = reading.withNotes([
            prose.part(blocks: 0..<section.start, without: repeated, of: markdown),
            prose.part(blocks: start..<max(end, start), without: repeated, of: markdown),
        ])
        (before, after) = (parts[0], parts[1])
    }
}

extension Prose {
    fileprivate func part(blocks: Range<Int>, without left: Int?, of markdown: Markdown) -> Prose {
        guard let left, blocks.contains(left) else { return part(blocks: blocks, of: markdown) }
        var part = part(blocks: blocks.lowerBound..<left, of: markdown)
        part.append(self.part(blocks: (left + 1)..<blocks.upperBound, of: markdown))
        return part
    }

    /// The part of a text that some of its top-level blocks make.
    func part(blocks: Range<Int>, of markdown: Markdown) -> Prose {
        guard let first = blocks.first, let last = blocks.last else { return Prose() }
        var part = self[markdown.blocks[first].html.lowerBound..<markdown.blocks[last].html.upperBound]
        part.headings = markdown.headings.filter { heading in heading.block.map(blocks.contains) ?? false }
            .map { Prose.Heading(level: Swift.max(2, $0.level), text: $0.text, anchor: $0.anchor) }
        return part
    }
}

/// A text of its own with a title: a bilaga, a free page, the front page.
struct TitledText {
    var title: String?
    var prose: Prose
}

extension TitledText {
    init(_ text: TextFile, givenTitle: String?, _ reading: inout ProseReading) {
        let body = reading.body(text.bytes[text.body], firstLine: text.bodyLine)
        let markdown = reading.markdown(body, firstLine: text.bodyLine)
        prose = reading.prose(markdown)
        title = givenTitle
        defer { prose = reading.withNotes(prose) }
        guard let heading = markdown.headings.first, heading.level == 1, heading.block == 0 else { return }
        let repeats = givenTitle.map { FieldKey.fold($0) == FieldKey.fold(heading.text) } ?? true
        if title == nil { title = heading.text }
        if repeats { prose = prose.part(blocks: 1..<markdown.blocks.count, of: markdown) }
    }
}
