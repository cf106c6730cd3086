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
            if isSentence { break }
            start -= 1
        }
        return start..<end
    }

    private mutating func read(
        _ zone: Range<Int>, of passages: [Passage], isList: Bool, clock: CalendarDate
    ) {
        // Below a heading for recipients, a name counts only with its title.
        let above = zone.lowerBound > 0 ? passages[zone.lowerBound - 1].plain : ""
        let inList = SectionName.isRecipients(above) || SectionName.isSupport(above)
        guard isList == inList else { return }
        var index = zone.lowerBound
        while index < zone.upperBound {
            let cells = passages[index].text.cells.map { MarkdownText.plain($0) }
            let next = index + 1 < zone.upperBound ? passages[index + 1].text.cells.map { MarkdownText.plain($0) } : []
            let line = passages[index].line
            if cells.count > 1, cells.allSatisfy(PersonName.isOne) {
                let roles = next.count == cells.count && !next.contains(where: PersonName.isOne) ? next : []
                let above = index > zone.lowerBound ? passages[index - 1].text.cells : []
                let labels = above.count == cells.count ? above.map { SignatureBlock.role($0) } : []
                for (place, name) in cells.enumerated() {
                    add(name, roles.isEmpty ? (labels.isEmpty ? nil : labels[place]) : roles[place].capitalised, line)
                }
                if labels.contains(where: { $0 != nil }) { taken.insert(index - 1) }
                take(index, roles.isEmpty ? 1 : 2)
                index += roles.isEmpty ? 1 : 2
                continue
            }
            let sideBySide = cells.count > 1 ? cells.compactMap(SignatureBlock.cell) : []
            if !sideBySide.isEmpty, sideBySide.count == cells.count {
                for (name, role) in sideBySide { add(name, role, line) }
                take(index, 1)
                index += 1
                continue
            }
            let plain = cells.joined(separator: " ")
            if SignatureBlock.isBlank(passages[index].text) {
                take(index, 1)
                index += 1
            } else if cells.count == 1, let signed = SignatureBlock.labelled(plain) {
                for name in signed.names { add(name, signed.role, line) }
                take(index, 1)
                index += 1
            } else if let (name, role) = SignatureBlock.onOneLine(plain) {
                add(name, role, line)
                take(index, 1)
                index += 1
            } else if PersonName.isOne(plain) {
                let below = next.count == 1 ? next[0] : ""
                let isRole =
                    !below.isEmpty && !PersonName.isOne(below) && below.utf8.count <= 70
                    && (PersonName.isTitle(below)
                        || (!inList && !PersonName.isOrganisation(below)
                            && !passages[index + 1].blankBefore && !below.startsWithDigit))
                let above = index > zone.lowerBound ? passages[index - 1].plain : ""
                let isAbove =
                    !isRole && PersonName.isTitle(above) && above.utf8.count <= 50 && !taken.contains(index - 1)
                let isEnd = index + 3 >= zone.upperBound && !inList
                if isRole || isAbove || isEnd {
                    add(plain, isRole ? below : isAbove ? above.trimmingColon : nil, line)
                    take(isAbove ? index - 1 : index, isRole || isAbove ? 2 : 1)
                }
                index += isRole ? 2 : 1
            } else {
                if PersonName.mayBeSeveral(plain) { unsure.append(Found(plain.singleSpaced, line: line)) }
                index += 1
            }
        }
        guard let first = taken.min(), !signatures.isEmpty else { return }
        takeAround(first, zone, passages, clock: clock)
    }

    /// The organisation, "Enligt uppdrag", and the day, above the first name.
    private mutating func takeAround(_ first: Int, _ zone: Range<Int>, _ passages: [Passage], clock: CalendarDate) {
        var index = first - 1
        while index >= zone.lowerBound, first - index <= 3 {
            let plain = passages[index].plain
            let words = plain.foldedWords
            if PersonName.isOrganisation(plain), plain.utf8.count <= 70 {
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
        signatures.append(Signature(name: name.trimmed, role: role?.trimmed.trimmingStop, line: line))
    }

    private mutating func take(_ index: Int, _ count: Int) { taken.formUnion(index..<(index + count)) }

    /// What the label above a name, or in front of it, says that one signs as.
    static func role(_ label: String) -> String? {
        switch label.trimmingColon.foldedWords {
        case "vid protokollet", "vid pennan": "Sekreterare"
        case "justeras", "justerat", "justerare", "justeras av", "justerande": "Justerare"
        case "protokolljusterare", "protokollsjusterare": label.trimmingColon.trimmed.capitalised
        case "ordforande", "motesordforande", "motets ordforande": "Ordförande"
        default: nil
        }
    }

    /// "Ordförande ............ Justeras ............": where somebody shall sign, and no name.
    static func isBlank(_ line: String) -> Bool {
        guard line.utf8.count <= 300 else { return false }
        let spaced = line.cells.joined(separator: "|").replacing("…", with: "...")
        let isRuled = spaced.contains("..") || spaced.contains("__")
        let labels = spaced.split { "._|:".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
        guard !labels.isEmpty, isRuled || labels.count > 1 else { return false }
        return labels.allSatisfy { role($0) != nil || officers.contains($0.foldedWords) }
    }

    private static let officers: Set<String> = [
        "ordforande", "vice ordforande", "motesordforande", "motets ordforande", "sekreterare", "motessekreterare",
        "protokollforare", "namnfortydligande", "underskrift", "namn", "ort och datum", "datum",
    ]

    /// "Ordförande: Eva Ek" or "Justeras Bo Al", beside another one.
    private static func cell(_ text: String) -> (name: String, role: String?)? {
        if let signed = labelled(text), signed.names.count == 1 { return (signed.names[0], signed.role) }
        if let found = onOneLine(text), found.role != nil { return found }
        let words = text.words.map(String.init)
        for count in 1...2 where words.count > count + 1 {
            let name = words.dropFirst(count).joined(separator: " ")
            if let role = role(words.prefix(count).joined(separator: " ")), PersonName.isOne(name) {
                return (name, role)
            }
        }
        return nil
    }

    /// "Vid protokollet: Siv Ek", "Justeras: Bo Al, Eva Ek"
    static func labelled(_ line: String) -> (role: String, names: [String])? {
        guard line.utf8.count <= 160, let colon = line.firstIndex(of: ":"), let role = role(String(line[..<colon]))
        else { return nil }
        let value = String(line[line.index(after: colon)...]).replacing(" och ", with: ",")
        let names = value.split(separator: ",").map { String($0).trimmed }
        return !names.isEmpty && names.allSatisfy(PersonName.isOne) ? (role, names) : nil
    }

    /// "Åsa Ek, förbundschef", "Förbundschef Åsa Ek", "Sekreterare: Åsa Ek".
    static func onOneLine(_ line: String) -> (name: String, role: String?)? {
        guard line.utf8.count <= 130 else { return nil }
        if let comma = line.firstIndex(of: ",") {
            let name = String(line[..<comma]).trimmed
            let role = String(line[line.index(after: comma)...]).trimmed
            let isRole =
                PersonName.isTitle(role) || (!PersonName.isOne(role) && role.utf8.count <= 50 && !role.startsWithDigit)
            if PersonName.isOne(name), isRole, !role.isEmpty { return (name, role) }
        }
        if let colon = line.firstIndex(of: ":") {
            let role = String(line[..<colon]).trimmed
            let name = String(line[line.index(after: colon)...]).trimmed
            if PersonName.isTitle(role), PersonName.isOne(name) { return (name, role) }
        }
        let words = line.words.map(String.init)
        for count in 1...2 where words.count > count + 1 {
            let role = words.prefix(count).joined(separator: " ")
            let name = words.dropFirst(count).joined(separator: " ")
            if PersonName.isTitle(role), PersonName.isTitle(words[count - 1]), PersonName.isOne(name) {
                return (name, role)
            }
        }
        return nil
    }
}

extension String {
    /// Without a full stop at the end.
    var trimmingStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
