extension HeadReader {
    /// The last line that is neither the sender, the addressee nor the kind of paper, or a heading of the first level.
    mutating func chooseTitle() {
        var candidates: [Int] = []
        head.unclaimed = unclaimed
        for index in unclaimed {
            let plain = passages[index].plain.singleSpaced
            if let body = addressee(plain), head.body == nil { head.body = Found(body, line: passages[index].line) }
            if let kind = PaperKindWord.kind(of: plain) { head.kinds.append(kind) }
            let isHeading = passages[index].headingLevel == 1
            if !isLetterhead(plain), !plain.hasPrefix("("), !plain.hasSuffix(":"),
                !hasNumberInside(plain), isHeading || !saysFact(plain) && !SentenceEnd.isAt(plain)
            {
                candidates.append(index)
            }
        }
        if head.title == nil { titleByKind() }
        if head.title == nil {
            let heading = candidates.first { passages[$0].headingLevel == 1 }
            let longest = unclaimed.filter {
                passages[$0].plain.words.count >= 3 && !PaperKindWord.isOne(passages[$0].plain)
                    && !saysFact(passages[$0].plain) && !SentenceEnd.isAt(passages[$0].plain)
            }
            if let chosen = heading ?? candidates.last ?? longest.last {
                head.title = Found(SectionName.bareTitle(passages[chosen].plain), line: passages[chosen].line)
                head.titlePlace = chosen
                unclaimed.removeAll { $0 == chosen }
            }
        }
        head.notes += unclaimed.map { Found(passages[$0].plain.singleSpaced, line: passages[$0].line) }
        head.notes += waiting.filter { $0.label == .other }.map { Found($0.name, line: passages[waitingFrom].line) }
    }

    /// A record's or a kallelse's title is the line, or the column, that says so.
    private mutating func titleByKind() {
        for index in unclaimed {
            for cell in passages[index].text.cells {
                let plain = SectionName.bareTitle(MarkdownText.plain(cell))
                guard let kind = PaperKindWord.kind(of: plain), PaperKindWord.isMeetings(kind),
                    !SectionName.isRecipients(plain.beforeColon)
                else { continue }
                head.title = Found(plain, line: passages[index].line)
                head.titlePlace = index
                if !head.kinds.contains(kind) { head.kinds.append(kind) }
                let rest = passages[index].text.cells.filter { SectionName.bareTitle(MarkdownText.plain($0)) != plain }
                head.notes += rest.map { Found(MarkdownText.plain($0), line: passages[index].line) }
                unclaimed.removeAll { $0 == index }
                return
            }
        }
    }

    /// "Tjänsteskrivelse till arbetsmarknadsnämnden", "Till kommunstyrelsen".
    private func addressee(_ line: String) -> String? {
        if let name = DecidingBody.named(by: line) { return name }
        guard PaperKindWord.kind(of: line) != nil, !SentenceEnd.isAt(line) else { return nil }
        return DecidingBody.subjects(in: line)
    }

    /// "Justerare: Sven Ed", "Inlämnad av: Eva Ek, lgh 22", "Möte: 2025-05-07": a person or a day, and no title.
    private func saysFact(_ line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":"), String(line[..<colon]).words.count <= 3 else { return false }
        let label = String(line[..<colon])
        if label.foldedWords.hasPrefix("antal ") || SectionName.isRecipients(label)
            || RecordHead.field(label, hasValue: true, hasColon: true) != nil
        {
            return true
        }
        let value = String(line[line.index(after: colon)...]).trimmed
        return HeadValue.loneDate(value, clock: clock) != nil
            || PersonName.all(in: value).contains(where: PersonName.isOne)
    }

    /// "Nämnden   BESLUT   Dnr: MBN 2025-0912" as one line: columns that were lost.
    private func hasNumberInside(_ line: String) -> Bool {
        line.words.dropFirst().contains { ["dnr:", "diarienr:", "diarienummer:"].contains(String($0).folded) }
    }

    private func isLetterhead(_ line: String) -> Bool {
        if DecidingBody.named(by: line) != nil || PaperKindWord.isOne(line) { return true }
        if AddressFooter.labels(in: line) > 1 || line.contains("@") { return true }
        guard line.contains(where: \.isLetter), !line.startsWithSmallLetter else { return true }
        let words = line.foldedWords.split(separator: " ")
        let links: Set<Substring> = [
            "for", "om", "av", "inom", "till", "i", "pa", "med", "vid", "angaende", "enligt", "ansokan", "rapport",
            "budget", "arsredovisning", "verksamhetsplan",
        ]
        // "Kommunstyrelsens förslag till kommunfullmäktige"
        if words.count <= 5, words.contains("forslag"), DecidingBody.isName(String(words[0])) { return true }
        return words.count <= 5 && PersonName.isOrganisation(line) && !words.contains { links.contains($0) }
    }
}

extension SectionName {
    /// A title without emphasis and a number sign.
    static func bareTitle(_ line: String) -> String {
        var text = line.trimmed[...]
        while let first = text.first, "#*_ ".contains(first) { text = text.dropFirst() }
        while let last = text.last, "*_ ".contains(last) { text = text.dropLast() }
        return String(text).singleSpaced
    }
}
