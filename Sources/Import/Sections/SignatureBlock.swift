import Meetings

/// Who signed a paper: names and titles at its end, on one line or on two, side by side or below each other.
struct SignatureBlock: Sendable {
    struct Signature: Hashable, Sendable {
        let name: String
        let role: String?
        var organisation: String?
        var date: CalendarDate?
        let line: Int
    }

    var signatures: [Signature] = []
    /// The passages that it takes.
    var taken: Set<Int> = []
    /// Words that may be the names of several who sign.
    var unsure: [Found<String>] = []
}

extension SignatureBlock {
    static func find(in passages: [Passage], clock: CalendarDate) -> SignatureBlock {
        var block = SignatureBlock()
        // Footnotes come last in a file, below those who sign.
        let end = passages.lastIndex { !$0.text.hasPrefix("[^") }.map { $0 + 1 } ?? passages.count
        block.read(zone(before: end, in: passages), of: passages, isList: false, clock: clock)
        // Signed before the list of those who get the decision.
        let isList = { (passage: Passage) in
            SectionName.isRecipients(passage.plain) || SectionName.isSupport(passage.plain)
        }
        if let list = passages.lastIndex(where: isList) {
            if block.signatures.isEmpty {
                block.read(zone(before: end, in: passages), of: passages, isList: true, clock: clock)
            }
            if block.signatures.isEmpty {
                block.read(zone(before: list, in: passages), of: passages, isList: false, clock: clock)
            }
        }
        return block
    }

    var doubts: [ImportFact] { unsure.map { ImportFact("undertecknat", $0.value, line: $0.line, isSure: false) } }

    /// The short lines that end a paper.
    private static func zone(before end: Int, in passages: [Passage]) -> Range<Int> {
        var start = end
        while start > 0, end - start < 16 {
            let passage = passages[start - 1]
            let plain = passage.plain
            guard passage.kind == .text, plain.utf8.count <= 130 else { break }
            let isSigning = ["underskrift", "underskrifter"].contains(plain.foldedWords)
            if SectionName.isKnown(plain) && !isSigning || RecordHeading.number(plain) != nil { break }
            let isSentence = SentenceEnd.isAt(plain) && !plain.hasSuffix(":") && plain.utf8.count > 40
            if isSentence || isStatement(plain) { break }
            start -= 1
        }
        return start..<end
    }

    /// "Styrelsen utser Eva Ek.": a sentence, and nobody's signature.
    private static func isStatement(_ plain: String) -> Bool {
        plain.hasSuffix(".") && plain.words.count >= 3 && SentenceEnd.isSentence(plain)
    }

    private mutating func read(
        _ zone: Range<Int>, of passages: [Passage], isList: Bool, clock: CalendarDate
    ) {
        // Below a heading for recipients, a name counts only with its title.
        let above = zone.lowerBound > 0 ? passages[zone.lowerBound - 1].plain : ""
        let inList = SectionName.isRecipients(above) || SectionName.isSupport(above)
        guard isList == inList else { return }
        let zone = SignatureBlock.own(zone, below: above, passages)
        var index = zone.lowerBound
        while index < zone.upperBound {
            index += readColumns(index, zone, passages) ?? readLine(index, zone, passages, inList: inList)
        }
        guard let first = taken.min(), !signatures.isEmpty else { return }
        takeAround(first, zone, passages, clock: clock)
    }

    /// The name below "Reservation" is of who made one: those who sign stand below an empty line or a label.
    private static func own(_ zone: Range<Int>, below above: String, _ passages: [Passage]) -> Range<Int> {
        guard SectionName.isRecord(above), !SectionName.isDecision(above) else { return zone }
        let start = zone.first { index in
            let plain = passages[index].plain
            return label(plain) != nil || labelled(plain) != nil || plain.foldedWords.hasPrefix("underskrift")
        }
        return (start ?? zone.upperBound)..<zone.upperBound
    }

    private static func cells(_ passage: Passage) -> [String] { passage.text.cells.map { MarkdownText.plain($0) } }

    /// Names side by side, with their titles on the line below or above, or each with its own label; nil for another line.
    private mutating func readColumns(_ index: Int, _ zone: Range<Int>, _ passages: [Passage]) -> Int? {
        let cells = SignatureBlock.cells(passages[index])
        guard cells.count > 1 else { return nil }
        let line = passages[index].line
        if cells.allSatisfy(PersonName.isOne) {
            let next = index + 1 < zone.upperBound ? SignatureBlock.cells(passages[index + 1]) : []
            let above = index > zone.lowerBound ? SignatureBlock.cells(passages[index - 1]) : []
            let isTitled = next.count == cells.count && !next.contains(where: PersonName.isOne)
            var labels = above.count == cells.count ? above.map { SignatureBlock.label($0) } : []
            // "Justeras:" above them all.
            if above.count == 1, !isTitled { labels = cells.map { _ in SignatureBlock.label(above[0]) } }
            for (place, name) in cells.enumerated() {
                add(name, isTitled ? next[place].capitalised : labels.isEmpty ? nil : labels[place], line)
            }
            if labels.contains(where: { $0 != nil }) { taken.insert(index - 1) }
            take(index, isTitled ? 2 : 1)
            return isTitled ? 2 : 1
        }
        let sideBySide = cells.compactMap(SignatureBlock.cell)
        if sideBySide.count == cells.count {
            for (name, role) in sideBySide { add(name, role, line) }
            take(index, 1)
            return 1
        }
        // "Justeras: Eva Ek      Bo Al"
        guard let signed = SignatureBlock.labelled(cells[0]), cells.dropFirst().allSatisfy(PersonName.isOne) else {
            return nil
        }
        for name in signed.names + cells.dropFirst() { add(name, signed.role, line) }
        take(index, 1)
        return 1
    }

