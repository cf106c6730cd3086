import Content
import Meetings

/// Reads a record's §§: title, dnr, subsections and decision.
struct RecordReader {
    let passages: [Passage]
    let isMarkdown: Bool
    let clock: CalendarDate
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
        for (offset, index) in content.enumerated() {
            let passage = passages[index]
            let plain = passage.plain.singleSpaced
            if offset < 3, dnr == nil, let found = loneDiaryNumber(plain) {
                dnr = found
                continue
            }
            let isTitle = title.isEmpty && left.isEmpty && passage.kind == .text || passage.isHeading && left.isEmpty
            if title.isEmpty, isTitle, plain.utf8.count <= 200, !SectionName.isKnown(plain) {
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
            periods: decision.flatMap(\.periods), markdown: markdown(of: marked))
    }

    /// "Dnr 2019:30" or "2019:30" on a line of its own.
    private func loneDiaryNumber(_ plain: String) -> String? {
        let pairs = HeadLabel.pairs(in: plain)
        if pairs.count == 1, pairs[0].label == .diaryNumber { return HeadValue.diaryNumber(in: pairs[0].value) }
        let bare = plain.filter { !"()[]".contains($0) }
        return plain.words.count <= 2 && DiaryNumber.looksLikeOne(bare) ? bare : nil
    }

    /// Where no heading says "Beslut", the line that does gets one: "Förbundsstyrelsen beslutar" above att-satser, or a
    /// sentence in which a body decides.
    private func withDecisionHeading(_ body: [Passage]) -> [Passage] {
        guard !body.contains(where: { $0.isHeading && SectionName.isDecision($0.plain) }) else { return body }
        var section: String?
        for (index, passage) in body.enumerated() {
            if passage.isHeading { section = passage.plain }
            guard section.map({ !SectionName.isKnown($0) }) ?? true else { continue }
            guard passage.kind == .text, decides(passage.plain, next: index + 1 < body.count ? body[index + 1] : nil)
            else {
                continue
            }
            var heading = passage
            (heading.kind, heading.text) = (.heading(level: 3), "Beslut")
            return Array(body[..<index]) + [heading] + Array(body[index...])
        }
        return body
    }

    private func decides(_ plain: String, next: Passage?) -> Bool {
        let words = plain.foldedWords.split(separator: " ")
        guard
            let verb = words.prefix(7).firstIndex(where: {
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
            let text = ClauseMarkdown.text(body[(index + 1)..<end], isMarkdown: isMarkdown)
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
                    blocks.append(ClauseMarkdown.text(body[index..<end], isMarkdown: isMarkdown))
                    index = end
                }
                continue
            }
            let end = body[index...].firstIndex { $0.isHeading } ?? body.endIndex
            blocks.append(BodyMarkdown.text(body[index..<end], isMarkdown: isMarkdown))
            index = end
        }
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
