import Meetings

/// Takes a document's noise away and lists it. Each line is looked at a fixed number of times.
struct NoiseFilter {
    private let lines: [SourceLine]
    private let isMarkdown: Bool
    private var texts: [String]
    private var reasons: [NoiseLine.Reason?]
    /// The line, or a part of it that was taken away, has a page's number or the like: a page ends or begins here.
    private var isPageMark: [Bool]
    private var parts: [NoiseLine] = []

    init(_ lines: [SourceLine], isMarkdown: Bool) {
        (self.lines, self.isMarkdown) = (lines, isMarkdown)
        texts = lines.map(\.text)
        reasons = Array(repeating: nil, count: lines.count)
        isPageMark = Array(repeating: false, count: lines.count)
    }
}

extension NoiseFilter {
    static func filter(_ source: SourceText) -> (lines: [KeptLine], noise: [NoiseLine]) {
        var filter = NoiseFilter(source.lines, isMarkdown: source.isMarkdown)
        filter.markSingleLines()
        filter.markLoneNumbers()
        filter.markContents()
        filter.markAddresses()
        filter.markPageEdges()
        filter.markRunningHeads()
        return filter.result()
    }

    private mutating func markSingleLines() {
        for index in lines.indices {
            let text = lines[index].text.trimmed
            guard !text.isEmpty, !(isMarkdown && text.hasPrefix("|")) else { continue }
            if let (rest, phrases) = DeadBookmark.removed(from: text) {
                parts += phrases.map { NoiseLine(line: lines[index].number, text: $0, reason: .deadBookmark) }
                texts[index] = rest
                if rest.isEmpty { reasons[index] = .deadBookmark }
                continue
            }
            if isMarkdown, isUnderline(index, text) { continue }
            if isMarkdown, PageNumber.isComment(text) {
                reasons[index] = .pageNumber
                isPageMark[index] = true
                continue
            }
            reasons[index] = PageFurniture.reason(text)
            if reasons[index] == .pageNumber || reasons[index] == .signatureMark { isPageMark[index] = true }
            let standsAlone = index == 0 || lines[index - 1].text.isEmpty || lines[index].startsPage
            if reasons[index] == nil, let (rest, number) = PageNumber.removed(from: text, standsAlone: standsAlone) {
                parts.append(NoiseLine(line: lines[index].number, text: number, reason: .pageNumber))
                texts[index] = rest
                isPageMark[index] = true
            }
        }
    }

    /// The line under a Markdown heading or between two parts, and a front matter's.
    private func isUnderline(_ index: Int, _ text: String) -> Bool {
        text.utf8.allSatisfy { $0 == UInt8(ascii: "-") } || text.utf8.allSatisfy { $0 == UInt8(ascii: "=") }
    }

    /// Numbers that stand alone and go up by one, a page apart.
    private mutating func markLoneNumbers() {
        let lone = lines.indices.filter { index in
            PageNumber.isLone(texts[index]) != nil && isIsolated(index)
        }
        let values = lone.compactMap { PageNumber.isLone(texts[$0]) }
        let goesOn = zip(values, values.dropFirst()).allSatisfy { $1 == $0 + 1 }
        let isSequence = goesOn && values.count > 1 && values[0] <= 2
        for index in lone where isSequence || isBesidePage(index) {
            reasons[index] = .pageNumber
            isPageMark[index] = true
        }
    }

    private func isIsolated(_ index: Int) -> Bool {
        let before = index == 0 || lines[index - 1].text.isEmpty || lines[index].startsPage
        let after = index + 1 == lines.count || lines[index + 1].text.isEmpty || lines[index + 1].startsPage
        // Far to the right it is a page's, whatever follows.
        return before && (after || lines[index].text.utf8.prefix { $0 == 0x20 }.count >= 20)
    }

    private func isBesidePage(_ index: Int) -> Bool {
        if lines[index].startsPage { return true }
        return lines[(index + 1)...].prefix(4).first { !$0.text.isEmpty }?.startsPage ?? false
    }

    /// A table of contents below its heading: everything from the heading to its last line with leader and page, on that
    /// page. An entry may take several lines.
    private mutating func markContentsBlocks() {
        for heading in lines.indices where reasons[heading] == nil && ContentsTable.isHeading(texts[heading]) {
            var last: Int?
            var open = 0
            for index in lines.indices.dropFirst(heading + 1) {
                if lines[index].startsPage || isPageMark[index] || open > 4 { break }
                if ContentsTable.isEntry(texts[index]) {
                    (last, open) = (index, 0)
                } else if !texts[index].isEmpty {
                    open += 1
                }
            }
            guard let last else { continue }
            for index in heading...last where reasons[index] == nil && !texts[index].isEmpty {
                reasons[index] = .contents
            }
        }
    }

