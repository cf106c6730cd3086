import Content
import Meetings

/// Reads a record's §§: title, dnr, subsections and decision.
struct RecordReader {
    let passages: [Passage]
    let clock: CalendarDate
    /// Passages that are the record's own, and no §'s: when it was approved.
    var closing: Set<Int> = []
    /// Whose decisions are the record's.
    var decisions = DecisionWords(bodies: [])
}

extension RecordReader {
    /// Where each § begins. A list of §§ in front of the record, one a line, is its table of contents.
    static func starts(in passages: [Passage]) -> (starts: [Int], contents: [Int]) {
        let all = passages.indices.filter { index in
            let passage = passages[index]
            return (passage.kind == .text || passage.isHeading) && RecordHeading(passage.plain) != nil
        }
        var count: [Int: Int] = [:]
        for index in all { RecordHeading(passages[index].plain).map { count[$0.number, default: 0] += 1 } }
        var seen: Set<Int> = []
        var contents: [Int] = []
        for (place, index) in all.enumerated() {
            guard let number = RecordHeading(passages[index].plain)?.number else { continue }
            let isNext = place + 1 < all.count && all[place + 1] <= index + 1
            if count[number, default: 0] > 1, seen.insert(number).inserted, isNext || contents.last == index - 1 {
                contents.append(index)
            }
        }
        // One § alone that comes twice is a fault of its own, no table.
        if contents.count < 2 { contents = [] }
        let left = Set(contents)
        return (all.filter { !left.contains($0) }, contents)
    }

    func paragraphs(_ starts: [Int], end: Int) -> [RecordParagraph] {
        starts.enumerated().compactMap { place, start in
            let next = place + 1 < starts.count ? starts[place + 1] : end
            return RecordHeading(passages[start].plain).map { paragraph($0, start, (start + 1)..<max(start + 1, next)) }
        }
    }

    private func paragraph(_ heading: RecordHeading, _ start: Int, _ content: Range<Int>) -> RecordParagraph {
        var title = heading.title
        var dnr = heading.diaryNumber
        var left: [Passage] = []
        for (offset, index) in content.enumerated() where !closing.contains(index) {
            let passage = passages[index]
            let plain = passage.plain.singleSpaced
            if offset < 3, dnr == nil, let found = loneDiaryNumber(plain) {
                dnr = found
                continue
            }
            let isTitle = title.isEmpty && left.isEmpty && passage.kind == .text || passage.isHeading && left.isEmpty
            let isDecision = SectionName.isDecision(plain.beforeColon) && plain.contains(":")
            // "Ekonomen föredrar rapporten." below a § that has no title is text.
            let isSentence = passage.kind == .text && plain.hasSuffix(".") && plain.words.count > 2
            if title.isEmpty, isTitle, !isSentence, plain.utf8.count <= 200, !SectionName.isKnown(plain), !isDecision {
                let (words, number) = RecordHeading.split(plain)
                (title, dnr) = (words, dnr ?? number)
                continue
            }
            // "Ansökan om medel" above "för Steget 2027": a title of two lines.
            if left.isEmpty, !title.isEmpty, continues(title, passage, plain) {
                title += " " + plain
                continue
            }
            left.append(passage)
        }
        let body = withInlineDecisions(HeadingFinder.mark(left, guessing: false))
        let marked = withDecisionHeading(body)
        let decision = decision(in: marked)
        return RecordParagraph(
            number: heading.number, title: title.isEmpty ? "§ \(heading.number)" : title, diaryNumber: dnr,
            decision: decision.map(\.text), line: passages[start].line, amounts: decision.flatMap(\.amounts),
            periods: decision.flatMap(\.periods), markdown: markdown(of: marked, isMatters: dnr != nil),
            sections: body.filter(\.isHeading).map { Found($0.plain.trimmingColon, line: $0.line) })
    }

    /// "Beslut: Styrelsen hyr lokalen." above another paragraph decides what stands on its own line, and stays a line.
    private func withInlineDecisions(_ body: [Passage]) -> [Passage] {
        var inline: [Passage] = []
        var index = 0
        while index < body.count {
            let heading = body[index]
            let isLabel = heading.isHeading && SectionName.isDecision(heading.plain) && index + 2 < body.count
            if isLabel, body[index + 1].kind == .text, body[index + 1].line == heading.line,
                body[index + 2].kind == .text, !ClauseMarkdown.isAtt(body[index + 1]),
                !ClauseMarkdown.isAtt(body[index + 2]),
                SentenceEnd.isAt(body[index + 1].plain) || heading.plain == "Beslut"
            {
                var line = body[index + 1]
                line.text = "Beslut: \(line.text)"
                inline.append(line)
                index += 2
            } else {
                inline.append(heading)
                index += 1
            }
        }
        return inline
    }

    private static func isInlineDecision(_ passage: Passage) -> Bool {
        passage.kind == .text && passage.text.hasPrefix("Beslut: ")
    }

    private func continues(_ title: String, _ passage: Passage, _ plain: String) -> Bool {
        passage.kind == .text && !passage.blankBefore && plain.utf8.count <= 120 && !SentenceEnd.isAt(plain)
            && !SentenceEnd.isAt(title) && !ClauseMarkdown.isAtt(passage) && !SectionName.isKnown(plain)
            && (plain.startsWithSmallLetter || SentenceEnd.demandsMore(title))
    }

