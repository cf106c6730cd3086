import CommonMark
import Diagnostics
import Meetings

/// Where a § states what was decided: a line "Beslut:", what stands under "Beslut", a table (FORMAT §6).
extension EntryReader {
    /// The text of a part of a §, without what states the decision; what it says of the decision goes to `parts`.
    mutating func text(
        _ blocks: Range<Int>, of kind: MinutesEntry.Section.Kind?, _ parts: inout EntryParts
    ) -> Prose {
        var text = Prose()
        var start = blocks.lowerBound
        var index = start
        while index < blocks.upperBound {
            if let line = statement(in: index) {
                text.append(prose.part(blocks: start..<index, of: markdown))
                findSentences(in: start..<index, of: kind, &parts)
                text.append(linesBefore(line, in: index))
                let next = ((index + 1)..<blocks.upperBound).first { statement(in: $0) != nil } ?? blocks.upperBound
                text.append(state(line, following: (index + 1)..<next, &parts))
                (start, index) = (next, next)
                continue
            }
            if kind?.isOthersWords != true, case .list = markdown.blocks[index].kind {
                parts.stated += listed(in: index)
            }
            if kind?.isOthersWords != true,
                let found = DecisionTable.decision(in: markdown.blocks[index], of: markdown, &outcomes)
            {
                parts.stated.append(found)
            }
            index += 1
        }
        text.append(prose.part(blocks: start..<blocks.upperBound, of: markdown))
        findSentences(in: start..<blocks.upperBound, of: kind, &parts)
        return text
    }

    private func statement(in block: Int) -> StatedLine? {
        StatedLine(markdown.blocks[block], of: markdown, names: sentence.names) { words in
            var trial = outcomes
            switch trial.read(words, line: 1) {
            case .whole, .clauses: return true
            case .unknown, .unknownPart: return false
            }
        }
    }

    /// "- Beslut: bifall" among other lines of a list.
    private mutating func listed(in block: Int) -> [FoundDecision] {
        let items = markdown.plain[markdown.blocks[block].plain].split(separator: UInt8(ascii: "\n"))
        let first = markdown.blocks[block].lines.lowerBound
        return items.enumerated().compactMap { index, item in
            guard let words = StatedLine.words(of: [UInt8](item).oneLine), !words.isEmpty else { return nil }
            return decision(inWords: words, line: first + index)
        }
    }

    /// What stands above the line in its paragraph.
    private mutating func linesBefore(_ line: StatedLine, in block: Int) -> Prose {
        guard line.before > 0 else { return Prose() }
        let first = markdown.blocks[block].lines.lowerBound
        return reread(Array(lines[first...(first + line.before - 1)].joined(separator: [0x0A])), from: first)
    }

    private mutating func reread(_ source: [UInt8], from line: Int) -> Prose {
        reading.prose(reading.markdown(source[...], firstLine: line), isPart: true)
    }

    /// What a line "Beslut:" and what follows it say; gives back what of it is text.
    @discardableResult
    mutating func state(_ line: StatedLine, following own: Range<Int>, _ parts: inout EntryParts) -> Prose {
        var text = Prose()
        if !line.rest.isEmpty { text.append(reread(Array(line.rest.utf8), from: line.line + 1)) }
        if line.words.isEmpty {
            // "Beslut" alone in its paragraph heads what follows.
            if let (found, around) = decisions(under: own, line: line.line) {
                parts.stated += found
                text.append(around)
            } else {
                parts.stated.append(FoundDecision(line: line.line, unknown: "", words: ""))
                text.append(prose.part(blocks: own, of: markdown))
            }
            return text
        }
        var found = decision(inWords: line.words, line: line.line)
        let takesSentences = found.outcome == .asWritten && found.clauses.isEmpty
        var (clauses, around) = clauses(in: own, sentences: takesSentences)
        // Below "bifall" a list of receivers or papers is text, and no decision.
        if !takesSentences, let first = clauses.first, !first.hasAtt, !first.text.hasSuffix(".") { clauses = [] }
        if found.unknown == nil, found.clauses.isEmpty || clauses.first?.hasAtt == true {
            found.clauses = (found.clauses + clauses).enumerated().map { $1.numbered($0 + 1) }
            text.append(clauses.isEmpty ? prose.part(blocks: own, of: markdown) : around)
        } else {
            text.append(prose.part(blocks: own, of: markdown))
        }
        if clauses.isEmpty { findSentences(in: own, of: nil, &parts) }
        parts.stated.append(found)
        return text
    }

    /// What stands under "### Beslut". False where it states nothing, and is a part like any other.
    mutating func stateSection(_ own: Range<Int>, line: Int, _ parts: inout EntryParts) -> Bool {
        guard !own.contains(where: { statement(in: $0) != nil }),
            let (found, around) = decisions(under: own, line: line)
        else { return false }
        parts.stated += found
        if found.last?.outcome != .asWritten { parts.stated += furtherOutcomes(in: own.dropFirst()) }
        parts.text.append(around)
        return true
    }

