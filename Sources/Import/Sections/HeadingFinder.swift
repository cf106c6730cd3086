import Content

/// Marks which passages are headings: Markdown's, the known ones, bold lines, and short lines that stand alone above
/// text.
struct HeadingFinder {
    private var passages: [Passage]
    private var isKnown = false
    private var isForm = false

    private init(_ passages: [Passage]) { self.passages = passages }
}

extension HeadingFinder {
    /// `guessing`: whether short lines that are no known heading count too.
    /// `inForm`: a question may stand right above its answer.
    static func mark(_ passages: [Passage], guessing: Bool = true, inForm: Bool = false) -> [Passage] {
        var finder = HeadingFinder(inForm ? passages : split(passages))
        finder.isForm = inForm
        finder.mark(guessing: guessing)
        return finder.passages
    }

    /// "Förslag till beslut: Nämnden beviljar …" and "Beslut: …" are a heading and what stands under it.
    private static func split(_ passages: [Passage]) -> [Passage] {
        passages.flatMap { passage -> [Passage] in
            guard passage.kind == .text, let colon = passage.text.utf8.prefix(70).firstIndex(of: UInt8(ascii: ":"))
            else { return [passage] }
            let name = String(passage.text[..<colon])
            let rest = String(passage.text[passage.text.index(after: colon)...]).trimmed
            let inside = rest.hasPrefix("**") && name.hasPrefix("**") ? String(rest.dropFirst(2)).trimmed : rest
            guard name.utf8.count <= 60, !inside.isEmpty, SectionName.isProposal(name) || SectionName.isDecision(name)
            else { return [passage] }
            var (heading, text) = (passage, passage)
            (heading.text, heading.kind) = (name, .heading(level: 2))
            (text.text, text.blankBefore) = (inside, true)
            return [heading, text]
        }
    }

    private mutating func mark(guessing: Bool) {
        var section: String?
        var clauses = 0
        let series = HeadingSeries.starts(in: passages)
        let hasMarkdown = passages.contains { ($0.headingLevel ?? 0) >= 2 }
        for index in passages.indices {
            let passage = passages[index]
            let plain = passage.plain.trimmed
            if case .heading = passage.kind {
                section = plain
                isKnown = isKnown || SectionName.isKnown(plain)
                clauses = 0
                passages[index].text = SectionName.bareTitle(passage.text)
                continue
            }
            if isClause(passage) { clauses += 1 }
            guard passage.kind == .text, passage.text.cells.count == 1 else { continue }
            let inProposal = section.map(SectionName.isProposal) ?? false
            let inList = section.map { SectionName.isRecipients($0) || SectionName.isSupport($0) } ?? false
            let level: Int
            if SectionName.isKnown(plain) || isNumberedKnown(plain) {
                level = 2
                isKnown = true
            } else if isBold(passage.text), !isClause(passage), !isBoldDecision(plain, section) {
                level = isKnown ? 3 : 2
            } else if series.contains(index), !isClause(passage) {
                level = 2
            } else if guessing, !hasMarkdown, !inList, isShortHeading(index, plain),
                !inProposal || (clauses > 0 && DecidingBody.subject(of: plain) == nil)
            {
                level = isKnown ? 3 : 2
            } else {
                continue
            }
            passages[index].kind = .heading(level: level)
            passages[index].text = SectionName.bareTitle(passage.text).trimmingColon
            section = plain
            clauses = 0
        }
    }

    private func isNumberedKnown(_ plain: String) -> Bool {
        plain.startsWithDigit && plain.utf8.count < 60 && SectionName.isKnown(SectionName.bare(plain))
    }

    private func isClause(_ passage: Passage) -> Bool {
        AttMark.length(in: Array(passage.text.utf8)[...]) != nil || passage.isItem
            || SentenceEnd.isSentence(passage.text)
    }

    private func isBold(_ text: String) -> Bool {
        text.hasPrefix("**") && text.hasSuffix("**") && text.utf8.count > 5 && text.utf8.count <= 130
            && !text.dropFirst(2).dropLast(2).contains("**")
    }

    /// "**Godkänns.**" below "Beslut" is what was decided.
    private func isBoldDecision(_ plain: String, _ section: String?) -> Bool {
        plain.hasSuffix(".") && section.map(SectionName.isDecision) ?? false
    }

    private func isShortHeading(_ index: Int, _ plain: String) -> Bool {
        let passage = passages[index]
        let isQuestion = plain.hasSuffix("?")
        guard passage.blankBefore || passage.noiseBefore, index + 1 < passages.count else { return false }
        guard plain.utf8.count <= (isQuestion ? 170 : 125), plain.words.count <= 16 else { return false }
        guard isQuestion || (!SentenceEnd.isAt(plain) && !SentenceEnd.isSentence(plain)) else { return false }
        guard isForm || passages[index + 1].blankBefore || passages[index + 1].noiseBefore || passages[index + 1].isItem
        else {
            return false
        }
        let words = plain.startsWithDigit ? SectionName.bare(plain) : plain
        guard words.startsWithCapital, !plain.hasSuffix(","), !PersonName.isOne(plain) else { return false }
        guard HeadLabel.pairs(in: plain).isEmpty, DecidingBody.named(by: plain) == nil else { return false }
        guard !Self.choices.contains(plain.foldedWords) else { return false }
        return hasTextBelow(index)
    }

    private static let choices: Set<String> = [
        "ja nej", "nej ja", "ja", "nej", "x ja nej", "ja x nej", "inga", "inget",
    ]

    /// Running text, a list or a table within the next passages, before another known heading.
    private func hasTextBelow(_ index: Int) -> Bool {
        for passage in passages[(index + 1)...].prefix(3) {
            let plain = passage.plain
            if passage.isItem || passage.kind == .table { return true }
            if passage.isHeading || SectionName.isKnown(plain) { return false }
            if plain.utf8.count > 60 && (SentenceEnd.isAt(plain) || plain.utf8.count > 90) { return true }
            if SentenceEnd.isAt(plain) || SentenceEnd.isSentence(plain) { return true }
        }
        return false
    }
}

extension String {
    /// Without a colon at the end.
    var trimmingColon: String { hasSuffix(":") ? String(dropLast()).trimmed : self }
}