    /// "Dnr 2019:30" or "2019:30" on a line of its own.
    private func loneDiaryNumber(_ plain: String) -> String? {
        let pairs = HeadLabel.pairs(in: plain)
        if pairs.count == 1, pairs[0].label == .diaryNumber { return HeadValue.diaryNumber(in: pairs[0].value) }
        let bare = plain.filter { !"()[]".contains($0) }
        return plain.words.count <= 2 && DiaryNumber.looksLikeOne(bare) ? bare : nil
    }

    /// Where no heading says "Beslut", the line that does gets one: "Förbundsstyrelsen beslutar" above att-satser, or a
    /// sentence in which a body decides. Each part of a § with a heading of its own may decide.
    private func withDecisionHeading(_ body: [Passage]) -> [Passage] {
        let isSaid = body.contains { passage in
            passage.isHeading && SectionName.isDecision(passage.plain) || RecordReader.isInlineDecision(passage)
        }
        guard !isSaid else { return body }
        var marked: [Passage] = []
        var (isOpen, isFound) = (true, false)
        for (index, passage) in body.enumerated() {
            if passage.isHeading { (isOpen, isFound) = (!SectionName.isKnown(passage.plain), false) }
            let next = index + 1 < body.count ? body[index + 1] : nil
            guard isOpen, !isFound, passage.kind == .text,
                let sentence = decisions.deciding(in: passage.plain, next: next)
            else {
                marked.append(passage)
                continue
            }
            let rest = body[(index + 1)...].prefix { !$0.isHeading }
            let isAlone = rest.allSatisfy { $0.kind != .text || decisions.deciding(in: $0.plain, next: nil) != nil }
            let hasClauses = rest.contains { ClauseMarkdown.isAtt($0) || $0.isItem }
            marked += headed(passage, sentence, isInline: !isAlone && !hasClauses)
            isFound = isAlone || hasClauses
        }
        return marked
    }

    /// The sentence that decides below a heading, what stands before it above.
    /// Inline, as `Beslut: …`, where text follows that is no part of it.
    private func headed(_ passage: Passage, _ first: Int, isInline: Bool) -> [Passage] {
        var (heading, before, decision) = (passage, passage, passage)
        (heading.kind, heading.text) = (.heading(level: 3), "Beslut")
        let sentences = passage.text.fullSentences
        let first = min(first, max(0, sentences.count - 1))
        before.text = sentences[..<first].joined(separator: " ")
        decision.text = sentences[first...].joined(separator: " ")
        if isInline { decision.text = "Beslut: " + decision.text }
        return (first > 0 ? [before] : []) + (isInline ? [decision] : [heading, decision])
    }

    /// The clauses under "Beslut", to the next heading.
    private func decision(in body: [Passage]) -> [DecisionClause] {
        var clauses: [DecisionClause] = []
        for (index, passage) in body.enumerated() where passage.isHeading && SectionName.isDecision(passage.plain) {
            let end = body[(index + 1)...].firstIndex { $0.isHeading } ?? body.endIndex
            let text = ClauseMarkdown.text(body[(index + 1)..<end])
            clauses += ClauseReading(decision: text, clock: clock).clauses
        }
        for passage in body where RecordReader.isInlineDecision(passage) {
            clauses += ClauseReading(decision: String(passage.markdown.dropFirst(8)), clock: clock).clauses
        }
        return clauses
    }

    /// The few words that alone stand below a heading of decision, where they are neither an outcome nor a sentence.
    private func terse(_ body: [Passage], below heading: Int) -> Passage? {
        let end = body[(heading + 1)...].firstIndex { $0.isHeading } ?? body.endIndex
        guard end == heading + 2, body[heading + 1].kind == .text, !ClauseMarkdown.isAtt(body[heading + 1]) else {
            return nil
        }
        let plain = body[heading + 1].plain
        let isShort = plain.words.count <= 2 || plain.words.count <= 6 && !plain.hasSuffix(".")
        return isShort && !OutcomeWords.isKnown(plain, clock: clock) ? body[heading + 1] : nil
    }

    /// Headings as FORMAT §6 knows them, at the third level.
    private func markdown(of body: [Passage], isMatters: Bool) -> String {
        var blocks: [String] = []
        var index = 0
        while index < body.count {
            let passage = body[index]
            if passage.isHeading {
                let isDecision = SectionName.isDecision(passage.plain)
                // "Godkänns" alone about an ärende is what was decided, and no outcome that the site knows.
                if isDecision, isMatters, let words = terse(body, below: index) {
                    blocks += ["Beslut: enligt nedan", words.markdown]
                    index += 2
                    continue
                }
                let name = isDecision ? "Beslut" : passage.plain.trimmingColon
                blocks.append("### " + MarkdownText.startEscaped(name))
                if isDecision, passage.plain.foldedWords != "beslut" {
                    blocks.append("*\(passage.plain.trimmingColon)*")
                }
                index += 1
                let end = body[index...].firstIndex { $0.isHeading } ?? body.endIndex
                if isDecision {
                    blocks.append(ClauseMarkdown.text(body[index..<end]))
                    index = end
                }
                continue
            }
            let end = body[index...].firstIndex { $0.isHeading } ?? body.endIndex
            blocks.append(BodyMarkdown.text(body[index..<end]))
            index = end
        }
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
