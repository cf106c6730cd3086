import CommonMark
import Diagnostics
import Meetings

/// Takes a record's text apart into its §§.
struct EntryReader {
    let markdown: Markdown
    let lines: SourceLines
    let file: String
    let clock: CalendarDate
    let marked: MarkedLines
    var reading: ProseReading
    var diagnostics: [Diagnostic] = []
    private var prose = Prose()

    init(
        markdown: Markdown, lines: SourceLines, file: String, clock: CalendarDate, marked: MarkedLines,
        reading: ProseReading
    ) {
        (self.markdown, self.lines, self.file, self.clock) = (markdown, lines, file, clock)
        (self.marked, self.reading) = (marked, reading)
    }
}

extension EntryReader {
    mutating func entries() -> [MinutesEntry] {
        prose = reading.prose(markdown)
        var entries: [MinutesEntry] = []
        let headings = markdown.headings.filter { $0.level <= 2 && $0.block != nil }
        for (index, heading) in headings.enumerated() {
            guard let block = heading.block else { continue }
            let next = index + 1 < headings.count ? headings[index + 1].block : nil
            let content = (block + 1)..<(next ?? markdown.blocks.count)
            if let (number, title) = EntryReader.paragraph(heading.text) {
                entries.append(entry(number, title, content, line: heading.line))
            } else if heading.level == 2 {
                let problem = Problem.headingNotAParagraph(heading: heading.text)
                diagnostics.append(Diagnostic(Place(file, line: heading.line), problem))
                entries.last.map { entries[entries.count - 1] = $0.adding(section(heading.text, content)) }
            }
        }
        for index in entries.indices {
            let end = index + 1 < entries.count ? entries[index + 1].line : Int.max
            let own = entries[index].line..<end
            entries[index].followUps = marked.followUps.filter { own.contains($0.line) }
            entries[index].answers = marked.answers.filter { own.contains($0.line) }
        }
        return entries
    }

    /// What stands before the first §, without the record's own title.
    func preamble() -> Prose {
        let first = markdown.headings.first { $0.block != nil && EntryReader.paragraph($0.text) != nil }?.block
        let title = markdown.headings.first { $0.level == 1 && $0.block == 0 }?.block
        let start = title == nil ? 0 : 1
        return prose.part(blocks: start..<max(start, first ?? markdown.blocks.count), of: markdown)
    }

    private func section(_ heading: String, _ blocks: Range<Int>) -> MinutesEntry.Section {
        MinutesEntry.Section(heading: heading, kind: nil, text: prose.part(blocks: blocks, of: markdown))
    }

    /// `§ 45 2019:30`, `§45 Ärendet`
    private static func paragraph(_ heading: String) -> (Int, String)? {
        guard heading.utf8.starts(with: "§".utf8) else { return nil }
        let rest = heading.utf8.dropFirst(2)[...].withoutSpaces
        let digits = rest.prefix(while: \.isDigit)
        guard digits.count <= 6, let number = Int(Substring(digits)) else { return nil }
        let title = Substring(rest.dropFirst(digits.count)).drop { " \u{A0}.:–-".contains($0) }
        return (number, String(title))
    }

    private mutating func entry(_ number: Int, _ title: String, _ content: Range<Int>, line: Int) -> MinutesEntry {
        let subheadings = content.filter { if case .heading = markdown.blocks[$0].kind { true } else { false } }
        let end = subheadings.first ?? content.upperBound
        let head = content.lowerBound..<end
        let stated = head.first { statement(in: markdown.blocks[$0]) != nil }
        var decision: Decision?
        var text = prose.part(blocks: head.lowerBound..<(stated ?? end), of: markdown)
        if let stated, let (words, rest) = statement(in: markdown.blocks[stated]) {
            let line = markdown.blocks[stated].lines.lowerBound
            let outcomes = self.outcomes(words, line: line)
            let own = (stated + 1)..<end
            let (clauses, around) = clauses(in: own, sentences: outcomes.whole == .asWritten)
            decision = Decision(
                outcome: outcomes.whole, clauseOutcomes: outcomes.clauses, clauses: clauses, line: line)
            if !rest.isEmpty { text.append(reading.prose(Markdown(rest, firstLine: line + 1), isPart: true)) }
            text.append(clauses.isEmpty ? prose.part(blocks: own, of: markdown) : around)
        }
        var sections: [MinutesEntry.Section] = []
        var recipients: [String] = []
        var vote: Vote?
        for (index, block) in subheadings.enumerated() {
            let own = (block + 1)..<(index + 1 < subheadings.count ? subheadings[index + 1] : content.upperBound)
            let heading = [UInt8](markdown.plain[markdown.blocks[block].plain]).oneLine
            let kind = EntryReader.kind(of: heading)
            if kind == .decision {
                let (written, around) = clauses(in: own, sentences: true)
                decision = Decision(
                    outcome: decision.map(\.outcome) ?? .asWritten, clauseOutcomes: decision?.clauseOutcomes ?? [:],
                    clauses: (decision?.clauses ?? []) + written,
                    line: decision?.line ?? markdown.blocks[block].lines.lowerBound)
                if !written.isEmpty {
                    text.append(around)
                    continue
                }
            }
            if kind == .recipients { recipients += items(in: own) }
            if kind == .vote { vote = vote ?? VoteReading.vote(in: own, of: markdown) }
            sections.append(
                MinutesEntry.Section(heading: heading, kind: kind, text: prose.part(blocks: own, of: markdown)))
        }
        var entry = MinutesEntry(
            number: number, heading: title, text: text, decision: decision, sections: sections, recipients: recipients,
            line: line)
        entry.vote = vote
        return entry
    }

