import CommonMark
import Meetings

/// Where the sentences of a § say what was decided.
extension EntryReader {
    mutating func findSentences(
        in blocks: Range<Int>, of kind: MinutesEntry.Section.Kind?, _ parts: inout EntryParts
    ) {
        guard kind?.isOthersWords != true else { return }
        var index = blocks.lowerBound
        while index < blocks.upperBound {
            var findings: [SentenceFinding] = []
            var next = index + 1
            switch markdown.blocks[index].kind {
            case .paragraph: (findings, next) = paragraph(index, before: blocks.upperBound)
            case .list: findings = list(index)
            default: break
            }
            for var finding in findings {
                if kind?.isProcedure == true { finding.weight = .procedure }
                parts.sentences.append(finding)
            }
            index = next
        }
    }

    /// What a paragraph says was decided, with the clauses below it where it only leads up to them.
    private mutating func paragraph(_ block: Int, before end: Int) -> (findings: [SentenceFinding], next: Int) {
        let text = plain(block)
        let line = markdown.blocks[block].lines.lowerBound
        if let lone = DecisionSentence.lone(text, file: file, clock: clock, line: line) { return ([lone], block + 1) }
        let written = markdown.plain[markdown.blocks[block].plain].split(separator: UInt8(ascii: "\n"))
        let att = written.dropFirst().firstIndex { AttMark.length(in: $0) != nil }
        let lead = att.map { written[..<$0].map { [UInt8]($0).oneLine }.joined(separator: " ") } ?? text
        let sentences = SentenceWords.all(in: lead)
        var findings: [SentenceFinding] = []
        for (place, words) in sentences.enumerated() {
            guard var finding = sentence.finding(in: words, line: line) else { continue }
            let isLast = place == sentences.count - 1
            // "… enligt förslaget med följande tillägg:"
            let goesOn = isLast && !finding.isLead && att == nil && text.hasSuffix(":")
            guard finding.isLead || goesOn || att != nil && isLast else {
                findings.append(finding)
                continue
            }
            guard isLast else { continue }
            let start = att == nil ? block + 1 : block
            let stop = clausesEnd(from: block + 1, before: end, isLead: finding.isLead && att == nil)
            let (clauses, _) = start < stop ? self.clauses(in: start..<stop, sentences: true) : ([], Prose())
            if clauses.isEmpty {
                // "Styrelsen beslutar" and nothing more says nothing, and neither does "… enligt nedan".
                let isOnlyLead = words.words.count <= 3 || ["nedan", "foljande"].contains(words.words.last?.key)
                if !isOnlyLead { findings.append(finding) }
                return (findings, block + 1)
            }
            if finding.isLead, let words = outcomeWords(of: clauses, in: start..<stop) {
                findings += words.map { word in
                    SentenceFinding(
                        found: word, weight: finding.weight, isLeading: finding.isLeading, isLead: false)
                }
                return (findings, stop)
            }
            finding.found.outcome = .asWritten
            // "beslutar att bevilja 5 000 kr," and the next clauses on the lines below
            let begins = !finding.isLead && finding.found.clauses.last?.hasAtt == true
            let own = goesOn || begins ? finding.found.clauses : []
            finding.found.clauses = (own + clauses).enumerated().map { $1.numbered($0 + 1) }
            return (findings + [finding], stop)
        }
        return (findings, block + 1)
    }

    /// Where the clauses end that begin at a block: lists, and paragraphs that begin with att; after a lead line of no
    /// att also sentences of who decides, or one paragraph.
    private func clausesEnd(from start: Int, before end: Int, isLead: Bool) -> Int {
        var stop = start
        while stop < end {
            let block = markdown.blocks[stop]
            let isClause =
                block.kind == .list(ordered: true) || block.kind == .list(ordered: false)
                || block.kind == .paragraph && AttMark.length(in: markdown.plain[block.plain]) != nil
            guard isClause else { break }
            stop += 1
        }
        guard isLead, stop == start else { return stop }
        while stop < end, markdown.blocks[stop].kind == .paragraph, stop == start || beginsWithDecider(stop) {
            stop += 1
        }
        return stop
    }

    private func beginsWithDecider(_ block: Int) -> Bool {
        SentenceWords.all(in: plain(block)).first?.words.first.map { sentence.names.isOwn($0.key) } ?? false
    }

    /// Each item by itself.
    private func list(_ block: Int) -> [SentenceFinding] {
        let written = markdown.plain[markdown.blocks[block].plain].split(separator: UInt8(ascii: "\n"))
        return written.enumerated().flatMap { index, item -> [SentenceFinding] in
            let line = markdown.blocks[block].lines.lowerBound + index
            return SentenceWords.all(in: [UInt8](item).oneLine).compactMap { words in
                sentence.finding(in: words, line: line).flatMap { $0.weight == .decides && !$0.isLead ? $0 : nil }
            }
        }
    }
}

extension DecisionSentence {
    /// A sentence where the decision should stand: "Förbundsstyrelsen beslutar enligt förslaget", "Ärendet bordläggs",
    /// "Bifall till förslaget".
    func stated(_ sentence: SentenceWords, line: Int) -> FoundDecision? {
        if let finding = finding(in: sentence, line: line), !finding.isLead { return finding.found }
        return noun(sentence.words, line: line)
    }

    /// "Bifall till arbetsutskottets förslag", "Avslag på ansökan"
    private func noun(_ words: [SentenceWords.Word], line: Int) -> FoundDecision? {
        guard words.count >= 3, words.count <= 8 else { return nil }
        let text = SentenceWords.text(words)
        switch (words[0].key, words[1].key) {
        case ("bifall", "till") where isProposal(words[2...]) && words.last?.key.hasPrefix("forslag") ?? false:
            return FoundDecision(outcome: .approved, line: line, words: text)
        case ("avslag", "pa") where !words.contains { $0.key.hasPrefix("yrkand") }:
            return FoundDecision(outcome: .rejected, line: line, words: text)
        default: return nil
        }
    }
}
