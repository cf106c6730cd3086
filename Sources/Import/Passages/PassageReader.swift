import Content
import Meetings

/// Joins a document's lines into passages: what a word processor or a PDF broke at the margin, and what a page's foot
/// cut in two, is one sentence again.
struct PassageReader {
    private let isMarkdown: Bool
    private let wrap: LineWrap
    private var passages: [Passage] = []
    private var isInFence = false
    /// The last § seen, so that "§ 45" in the middle of a sentence is not taken for the next.
    private var lastParagraph = 0

    private init(isMarkdown: Bool, wrap: LineWrap) { (self.isMarkdown, self.wrap) = (isMarkdown, wrap) }
}

extension PassageReader {
    static func read(_ lines: [KeptLine], isMarkdown: Bool) -> [Passage] {
        let lines = isMarkdown ? lines : ColumnedPoints.opened(lines)
        var reader = PassageReader(isMarkdown: isMarkdown, wrap: LineWrap(lines))
        for line in lines { reader.read(line) }
        return reader.passages
    }

    private mutating func read(_ line: KeptLine) {
        let text = isMarkdown ? LineBreakTag.spaced(line.text.trimmed) : line.text.trimmed
        if isMarkdown, text.hasPrefix("```") || isInFence {
            if text.hasPrefix("```") { isInFence.toggle() }
            append(line, .verbatim, line.text, joining: passages.last?.kind == .verbatim && !line.blankBefore)
            return
        }
        if text.hasPrefix("|"), text.hasSuffix("|"), text.utf8.count > 1 {
            append(line, .table, text, joining: passages.last?.kind == .table && !line.blankBefore)
            return
        }
        if let (level, words) = PassageReader.heading(text) {
            append(line, .heading(level: level), words)
            return
        }
        if isMarkdown, let level = underlined(text, line) {
            if level > 0 { passages[passages.count - 1].kind = .heading(level: level) }
            return
        }
        if let bullet = Bullet(line.text), !isWrappedNumber(bullet, line) {
            let depth = LineWrap.length(line.text) - LineWrap.length(line.text.trimmed) >= 4 && isUnderItem ? 1 : 0
            append(line, .item(number: bullet.number, depth: depth), bullet.text)
            return
        }
        if joins(line, text) {
            join(text)
            passages[passages.count - 1].end = line.number
        } else {
            append(line, .text, text)
        }
        if let last = passages.last?.text, last.hasSuffix("\\"), isMarkdown {
            passages[passages.count - 1].text = String(last.dropLast()).trimmed
        }
    }

    private var isUnderItem: Bool { passages.last?.isItem ?? false }

    private mutating func append(_ line: KeptLine, _ kind: Passage.Kind, _ text: String, joining: Bool = false) {
        if joining, !passages.isEmpty {
            passages[passages.count - 1].text += "\n" + text
            passages[passages.count - 1].end = line.number
            return
        }
        if let number = RecordHeading.number(text) { lastParagraph = number }
        let isCell = kind == .text && text.cells.count > 1
        passages.append(
            Passage(
                kind: kind, text: isCell ? text : text.singleSpaced, line: line.number, blankBefore: line.blankBefore,
                noiseBefore: line.noiseBefore, lastLine: line.text, end: line.number, isMarkdown: isMarkdown))
    }

    /// The level and words of `## Bedömning`.
    private static func heading(_ text: String) -> (Int, String)? {
        let level = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(level), text.utf8.dropFirst(level).first == 0x20 else { return nil }
        var words = text.dropFirst(level).trimmed
        while words.last == "#" { words = words.dropLast().trimmed }
        return words.isEmpty ? nil : (level, String(words))
    }

    /// A line of `===` or `---` under a heading's words; 0 for a rule between two parts, nil for any other line.
    private func underlined(_ text: String, _ line: KeptLine) -> Int? {
        let isEqual = text.utf8.allSatisfy { $0 == UInt8(ascii: "=") }
        let isDash = text.utf8.allSatisfy { $0 == UInt8(ascii: "-") }
        guard isEqual || isDash, text.utf8.count >= 3 || isEqual else { return nil }
        let hasWords = !line.blankBefore && passages.last?.kind == .text
        return hasWords ? (isEqual ? 1 : 2) : 0
    }

    /// "… för år\n2023. Det" in a wrapped text is no item.
    private func isWrappedNumber(_ bullet: Bullet, _ line: KeptLine) -> Bool {
        guard let number = bullet.number, !line.blankBefore, let last = passages.last, last.kind == .text else {
            return false
        }
        return !SentenceEnd.isAt(last.text) && wrap.column != nil && !number.hasPrefix("1")
            && !wrap.isDeliberate(after: last.lastLine, before: line.text)
    }
}

