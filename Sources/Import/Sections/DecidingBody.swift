import Content
import Meetings

/// Who decides: a body's name, and where a text says it.
enum DecidingBody {
    private static let endings = [
        "namnd", "namnden", "styrelse", "styrelsen", "utskott", "utskottet", "fullmaktige", "beredning", "beredningen",
        "delegation", "delegationen", "radet", "presidiet", "presidium", "direktion", "direktionen", "forbundsmote",
        "forbundsmotet", "stamman", "arsmotet", "kommitten", "kommissionen", "namndens", "styrelsens",
    ]

    /// The body that a word for its meeting names: "styrelsemöte" is the styrelse's, "höstmöte" is a body of its own.
    static func meeting(_ word: String) -> (name: String, isAssembly: Bool)? {
        let folded = word.folded
        let boards = ["styrelsemote", "styrelsemotet", "styrelseprotokoll", "styrelsesammantrade"]
        if boards.contains(folded) { return ("Styrelsen", false) }
        let assemblies = [
            "arsmote", "hostmote", "varmote", "medlemsmote", "foreningsmote", "ombudsmote", "stamma", "foreningsstamma",
            "arsstamma",
        ]
        for name in assemblies where folded == name || folded == name + "s" + "protokoll" {
            let own = String(word.prefix(name.count)).lowercased()
            return ((own + (own.hasSuffix("a") ? "n" : "t")).capitalised, true)
        }
        return nil
    }

    /// True for one word that names a body: "arbetsmarknadsnämnden", "Styrelsen".
    static func isName(_ word: String) -> Bool {
        let folded = word.folded
        return endings.contains { folded.hasSuffix($0) || folded.hasSuffix($0 + "s") }
    }

    /// The body that a whole line names: "Arbetsmarknadsnämnden", "Till kommunstyrelsen", "Kommunstyrelsens arbetsutskott".
    static func named(by line: String) -> String? {
        guard line.utf8.count <= 120 else { return nil }
        var words = line.trimmed.words
        if let first = words.first?.lowercased(), first == "till" || first == "till:" { words.removeFirst() }
        guard (1...6).contains(words.count), let last = words.last, isName(String(last)) else { return nil }
        guard words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0 == "-" } }) else { return nil }
        let isKind = words.contains {
            PaperKindWord.kind(of: String($0)) != nil || ["för", "i", "med", "av", "till", "förslag"].contains($0)
                || $0.lowercased().hasSuffix("lista")
        }
        guard !isKind else { return nil }
        let isBody = words.dropLast().allSatisfy { isName(String($0)) || $0.count <= 20 && qualifies($0, last) }
        return isBody && !SentenceEnd.isSentence(line) ? words.joined(separator: " ") : nil
    }

    /// "Tekniska nämnden", "Region Norrdals styrelse", "Kultur- och fritidsnämnden"; not "Beslutslista klubbstyrelsen".
    private static func qualifies(_ word: Substring, _ body: Substring) -> Bool {
        let isDefinite = ["en", "et", "na"].contains { body.lowercased().hasSuffix($0) }
        return !isDefinite || word.hasSuffix("-")
            || ["a", "s", "och", "samt"].contains { word.lowercased().hasSuffix($0) }
            || word.count <= 4
    }

    /// Who decides by a lead line: "Arbetsutskottet föreslår förbundsstyrelsen besluta" → förbundsstyrelsen.
    static func deciding(in lead: String) -> String? {
        var words = lead.trimmed.split { $0 == " " || $0 == ":" || $0 == "," || $0 == "." }.map(String.init)
        let folded = words.map(\.folded)
        let decides: Set<String> = ["besluta", "beslutar", "beslutas", "beslut", "beslutade"]
        let proposes: Set<String> = [
            "foreslar", "foresla", "rekommenderar", "hemstaller", "anhaller", "att", "tillstyrker", "for", "besluta",
            "beslutar",
        ]
        if let end = folded.lastIndex(where: { decides.contains($0) }) {
            words = Array(words[..<end])
        } else if folded.last == "att" {
            words.removeLast()
        }
        while let last = words.last?.folded, ["foreslas", "att", "ska", "skall", "kan", "foreslar"].contains(last) {
            words.removeLast()
        }
        if let start = words.lastIndex(where: { proposes.contains($0.folded) }) {
            words = Array(words[(start + 1)...])
        }
        return phrase(words)
    }

    /// Who a full sentence begins with: "Förbundsstyrelsen beviljar …".
    static func subject(of sentence: String) -> String? {
        let words = sentence.words
        guard let end = words.prefix(5).firstIndex(where: { isName(String($0)) }) else { return nil }
        return phrase(words[...end].map(String.init))
    }

    /// "Förslag till beslut i kommunstyrelsen", "Arbetsutskottets förslag till beslut".
    static func inHeading(_ heading: String) -> String? {
        let words = SectionName.bare(heading).words.map(String.init)
        guard
            let start = words.firstIndex(where: { ["i", "for", "av", "till"].contains($0.folded) && $0 != words.first })
        else { return nil }
        let rest = words[(start + 1)...]
        let own = rest.first?.folded == "beslut" ? rest.dropFirst(2) : rest
        return own.isEmpty ? nil : phrase(Array(own))
    }

    /// The last words of a phrase that are a body's name.
    private static func phrase(_ words: [String]) -> String? {
        guard let last = words.lastIndex(where: { isName($0) }) else { return nil }
        var start = last
        // "kultur- och fritidsnämnden", "Kommunstyrelsens arbetsutskott", "Region Norrdals styrelse"
        while start > 0 {
            let before = words[start - 1]
            let folded = before.folded
            let belongs =
                folded == "och" && start > 1 && words[start - 2].hasSuffix("-")
                || before.hasSuffix("-") || (isName(folded.hasSuffix("s") ? String(folded.dropLast()) : folded))
                || (before.startsWithCapital && folded.hasSuffix("s") && start - 1 == 0 && words.count > 1)
                || (before.startsWithCapital && start - 1 == 0 && folded == "region")
            guard belongs else { break }
            start -= 1
        }
        return words[start...last].joined(separator: " ")
    }

    /// True for a name that only says what kind of body it is.
    static func isGeneral(_ name: String) -> Bool {
        ["namnden", "styrelsen", "utskottet", "fullmaktige", "direktionen", "stamman"].contains(name.folded)
    }
}
