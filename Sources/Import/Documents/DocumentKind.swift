import Content
import Meetings

/// What a document is (FORMAT §11).
public enum DocumentKind: String, Sendable, CaseIterable {
    case matter = "arende"
    case application = "ansokan"
    case record = "protokoll"
    case summons = "kallelse"
    case attachment = "bilaga"
    case other = "annat"
    // Pages of a packet that serve its papers, and are none themselves (IMPORT.md §1)
    case cover = "omslag"
    case contents = "innehall"
    case divider = "avdelare"
    case blank = "tom"
}

extension DocumentKind {
    /// Pages that are kept with the packet, and become no file of their own.
    public var isService: Bool { [.cover, .contents, .divider, .blank].contains(self) }

    /// The kind follows the content; the file's name has a say only where the content has none.
    init(_ passages: [Passage], head: Head, fileName: String) {
        let opening = passages.prefix(25).map { $0.plain }
        let words = opening.map(\.foldedWords)
        let paragraphs = passages.count { RecordHeading($0.plain) != nil && ($0.kind == .text || $0.isHeading) }
        let isSummons = zip(opening, words).contains { plain, line in
            // "Kallelse till stämma utfärdas tidigast fyra veckor före stämman." is a sentence about one.
            let isHeading =
                !(plain.hasSuffix(".") && line.split(separator: " ").count > 5) && RecordHeading(plain) == nil
            return isHeading
                && ["kallelse", "foredragningslista", "dagordning"].contains { line == $0 || line.hasPrefix($0 + " ") }
                || line.hasText("kallas till") || line.hasText("kallar till sammantrade")
        }
        let isRecord = words.contains { line in
            line.split(separator: " ").prefix(8).contains {
                $0.hasSuffix("protokoll") || $0.hasSuffix("protokollsutdrag")
            }
                && line.utf8.count < 120
        }
        let name = fileName.folded
        let hasProposal = passages.contains { $0.kind != .table && SectionName.isProposal($0.plain.beforeColon) }
        let recordFields = passages.prefix(60).count { passage in
            let label = passage.plain.beforeColon.foldedWords
            return ["justerare", "narvarande", "beslutande", "justeras", "vid protokollet", "utses att justera"]
                .contains(label)
        }
        let decisions = passages.count { $0.kind != .table && SectionName.isDecision($0.plain) }
        if paragraphs > 0, isRecord || recordFields > 0 || decisions > 0 || name.contains("protokoll"),
            !isSummons || isRecord || decisions > 0
        {
            self = .record
        } else if isSummons && !hasProposal {
            self = .summons
        } else if paragraphs == 0, PaperKindWord.saysRecord(passages.prefix(6)) {
            // A record whose points nobody can tell apart is not an ärende that all may see.
            self = .other
        } else if hasProposal {
            self = .matter
        } else if ApplicationForm.score(passages) >= 5 {
            self = .application
        } else if paragraphs > 1, !words.prefix(6).contains(where: { $0.hasPrefix("motion") }) {
            self = words.prefix(6).contains(where: DocumentKind.isRules) ? .other : .record
        } else if PaperSplit.opening(of: passages) != nil || name.hasPrefix("bilaga") {
            self = .attachment
        } else if head.kinds.contains(where: {
            ["tjansteskrivelse", "tjansteutlatande", "tjanstutlatande", "missiv"].contains($0)
        })
            || (head.diaryNumber != nil && head.title != nil)
            || passages.count(where: { SectionName.isKnown($0.plain) }) >= 2
        {
            self = .matter
        } else {
            self = .other
        }
    }
}

extension DocumentKind {
    /// "Stadgar för Fabelföreningen": rules have §§ too.
    private static func isRules(_ line: String) -> Bool {
        let names = [
            "stadgar", "stadga", "reglemente", "forbundsordning", "arbetsordning", "delegationsordning",
            "ordningsregler", "foreskrifter", "bolagsordning", "instruktion", "avtal", "policy", "lag", "forordning",
        ]
        return line.split(separator: " ").prefix(3).contains { word in
            names.contains { word == $0 }
                || ["stadgar", "reglemente", "ordning"].contains {
                    word.hasSuffix($0) && word != "dagordning" && word != "foredragningsordning"
                }
        }
    }
}

extension PaperSplit {
    /// A paper that says "Bilaga 2" before its title is one: on its first line, or below the sender's name and a day.
    static func opening(of passages: [Passage]) -> (number: AttachmentNumber?, title: String, line: Int)? {
        for passage in passages.prefix(8) {
            let plain = passage.plain
            if let (number, title) = beginning(passage, plain) { return (number, title, passage.line) }
            let isFact = !HeadLabel.pairs(in: plain).isEmpty || HeadValue.hasShapeOfDiaryNumber(plain.trimmed)
            let isDay = plain.startsWithDigit && plain.words.count <= 4
            guard passage.kind == .text, isLetterhead(passage) || isFact || isDay else { return nil }
        }
        return nil
    }
}

extension String {
    /// What stands before a colon near its beginning, or all of it.
    var beforeColon: String {
        let opening = utf8.prefix(90)
        return opening.firstIndex(of: UInt8(ascii: ":")).map { String(self[..<$0]) } ?? self
    }
}
