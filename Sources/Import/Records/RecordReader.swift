import Content
import Meetings

/// Reads a record's §§: title, dnr, subsections and decision.
struct RecordReader {
    let passages: [Passage]
    let clock: CalendarDate
    /// Passages that are the record's own, and no §'s: when it was approved.
    var closing: Set<Int> = []
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
            left.append(passage)
        }
        let body = HeadingFinder.mark(left, guessing: false)
        let marked = withDecisionHeading(body)
        let decision = decision(in: marked)
        return RecordParagraph(
            number: heading.number, title: title.isEmpty ? "§ \(heading.number)" : title, diaryNumber: dnr,
            decision: decision.map(\.text), line: passages[start].line, amounts: decision.flatMap(\.amounts),
            periods: decision.flatMap(\.periods), markdown: markdown(of: marked),
            sections: body.filter(\.isHeading).map { Found($0.plain.trimmingColon, line: $0.line) })
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
        guard !body.contains(where: { $0.isHeading && SectionName.isDecision($0.plain) }) else { return body }
        var marked: [Passage] = []
        var (isOpen, isFound) = (true, false)
        for (index, passage) in body.enumerated() {
            if passage.isHeading { (isOpen, isFound) = (!SectionName.isKnown(passage.plain), false) }
            let next = index + 1 < body.count ? body[index + 1] : nil
            guard isOpen, !isFound, passage.kind == .text, decides(passage.plain, next: next) else {
                marked.append(passage)
                continue
            }
            marked += headed(passage)
            isFound = true
        }
        return marked
    }

    /// The sentence that decides below a heading, what stands before it above.
    private func headed(_ passage: Passage) -> [Passage] {
        var (heading, before, decision) = (passage, passage, passage)
        (heading.kind, heading.text) = (.heading(level: 3), "Beslut")
        let sentences = passage.text.sentences
        let first = sentences.firstIndex { decides(MarkdownText.plain($0), next: nil) } ?? 0
        before.text = sentences[..<first].joined(separator: " ")
        decision.text = sentences[first...].joined(separator: " ")
        return (first > 0 ? [before] : []) + [heading, decision]
    }

    private func decides(_ plain: String, next: Passage?) -> Bool {
        let words = plain.foldedWords.split(separator: " ")
        // "Mötet fastställde budgeten": who decides, and what it did.
        if words.count > 2, words[0] == "motet" || DecidingBody.isName(String(words[0])),
            ["faststallde", "godkande", "antog", "beviljade", "valde", "utsag", "avslog", "bifoll"].contains(words[1])
        {
            return true
        }
        guard
            let verb = words.prefix(12).firstIndex(where: {
                ["beslutar", "beslutade", "beslot", "beslutas"].contains($0)
            })
        else { return false }
        guard words[...verb].contains(where: { DecidingBody.isName(String($0)) }) || verb <= 1 else { return false }
        let isLead =
            words.last.map { ["beslutar", "beslutade", "beslot", "att", "foljande", "besluta"].contains($0) } ?? false
        return isLead ? next.map { ClauseMarkdown.isAtt($0) || $0.isItem } ?? false : true
    }

    /// The clauses under "Beslut", to the next heading.
    private func decision(in body: [Passage]) -> [DecisionClause] {
        var clauses: [DecisionClause] = []
        for (index, passage) in body.enumerated() where passage.isHeading && SectionName.isDecision(passage.plain) {
            let end = body[(index + 1)...].firstIndex { $0.isHeading } ?? body.endIndex
            let text = ClauseMarkdown.text(body[(index + 1)..<end])
            clauses += ClauseReading(decision: text, clock: clock).clauses
        }
        return clauses
    }

    /// Headings as FORMAT §6 knows them, at the third level.
    private func markdown(of body: [Passage]) -> String {
        var blocks: [String] = []
        var index = 0
        while index < body.count {
            let passage = body[index]
            if passage.isHeading {
                let isDecision = SectionName.isDecision(passage.plain)
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

extension String {
    /// Cut where a full stop stands before a capital.
    fileprivate var sentences: [String] {
        var sentences: [String] = []
        var words: [Substring] = []
        let all = self.words
        for (index, word) in all.enumerated() {
            words.append(word)
            let isShort = word.utf8.count <= 3 && !word.hasSuffix("in.") && !word.hasSuffix("upp.")
            guard word.hasSuffix("."), !isShort, index + 1 < all.count, all[index + 1].first?.isUppercase ?? false
            else { continue }
            sentences.append(words.joined(separator: " "))
            words = []
        }
        if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
        return sentences
    }
}