    /// One who signs, on a line or two; how many lines were read.
    private mutating func readLine(_ index: Int, _ zone: Range<Int>, _ passages: [Passage], inList: Bool) -> Int {
        let cells = SignatureBlock.cells(passages[index])
        let plain = cells.joined(separator: " ")
        let line = passages[index].line
        if let role = labelAbove(index, zone, passages) {
            add(passages[index + 1].plain, role, passages[index + 1].line)
            take(index, 2)
            return 2
        }
        if SignatureBlock.isBlank(passages[index].text) {
            take(index, 1)
        } else if cells.count == 1, let signed = SignatureBlock.labelled(plain) {
            for name in signed.names { add(name, signed.role, line) }
            take(index, 1)
        } else if let (name, role) = SignatureBlock.onOneLine(plain) {
            add(name, role, line)
            take(index, 1)
        } else if cells.count == 1, PersonName.isOne(plain) {
            return readName(index, zone, passages, inList: inList)
        } else if PersonName.mayBeSeveral(SignatureBlock.withoutLabel(plain)) {
            unsure.append(Found(plain.singleSpaced, line: line))
        }
        return 1
    }

    /// A name alone, with its title on the line below or above.
    private mutating func readName(_ index: Int, _ zone: Range<Int>, _ passages: [Passage], inList: Bool) -> Int {
        let plain = passages[index].plain
        let next = index + 1 < zone.upperBound ? SignatureBlock.cells(passages[index + 1]) : []
        let below = next.count == 1 ? next[0] : ""
        let isRole =
            !below.isEmpty && !PersonName.isOne(below) && below.utf8.count <= 70
            && (PersonName.isTitle(below)
                || (!inList && !PersonName.isOrganisation(below)
                    && !passages[index + 1].blankBefore && !below.startsWithDigit))
        let above = index > zone.lowerBound ? passages[index - 1].plain : ""
        let isAbove = !isRole && PersonName.isTitle(above) && above.utf8.count <= 50 && !taken.contains(index - 1)
        let isEnd = index + 3 >= zone.upperBound && !inList
        if isRole || isAbove || isEnd {
            add(plain, isRole ? below : isAbove ? above.trimmingColon : nil, passages[index].line)
            take(isAbove ? index - 1 : index, isRole || isAbove ? 2 : 1)
        }
        return isRole ? 2 : 1
    }

    /// What a label on a line of its own says that the name below signs as: "Sekreterare ________" above "Eva Ek". Nil where
    /// the name's own title stands below it, as in "Justeras", "Eva Ek", "Ordförande".
    private func labelAbove(_ index: Int, _ zone: Range<Int>, _ passages: [Passage]) -> String? {
        let next = index + 1
        guard next < zone.upperBound, let role = SignatureBlock.label(passages[index].plain),
            passages[next].text.cells.count == 1, PersonName.isOne(passages[next].plain)
        else { return nil }
        let after = passages[(next + 1)..<zone.upperBound].prefix { passage in
            SignatureBlock.label(passage.plain) != nil || PersonName.isOne(passage.plain)
        }
        guard let below = after.first else {
            // "Eva Ek, förbundssekreterare": the title's own line.
            let rest = passages[(next + 1)..<zone.upperBound].first
            return rest.map { !$0.blankBefore && PersonName.isTitle($0.plain) } ?? false ? nil : role
        }
        guard SignatureBlock.label(below.plain) != nil, !SignatureBlock.isRuled(passages[index].plain) else {
            return role
        }
        if passages[next].blankBefore != below.blankBefore { return below.blankBefore ? role : nil }
        return after.last.map { PersonName.isOne($0.plain) } ?? true ? role : nil
    }

    /// The organisation, "Enligt uppdrag", and the day, above the first name.
    private mutating func takeAround(_ first: Int, _ zone: Range<Int>, _ passages: [Passage], clock: CalendarDate) {
        var index = first - 1
        while index >= zone.lowerBound, first - index <= 3 {
            let plain = passages[index].plain
            let words = plain.foldedWords
            if PersonName.isOrganisation(plain), plain.utf8.count <= 70, !plain.hasSuffix(".") {
                for place in signatures.indices where signatures[place].organisation == nil {
                    signatures[place].organisation = plain.hasPrefix("För ") ? String(plain.dropFirst(4)) : plain
                }
            } else if !["enligt uppdrag", "underskrift", "underskrifter", "vid protokollet"].contains(words),
                SignatureBlock.role(plain) == nil
            {
                return
            }
            taken.insert(index)
            index -= 1
        }
    }

    private mutating func add(_ name: String, _ role: String?, _ line: Int) {
        let title = role.map { $0.filter { !"_…".contains($0) }.trimmed.trimmingStop }
        signatures.append(Signature(name: name.trimmed, role: title?.isEmpty ?? true ? nil : title, line: line))
    }

    private mutating func take(_ index: Int, _ count: Int) { taken.formUnion(index..<(index + count)) }
}

extension String {
    /// Without a full stop at the end.
    var trimmingStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
