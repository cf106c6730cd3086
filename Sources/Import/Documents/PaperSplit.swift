import Content
import Meetings

/// A file that holds an ärende and its bilagor one after the other.
struct PaperSplit: Sendable {
    let main: Range<Int>
    let attachments: [Part]

    struct Part: Sendable {
        let passages: Range<Int>
        let number: AttachmentNumber?
        let title: String
        let line: Int
        /// The passages that say its number and title; they are no part of its text.
        let heading: Set<Int>
    }
}

extension PaperSplit {
    init(_ passages: [Passage]) {
        let starts = PaperSplit.starts(in: passages)
        var parts: [Part] = []
        for (place, start) in starts.enumerated() {
            let end = place + 1 < starts.count ? starts[place + 1].from : passages.count
            let (number, title) = (start.number, start.title)
            let shown = title.isEmpty ? number.map { "Bilaga \($0)" } ?? "Bilaga" : title
            parts.append(
                Part(
                    passages: start.from..<end, number: number, title: shown, line: passages[start.from].line,
                    heading: start.heading))
        }
        attachments = parts
        main = 0..<(starts.first?.from ?? passages.count)
    }

    private struct Start {
        var from: Int
        var number: AttachmentNumber?
        var title: String
        var heading: Set<Int>
    }

    private static func starts(in passages: [Passage]) -> [Start] {
        guard let body = passages.firstIndex(where: { SectionName.isProposal($0.plain) }) else { return [] }
        var starts: [Start] = []
        var length = 0
        var inList = false
        for index in passages.indices where index > body {
            let passage = passages[index]
            let plain = passage.plain
            if SectionName.isKnown(plain) {
                inList = SectionName.isSupport(plain) || SectionName.isRecipients(plain)
            } else if SignatureBlock.onOneLine(plain) != nil || PersonName.isOne(plain) || passage.noiseBefore {
                inList = false
            }
            defer { length += plain.utf8.count }
            guard let (number, title) = beginning(passage, plain), length > 200, !inList else { continue }
            if let last = starts.last, last.title.isEmpty, index - (last.heading.max() ?? 0) <= 8 {
                // "Bilaga" in the head, "Bilaga 1. Uppföljning" above the text.
                starts[starts.count - 1].number = last.number ?? number
                starts[starts.count - 1].title = title
                starts[starts.count - 1].heading.insert(index)
                continue
            }
            guard hasText(after: index, passages) else { continue }
            var from = index
            while from > body + 1, isLetterhead(passages[from - 1]) { from -= 1 }
            starts.append(Start(from: from, number: number, title: title, heading: [index]))
        }
        return starts
    }

    /// "Bilaga", "Bilaga 1", "Bilaga 6.1 Ansökan", "Bilaga 1. Uppföljning".
    static func beginning(_ passage: Passage, _ plain: String) -> (AttachmentNumber?, String)? {
        guard passage.kind == .text || passage.isHeading,
            passage.blankBefore || passage.noiseBefore || plain.foldedWords == "bilaga"
        else { return nil }
        guard plain.utf8.count <= 160, plain.folded.hasPrefix("bilaga") else { return nil }
        var rest = plain.dropFirst(6)
        guard rest.isEmpty || rest.first == " " || rest.first == ":" else { return nil }
        rest = rest.trimmed
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        var written = digits[...]
        while written.last == "." { written = written.dropLast() }
        let number = AttachmentNumber(String(written))
        if number == nil, !rest.isEmpty, rest.first != ":" { return nil }
        rest = number == nil ? rest : rest.dropFirst(digits.count)
        let isRange = rest.trimmed.first.map { "-–".contains($0) } ?? false
        if isRange, rest.trimmed.dropFirst().trimmed.first?.isNumber ?? false { return nil }
        while let first = rest.first, " .:–-,".contains(first) { rest = rest.dropFirst() }
        let title = String(rest)
        guard !title.startsWithSmallLetter, !SentenceEnd.isSentence(title), !title.hasSuffix(".") else { return nil }
        return (number, title)
    }

    /// A paper has a text; a list of bilagor has only names.
    private static func hasText(after index: Int, _ passages: [Passage]) -> Bool {
        var length = 0
        for passage in passages[(index + 1)...].prefix(12) {
            if beginning(passage, passage.plain) != nil, length > 0 { break }
            if passage.kind == .table { return true }
            if passage.plain.utf8.count > 60 { length += passage.plain.utf8.count }
            if length > 100 { return true }
        }
        return false
    }

    static func isLetterhead(_ passage: Passage) -> Bool {
        let plain = passage.plain
        return passage.kind == .text && plain.utf8.count <= 70
            && (DecidingBody.named(by: plain) != nil
                || PersonName.isOrganisation(plain) && !SentenceEnd.isAt(plain) && !PersonName.isTitle(plain))
    }
}
