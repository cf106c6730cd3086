import Meetings

/// The words that say what kind of paper one is.
enum PaperKindWord {
    private static let words: [String] = [
        "tjansteskrivelse", "tjansteutlatande", "tjanstutlatande", "missiv", "skrivelse", "promemoria", "pm",
        "sammantradesprotokoll", "protokoll", "protokollsutdrag", "styrelseprotokoll", "motesprotokoll", "kallelse",
        "foredragningslista", "dagordning", "ansokan", "beslutsarende", "informationsarende", "utredning", "yttrande",
        "arbetsutskottsprotokoll", "underlag", "beslutsunderlag", "arendelista", "handlingar", "bilaga",
    ]

    /// The kind that a line begins with: "Kallelse till sammanträde", "PROTOKOLL".
    static func kind(of line: String) -> String? {
        guard line.utf8.count <= 140, let first = line.foldedWords.split(separator: " ").first else { return nil }
        return words.first { $0 == first } ?? (first.hasSuffix("protokoll") ? String(first) : nil)
    }

    /// "Sammanträdesprotokoll" among a paper's first lines: what it calls itself.
    static func saysRecord(_ passages: ArraySlice<Passage>) -> Bool {
        passages.contains { passage in
            guard passage.kind == .text || passage.isHeading else { return false }
            return passage.text.cells.contains { cell in
                let plain = SectionName.bareTitle(MarkdownText.plain(cell))
                return kind(of: plain)?.hasSuffix("protokoll") ?? false && isOne(plain) && !SentenceEnd.isAt(plain)
            }
        }
    }

    /// The day in "Inlämnad av Eva Ek den 8 februari 2026": the paper's own, and no title.
    static func handedIn(_ line: String, clock: CalendarDate) -> CalendarDate? {
        let openers: Set<Substring> = [
            "inlamnad", "inlamnat", "inkommen", "inkommet", "inkom", "ingiven", "upprattad", "daterad",
        ]
        guard line.utf8.count <= 120, let first = line.foldedWords.split(separator: " ").first, openers.contains(first)
        else { return nil }
        return DateMention.all(in: line, clock: clock).first?.date
    }

    /// A record or a kallelse.
    static func isMeetings(_ kind: String) -> Bool {
        kind.hasSuffix("protokoll") || kind == "protokollsutdrag"
            || ["kallelse", "foredragningslista", "dagordning", "arendelista"].contains(kind)
    }

    /// A line that says the kind and at most whom it is for.
    static func isOne(_ line: String) -> Bool {
        let parts = line.foldedWords.split(separator: " ")
        guard let kind = kind(of: line) else { return false }
        if parts.count == 1 || parts.allSatisfy({ words.contains(String($0)) }) { return true }
        let to = parts.dropFirst().first
        let isAddressed = to == "till" || to == "for" || to == "med" || to == "fran" || to == "fort" || to == "over"
        return kind != "ansokan" && kind != "yttrande" && kind != "underlag"
            && (isAddressed || DecidingBody.subjects(in: line) != nil)
    }
}

extension DecidingBody {
    /// The first body that a line names.
    static func subjects(in line: String) -> String? {
        let words = line.split { $0 == " " || $0 == "," || $0 == ":" || $0 == "\t" }.map(String.init)
        guard let end = words.firstIndex(where: { isName($0) }) else { return nil }
        let last = end + 1 < words.count && isName(words[end + 1]) && words[end].hasSuffix("s") ? end + 1 : end
        let name = words[end...last].joined(separator: " ")
        if end > 1, words[end - 1].folded == "och", words[end - 2].hasSuffix("-") {
            return nominative(words[(end - 2)...last].joined(separator: " "))
        }
        return nominative(name)
    }

    /// "Styrelsens protokoll" is the styrelse's: "Styrelsen".
    private static func nominative(_ name: String) -> String {
        let folded = name.folded
        let isOwner = ["ens", "ets", "ans"].contains { folded.hasSuffix($0) }
        return isOwner ? String(name.dropLast()) : name
    }
}