extension PassageReader {
    /// Whether a line goes on with the last passage.
    private func joins(_ line: KeptLine, _ text: String) -> Bool {
        guard let last = passages.last, last.kind == .text || last.isItem else { return false }
        guard !(isMarkdown && last.lastLine.hasSuffix("\\")) else { return false }
        let isCut = line.noiseBefore
        guard isCut || !line.blankBefore else { return false }
        guard last.text.utf8.count < 40_000 else { return false }
        guard !standsAlone(line, text), !isComplete(last) else { return false }
        if AttMark.length(in: Array(text.utf8)[...]) != nil { return goesOnWithAtt(last) }
        if PassageReader.isBrokenNumber(last.lastLine, text) { return true }
        if text.startsWithDigit, SentenceEnd.demandsNumber(last.lastLine), last.plain.words.count > 1 { return true }
        if PassageReader.isDividedWord(last.lastLine, text) { return true }
        if last.plain.foldedWords == "att" { return true }
        let isOpen = !SentenceEnd.isAt(last.lastLine)
        let goesOn = text.startsWithSmallLetter || text.hasPrefix(PersonalDataMask.mask)
        if isOpen && goesOn && (last.lastLine.utf8.count > 40 || wrap.column != nil || last.isItem) {
            return true
        }
        if isCut {
            return isOpen && last.kind == .text && LineWrap.length(last.lastLine) >= min(60, wrap.column ?? 60)
                && !(text.utf8.count < 80 && SentenceEnd.isAt(text) == false && line.blankBefore
                    && SectionName.isKnown(text))
        }
        guard wrap.column != nil, !wrap.isDeliberate(after: last.lastLine, before: text) else { return false }
        return true
    }

    /// A line that begins something of its own whatever stands before it.
    private func standsAlone(_ line: KeptLine, _ text: String) -> Bool {
        if SectionName.isKnown(text) || !HeadLabel.pairs(in: text).isEmpty || DecisionWords.isLead(text) { return true }
        if text.cells.count > 1 { return true }
        if let number = RecordHeading.number(text) {
            return line.blankBefore
                || (number == lastParagraph + 1 || lastParagraph == 0) && !text.startsWithSmallLetter
                    && SentenceEnd.isAt(passages.last?.text ?? "")
        }
        return ApplicationLabel.isOne(text) && wrap.column == nil
    }

    /// A passage that nothing goes on with: a known heading, a field of a head.
    private func isComplete(_ last: Passage) -> Bool {
        if last.lastLine.cells.count > 1 { return true }
        guard last.text.utf8.count <= 240 else { return false }
        return SectionName.isKnown(last.text) || !HeadLabel.pairs(in: last.text).isEmpty
            || RecordHeading.number(last.text) != nil && last.text.utf8.count < 60
    }

    /// "… under förutsättning\natt förbundet beviljas medel": the sentence's own att, no new clause.
    private func goesOnWithAtt(_ last: Passage) -> Bool {
        !SentenceEnd.isAt(last.lastLine) && last.text.utf8.count > 30 && SentenceEnd.demandsMore(last.lastLine)
    }

    /// "2027-" above "03-31": a number that the margin broke at its dash.
    private static func isBrokenNumber(_ before: String, _ after: String) -> Bool {
        guard after.startsWithDigit, let last = before.utf8.last, last == UInt8(ascii: "-") else { return false }
        return before.utf8.dropLast().last?.isDigit ?? false
    }

    /// "lo-" above "kal", "kost-" above "och logi".
    private static func isDividedWord(_ before: String, _ after: String) -> Bool {
        before.hasSuffix("-") && before.dropLast().last?.isLetter ?? false && after.startsWithSmallLetter
            && !(after.hasSuffix("-") && after.words.count == 1)
    }

    private mutating func join(_ text: String) {
        var joined = passages[passages.count - 1].text
        let next = text.singleSpaced
        if PassageReader.isBrokenNumber(joined, next) {
            joined += next
        } else if joined.hasSuffix("-"), next.startsWithSmallLetter, isDivided(joined, next) {
            joined.removeLast()
            joined += next
        } else if joined.hasSuffix("-") && !joined.hasSuffix(" -") && next.first?.isLetter ?? false
            && !["och", "eller", "samt", "respektive"].contains(next.words.first.map(String.init) ?? "")
        {
            joined += next
        } else {
            joined += " " + next
        }
        passages[passages.count - 1].text = joined
        passages[passages.count - 1].lastLine = text
    }

    /// A word divided at the margin; "arbets- och miljö" and "SIP-samordnare" keep their hyphen.
    private func isDivided(_ before: String, _ after: String) -> Bool {
        guard let word = before.words.last?.dropLast(), word.count > 1, let last = word.last, last.isLowercase else {
            return false
        }
        let next = after.prefix { $0.isLetter }
        return !["och", "eller", "samt", "respektive"].contains(next)
    }
}
