import CommonMark
import Diagnostics
import Meetings

/// Takes a record's text apart into its §§, and each § into its parts: the text, the subsections, and what was decided.
struct EntryReader {
    let markdown: Markdown
    let lines: SourceLines
    let file: String
    let clock: CalendarDate
    let marked: MarkedLines
    let sentence: DecisionSentence
    var reading: ProseReading
    var outcomes: OutcomeReading
    private(set) var prose = Prose()
    private var ownDiagnostics: [Diagnostic] = []

    init(
        markdown: Markdown, lines: SourceLines, file: String, clock: CalendarDate, marked: MarkedLines,
        sentence: DecisionSentence, reading: ProseReading
    ) {
        (self.markdown, self.lines, self.file, self.clock) = (markdown, lines, file, clock)
        (self.marked, self.sentence, self.reading) = (marked, sentence, reading)
        outcomes = OutcomeReading(file: file, clock: clock)
    }

    var diagnostics: [Diagnostic] { ownDiagnostics + outcomes.diagnostics + reading.diagnostics }
}

/// One § while it is read.
struct EntryParts {
    var text = Prose()
    var sections: [MinutesEntry.Section] = []
    var recipients: [String] = []
    var vote: Vote?
    var stated: [FoundDecision] = []
    var sentences: [SentenceFinding] = []
}

extension EntryReader {
    mutating func entries() -> [MinutesEntry] {
        prose = reading.prose(markdown)
        var entries: [MinutesEntry] = []
        let headings = markdown.headings.filter { $0.level <= 2 && $0.block != nil }
        tellAlmostParagraphs(isOnlyText: !headings.contains { EntryReader.paragraph($0.text) != nil })
        for (index, heading) in headings.enumerated() {
            guard let block = heading.block else { continue }
            let next = index + 1 < headings.count ? headings[index + 1].block : nil
            let content = (block + 1)..<(next ?? markdown.blocks.count)
            if let (number, title) = EntryReader.paragraph(heading.text) {
                entries.append(entry(number, title, content, line: heading.line))
            } else if heading.level == 2 {
                let problem = Problem.headingNotAParagraph(heading: heading.text)
                ownDiagnostics.append(Diagnostic(Place(file, line: heading.line), problem))
                if !entries.isEmpty {
                    let text = prose.part(blocks: content, of: markdown)
                    entries[entries.count - 1].add(
                        MinutesEntry.Section(heading: heading.text, kind: nil, text: text))
                }
            }
        }
        for index in entries.indices {
            let end = index + 1 < entries.count ? entries[index + 1].line : Int.max
            let own = entries[index].line..<end
            entries[index].followUps = marked.followUps.filter { own.contains($0.line) }
            entries[index].answers = marked.answers.filter { own.contains($0.line) }
            entries[index].approval = marked.approval(in: own)
        }
        return entries
    }

    /// What stands before the first §, without the record's own title.
    func preamble() -> Prose {
        let first =
            markdown.headings.first { $0.level <= 2 && $0.block != nil && EntryReader.paragraph($0.text) != nil }?.block
        let title = markdown.headings.first { $0.level == 1 && $0.block == 0 }?.block
        let start = title == nil ? 0 : 1
        return prose.part(blocks: start..<max(start, first ?? markdown.blocks.count), of: markdown)
    }

    /// `§ 45 2019:30`, `§45 Ärendet`, `§ 45/26 Ärendet`; but neither `§ 1–3 Formalia`, which are several, nor `§ 2019:30`.
    static func paragraph(_ heading: String) -> (Int, String)? {
        guard heading.utf8.starts(with: "§".utf8) else { return nil }
        let written = heading.utf8.dropFirst(2)[...].withoutSpaces
        let digits = written.prefix(while: \.isDigit)
        guard digits.count <= 6, let number = Int(Substring(digits)) else { return nil }
        var rest = Substring(written.dropFirst(digits.count))
        // "§ 6a" is another paragraph than § 6.
        let letters = rest.prefix { $0.isLetter }
        if letters.count == 1, rest.dropFirst().first.map({ " .:–—-".contains($0) }) ?? true { return nil }
        if rest.first == "/" {
            let year = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard year.count == 2 || year.count == 4 else { return nil }
            rest = rest.dropFirst(1 + year.count)
        }
        if let mark = rest.first, ":.–—-".contains(mark) {
            let next = rest.dropFirst()
            let more = next.prefix { $0.isASCII && $0.isNumber }
            guard more.isEmpty || DiaryNumber.looksLikeOne(String(next.prefix { $0 != " " })) else { return nil }
        }
        return (number, String(rest.drop { " \u{A0}.:–-".contains($0) }))
    }