    private mutating func clauses(in blocks: Range<Int>, sentences: Bool) -> (clauses: [DecisionClause], around: Prose)
    {
        guard !blocks.isEmpty else { return ([], Prose()) }
        return DecisionClause.all(
            in: blocks, of: markdown, lines: lines, clock: clock, sentences: sentences, &reading)
    }

    /// What follows "Beslut:" in a paragraph that begins so, and the lines below it that are no part of it.
    private func statement(in block: Block) -> (words: String, rest: String)? {
        guard block.kind == .paragraph else { return nil }
        let bytes = markdown.plain[block.plain]
        guard bytes.prefix(6).elementsEqual("beslut".utf8, by: { $0.asciiLowercased == $1 }) else {
            return nil
        }
        let mark = bytes.dropFirst(6).drop { $0 == 0x20 }
        guard mark.first == UInt8(ascii: ":") else { return nil }
        let whole = [UInt8](mark.dropFirst())
        let first = Array(whole.prefix { $0 != UInt8(ascii: "\n") }).oneLine
        guard EntryReader.knownOutcome(first) != nil else { return (whole.oneLine, "") }
        return (first, Array(whole.drop { $0 != UInt8(ascii: "\n") }).oneLine)
    }

    private func items(in blocks: Range<Int>) -> [String] {
        blocks.flatMap { block in
            markdown.plain[markdown.blocks[block].plain].split(separator: UInt8(ascii: "\n")).map { $0.text }
        }
    }

    /// "Reservationer", "Beslutet ska skickas till" and "Expedieras till" are what papers also say (RULES.md).
    private static func kind(of heading: String) -> MinutesEntry.Section.Kind? {
        let folded = FieldKey.fold(heading)
        return kinds[folded] ?? otherKinds.first { folded.hasPrefix($0.0) }?.1
    }

    private static let kinds = Dictionary(
        MinutesEntry.Section.Kind.allCases.map { (FieldKey.fold($0.rawValue), $0) }
    ) { first, _ in first }

    private static let otherKinds: [(String, MinutesEntry.Section.Kind)] = [
        ("reservation", .dissent), ("protokollsanteckning", .noteForRecord), ("omrostning", .vote),
        ("sarskil", .statement), ("yrkande", .motions), ("deltar-inte", .abstention),
        ("expedieras", .recipients),
        ("beslutet-ska-skickas", .recipients), ("beslutsgang", .votingProcedure),
        ("forslag-under", .motions),
    ]

    private static func knownOutcome(_ word: String) -> Outcome? { outcomes[FieldKey.fold(word)] }

    private static let outcomes = Dictionary(
        Outcome.words.map { (FieldKey.fold($0.word), $0.outcome) }
    ) { first, _ in first }
}

extension EntryReader {
    /// `bifall`, or one a clause: `1 bifall, 2 avslag`.
    private mutating func outcomes(_ words: String, line: Int) -> (whole: Outcome?, clauses: [Int: Outcome]) {
        guard words.first?.isNumber == true else { return (outcome(words, line: line), [:]) }
        var clauses: [Int: Outcome] = [:]
        for part in words.split(separator: ",") {
            let trimmed = part.drop { $0 == " " }
            let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits), let outcome = outcome(String(trimmed.dropFirst(digits.count)), line: line)
            else {
                if Int(digits) == nil { _ = outcome(String(trimmed), line: line) }
                continue
            }
            if clauses.updateValue(outcome, forKey: number) != nil { report(.clauseDecidedTwice(number: number), line) }
        }
        return (nil, clauses)
    }

    private mutating func outcome(_ written: String, line: Int) -> Outcome? {
        var text = written
        while let last = text.last, last == "." || last == " " { text.removeLast() }
        text = String(text.drop { $0 == " " || $0 == "." || $0 == ")" })
        if let known = EntryReader.knownOutcome(text) { return known }
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        if words.count == 3, FieldKey.fold(words[1]) == "till" {
            switch FieldKey.fold(words[0]) {
            case "aterremiss": return remitted(to: words[2])
            case "bordlaggning":
                switch DateReading(words[2], clock: clock) {
                case .date(let date): return .tabled(until: date)
                case .impossible: report(.impossibleDate(text: words[2]), line)
                case .unreadable: report(.unreadableDate(text: words[2]), line)
                }
                return .tabled(until: nil)
            default: break
            }
        }
        report(.unknownOutcome(word: text, nearest: Spelling.nearest(to: text, among: Outcome.words.map(\.word))), line)
        return nil
    }

    /// "AU 2026-10-15", "arbetsutskottet", "2026-10-15"
    private func remitted(to text: String) -> Outcome {
        let words = text.split(separator: " ").map(String.init)
        for length in [3, 2, 1] where length <= words.count {
            guard case .date(let date) = DateReading(words.suffix(length).joined(separator: " "), clock: clock) else {
                continue
            }
            var office = words.dropLast(length)
            if let last = office.last, ["den", "till"].contains(last.lowercased()) { office.removeLast() }
            return .remitted(to: office.isEmpty ? nil : office.joined(separator: " "), until: date)
        }
        return .remitted(to: text)
    }

    private mutating func report(_ problem: Problem, _ line: Int) {
        diagnostics.append(Diagnostic(Place(file, line: line), problem))
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