    /// "bifall" and, in a paragraph below it, "avslag".
    private mutating func furtherOutcomes(in blocks: Range<Int>) -> [FoundDecision] {
        blocks.compactMap { block in
            guard markdown.blocks[block].kind == .paragraph else { return nil }
            let (words, line) = (plain(block), markdown.blocks[block].lines.lowerBound)
            switch outcomes.read(words, line: line) {
            case .whole(let outcome): return FoundDecision(outcome: outcome, line: line, words: words)
            case .clauses(let clauses): return FoundDecision(clauseOutcomes: clauses, line: line, words: words)
            case .unknown, .unknownPart: return nil
            }
        }
    }

    /// Outcome words, clauses or sentences that stand where the decision should.
    private mutating func decisions(under own: Range<Int>, line: Int) -> (found: [FoundDecision], around: Prose)? {
        guard let first = own.first, !own.contains(where: { markdown.blocks[$0].kind == .table && own.count == 1 })
        else { return nil }
        let isAlone = own.count == 1 && markdown.blocks[first].kind == .paragraph
        let hasClauses = own.contains { block in
            ProposalUnit.units(of: markdown.blocks[block], lines: lines).contains { $0.isAtt || $0.shape == .listItem }
        }
        let words = plain(first)
        let ownLine = markdown.blocks[first].lines.lowerBound
        if !hasClauses, markdown.blocks[first].kind == .paragraph {
            var found = decision(inWords: words, line: ownLine)
            found.line = line
            if isAlone, found.unknown != nil { return ([found], Prose()) }
            if found.unknown == nil, found.outcome != .asWritten {
                let says = SentenceWords.all(in: words)
                let isBare = says.count == 1 && (says.first?.words.count ?? 0) <= 4
                return ([found], prose.part(blocks: isBare ? (first + 1)..<own.upperBound : own, of: markdown))
            }
            let sentences = SentenceWords.all(in: words)
            if isAlone, found.unknown == nil, sentences.count == 1, found.clauses.first?.hasAtt == true {
                return ([found], Prose())
            }
        }
        let (clauses, around) = clauses(in: own, sentences: true)
        guard !clauses.isEmpty else { return nil }
        if let words = outcomeWords(of: clauses, in: own) { return (words, around) }
        let quoted = String(clauses[0].text.prefix(60))
        return ([FoundDecision(outcome: .asWritten, clauses: clauses, line: line, words: quoted)], around)
    }

    /// A list of nothing but outcome words: "- bifall", and numbered one a clause: "1. bifall", "2. avslag".
    mutating func outcomeWords(of clauses: [DecisionClause], in blocks: Range<Int>) -> [FoundDecision]? {
        var words: [FoundDecision] = []
        for clause in clauses {
            guard !clause.hasAtt, case .whole(let outcome) = outcomes.read(clause.text, line: clause.line),
                outcome != .asWritten
            else { return nil }
            words.append(FoundDecision(outcome: outcome, line: clause.line, words: clause.text))
        }
        let isNumbered = blocks.contains { markdown.blocks[$0].kind == .list(ordered: true) }
        guard isNumbered, words.count > 1, let first = words.first else { return words.isEmpty ? nil : words }
        let numbered = words.enumerated().compactMap { number, word in word.outcome.map { (number + 1, $0) } }
        let quoted = numbered.map { "\($0) \($1.written)" }.joined(separator: ", ")
        return [
            FoundDecision(
                clauseOutcomes: Dictionary(numbered) { first, _ in first }, line: first.line, words: quoted)
        ]
    }

    mutating func clauses(in blocks: Range<Int>, sentences: Bool) -> (clauses: [DecisionClause], around: Prose) {
        guard !blocks.isEmpty else { return ([], Prose()) }
        return DecisionClause.all(
            in: blocks, of: markdown, lines: lines, clock: clock, sentences: sentences, &reading)
    }

    /// An outcome, "att …", or a whole sentence; a lone word or phrase that is none of them is unknown.
    private mutating func decision(inWords words: String, line: Int) -> FoundDecision {
        let unread: String
        switch outcomes.read(words, line: line) {
        case .whole(let outcome): return FoundDecision(outcome: outcome, line: line, words: words)
        case .clauses(let clauses): return FoundDecision(clauseOutcomes: clauses, line: line, words: words)
        case .unknownPart(let word): return FoundDecision(line: line, unknown: word, words: words)
        case .unknown(let word): unread = word
        }
        let sentences = SentenceWords.all(in: words)
        if let first = sentences.first, let found = sentence.stated(first, line: line) { return found }
        if AttMark.length(in: Array(words.utf8)[...]) != nil || EntryReader.isSentence(words) {
            let hasAtt = AttMark.length(in: Array(words.utf8)[...])
            let bare = hasAtt.map { String(decoding: Array(words.utf8).dropFirst($0), as: UTF8.self) } ?? words
            let clause = DecisionClause(words: bare, hasAtt: hasAtt != nil, clock: clock, line: line)
            return FoundDecision(outcome: .asWritten, clauses: [clause], line: line, words: words)
        }
        return FoundDecision(line: line, unknown: unread, words: words)
    }

    /// Three words that begin with a capital or a number, or fewer that end with a full stop.
    private static func isSentence(_ words: String) -> Bool {
        let count = words.split(separator: " ").count
        guard let first = words.first(where: { !"\"”(*_".contains($0) }), first.isUppercase || first.isNumber else {
            return false
        }
        return count >= 3 || count == 2 && words.last == "."
    }
}