    /// What looks like a § to a reader and is none: a heading of a lower level, and, where no § is known or a dnr follows,
    /// a line of its own.
    private mutating func tellAlmostParagraphs(isOnlyText: Bool) {
        for heading in markdown.headings where heading.level > 2 && heading.block != nil {
            if EntryReader.paragraph(heading.text) != nil { tellAlmost(heading.text, line: heading.line) }
        }
        for block in markdown.blocks where block.kind == .paragraph {
            let text = markdown.plain[block.plain]
            guard text.count <= 200, text.starts(with: "§".utf8) else { continue }
            let line = [UInt8](text.prefix { $0 != 0x0A }).oneLine
            guard line.last != ".", let (_, title) = EntryReader.paragraph(line), !title.isEmpty else { continue }
            // "§ 5 2026:2", "§ 5 KS 2026/9"
            let words = title.split(separator: " ").prefix(3)
            let hasNumber = (1...3).contains { length in
                guard length <= words.count else { return false }
                let start = words.prefix(length).joined(separator: " ")
                return DiaryNumber.looksLikeOne(start) && (start.contains(":") || start.contains("/"))
            }
            if isOnlyText || hasNumber {
                tellAlmost(line, line: block.lines.lowerBound)
            }
        }
    }

    private mutating func tellAlmost(_ heading: String, line: Int) {
        ownDiagnostics.append(Diagnostic(Place(file, line: line), .headingNotAParagraph(heading: heading)))
    }

    private mutating func entry(_ number: Int, _ title: String, _ content: Range<Int>, line: Int) -> MinutesEntry {
        let subheadings = content.filter { isSubheading($0) }
        var parts = EntryParts()
        parts.text = text(content.lowerBound..<(subheadings.first ?? content.upperBound), of: nil, &parts)
        for (index, block) in subheadings.enumerated() {
            let end = index + 1 < subheadings.count ? subheadings[index + 1] : content.upperBound
            readSection(headedBy: block, (block + 1)..<end, &parts)
        }
        let settled = SettledDecision(stated: parts.stated, sentences: parts.sentences, clock: clock)
        var entry = MinutesEntry(
            number: number, heading: title, text: parts.text, decision: settled.decision,
            ownDecision: settled.ownDecision, doubts: settled.doubts, sections: parts.sections,
            recipients: parts.recipients, line: line)
        entry.vote = parts.vote
        return entry
    }

    /// A heading, or a paragraph that is the name of a part of a § and no more: "**Beslutet skickas till**".
    private func isSubheading(_ block: Int) -> Bool {
        switch markdown.blocks[block].kind {
        case .heading: true
        case .paragraph: markdown.blocks[block].plain.count < 40 && SectionHeading.isName(plain(block))
        default: false
        }
    }

    private mutating func readSection(headedBy block: Int, _ own: Range<Int>, _ parts: inout EntryParts) {
        var heading = plain(block)
        if heading.hasSuffix(":"), markdown.blocks[block].kind == .paragraph { heading.removeLast() }
        let line = markdown.blocks[block].lines.lowerBound
        // "### Beslut: bifall"
        if let words = StatedLine.words(of: heading), !words.isEmpty {
            let statement = StatedLine(words: words, rest: "", before: 0, line: line)
            state(statement, following: own, &parts)
            return
        }
        let kind = SectionHeading.kind(of: heading)
        if kind == .decision, stateSection(own, line: line, &parts) { return }
        if kind == .recipients { parts.recipients += items(in: own) }
        if kind == .vote { parts.vote = parts.vote ?? VoteReading.vote(in: own, of: markdown) }
        let text = text(own, of: kind, &parts)
        if text.isEmpty && !own.isEmpty { return }
        parts.sections.append(MinutesEntry.Section(heading: heading, kind: kind, text: text))
    }

    func plain(_ block: Int) -> String { [UInt8](markdown.plain[markdown.blocks[block].plain]).oneLine }

    private func items(in blocks: Range<Int>) -> [String] {
        blocks.flatMap { block in
            markdown.plain[markdown.blocks[block].plain].split(separator: UInt8(ascii: "\n")).map { $0.text }
        }
    }
}

extension Substring.UTF8View {
    /// From the first byte on that is part of no space, ordinary or no-break.
    fileprivate var withoutSpaces: Substring.UTF8View {
        var rest = self
        while true {
            if rest.first == 0x20 {
                rest = rest.dropFirst()
            } else if rest.starts(with: "\u{A0}".utf8) {
                rest = rest.dropFirst(2)
            } else {
                return rest
            }
        }
    }
}