    private mutating func markContents() {
        markContentsBlocks()
        // "Ordförande ............." in a record's head, above its §§, is where somebody signs.
        let head = texts.firstIndex { RecordHeading.number($0) != nil } ?? 0
        var isInContents = false
        var heading: Int?
        for index in lines.indices where reasons[index] == nil && !texts[index].isEmpty {
            let text = texts[index]
            if index < head, SignatureBlock.isBlank(text) { continue }
            if ContentsTable.isHeading(text) {
                heading = index
                continue
            }
            let hadBookmark = text != lines[index].text.trimmed && !isPageMark[index]
            let isEntry =
                ContentsTable.hasLeader(text) || ((isInContents || heading != nil) && ContentsTable.isEntry(text))
                || (hadBookmark && (isInContents || heading != nil) && text.utf8.count <= 90)
            if isEntry {
                if let start = heading { reasons[start] = .contents }
                reasons[index] = .contents
                isInContents = true
            } else {
                isInContents = false
            }
            heading = nil
        }
    }

    /// Blocks of lines without an empty one between that are all an address.
    private mutating func markAddresses() {
        var index = 0
        while index < lines.count {
            guard !texts[index].isEmpty else {
                index += 1
                continue
            }
            var end = index
            while end < lines.count, !texts[end].isEmpty, end == index || !lines[end].startsPage { end += 1 }
            markAddresses(in: index..<end)
            index = max(end, index + 1)
        }
    }

    private mutating func markAddresses(in block: Range<Int>) {
        guard block.count <= 12 else {
            // A footer between the lines of a wrapped text: only a line that is an address by itself.
            for index in block where AddressFooter.labels(in: texts[index]) >= 3 { markAddress(index) }
            return
        }
        let labels = block.map { AddressFooter.labels(in: texts[$0]) }
        let all = labels.reduce(0, +)
        let isOneLine = labels.contains { $0 >= 2 }
        let isSenders = block.contains { AddressFooter.isSenders(texts[$0]) }
        guard all >= 2, isOneLine || isSenders else { return }
        if isSenders, block.allSatisfy({ AddressFooter.isPart(texts[$0]) }) {
            for index in block { markAddress(index) }
            return
        }
        // Only the lines that are the sender's, and what goes on under them.
        var isAfter = false
        for (index, count) in zip(block, labels) {
            let isAddress =
                (count >= 2 && AddressFooter.isSenders(texts[index])) || count >= 3
                || (isAfter && AddressFooter.isPart(texts[index]))
            if isAddress { markAddress(index) }
            isAfter = isAddress
        }
    }

    private mutating func markAddress(_ index: Int) {
        let isFact = HeadLabel.pairs(in: texts[index]).contains { $0.label != .other && $0.label != .place }
        guard reasons[index] == nil, !isFact else { return }
        reasons[index] = .address
        isPageMark[index] = true
    }

    private mutating func markPageEdges() {
        for index in PageEdges(texts: texts, lines: lines, isNoise: reasons.map { $0 != nil }).found() {
            reasons[index] = .pageEdge
        }
    }

    /// Lines that stand beside page marks and come back: a running head. Without page marks, one that cuts a sentence.
    private mutating func markRunningHeads() {
        let heads = RunningHeads(texts: texts, lines: lines, isNoise: reasons.map { $0 != nil }, isPageMark: isPageMark)
        for index in heads.found() { reasons[index] = .runningHead }
    }

    private func result() -> (lines: [KeptLine], noise: [NoiseLine]) {
        var kept: [KeptLine] = []
        var noise = parts
        var (blank, cut) = (false, false)
        for (index, line) in lines.enumerated() {
            if let reason = reasons[index] {
                let isListed = reason == .deadBookmark
                if !isListed {
                    noise.append(NoiseLine(line: line.number, text: line.text.singleSpaced, reason: reason))
                }
                cut = true
                continue
            }
            if texts[index].trimmed.isEmpty {
                blank = true
                continue
            }
            var own = line
            own.text = texts[index]
            kept.append(KeptLine(line: own, blankBefore: blank || kept.isEmpty, noiseBefore: cut || line.startsPage))
            (blank, cut) = (false, false)
        }
        return (kept, noise.sorted { ($0.line, $0.text) < ($1.line, $1.text) })
    }
}
