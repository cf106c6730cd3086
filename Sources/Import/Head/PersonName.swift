import Meetings

/// Names of persons, and their titles.
enum PersonName {
    private static let organisations = [
        "forvaltningen", "forvaltning", "namnden", "namnd", "styrelsen", "styrelse", "kontoret", "kontor", "forbundet",
        "forbund", "avdelningen", "avdelning", "enheten", "enhet", "kommun", "kommunen", "region", "regionen", "lan",
        "myndigheten", "kassan", "formedlingen", "bolaget", "ab", "utskottet", "fullmaktige", "kansliet", "kansli",
        "skolan", "verket", "centrum", "stad", "landsting", "gruppen", "tjanst", "omradet", "foreningen", "stiftelsen",
    ]
    private static let notNames: Set<String> = [
        "arende", "arendet", "bilaga", "beslut", "datum", "forslag", "underskrift", "ansokan", "organisation",
        "beslutsunderlag", "protokollet", "justeras", "enligt", "uppdrag", "for", "sida", "plats", "tid",
        "januari", "februari", "mars", "april", "juni", "juli", "augusti", "september", "oktober", "november",
        "december", "tjansteskrivelse", "protokoll", "kallelse", "sammantrade", "sekretess", "akten", "diariet", "ja",
        "nej", "mvh", "vanliga", "vanlig", "halsningar", "halsning", "hej", "hejsan", "tack", "basta", "kara", "vid",
        "justeras", "justerat", "underskrifter",
    ]
    private static let titles = [
        "chef", "chefen", "direktor", "direktoren", "sekreterare", "utredare", "handlaggare", "strateg", "controller",
        "ordforande", "samordnare", "ekonom", "jurist", "ledare", "ansvarig", "rektor", "planerare", "foredragande",
        "ledamot", "konsult", "specialist", "utvecklare", "koordinator", "assistent", "inspektor", "arkitekt",
        "ingenjor", "registrator", "revisor", "radgivare", "kommunalrad", "processledare", "administrator",
        "analytiker",
        "justerare", "ersattare", "sekreteraren", "ordforanden", "juristen", "utredaren", "handlaggaren",
        "forestandare",
    ]

    /// Two to four words that begin with a capital, none of them an organisation's.
    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count <= 70 else { return false }
        let words = text.trimmed.words
        guard (2...5).contains(words.count) else { return false }
        var capitals = 0
        for word in words {
            let folded = String(word).folded
            if ["von", "af", "de", "van", "al", "el", "der", "la"].contains(String(word)) { continue }
            guard word.first?.isUppercase ?? false,
                word.allSatisfy({ $0.isLetter || "-.'’´".contains($0) }), !notNames.contains(folded)
            else { return false }
            if organisations.contains(where: { folded == $0 || ($0.utf8.count > 5 && folded.hasSuffix($0)) }) {
                return false
            }
            if titles.contains(where: { folded.hasSuffix($0) && folded.utf8.count > 6 }) { return false }
            capitals += 1
        }
        return capitals == 2 || capitals == 3
    }

    /// "Eva Ek Bo Al", where columns were lost: two persons, or one with many names.
    static func mayBeSeveral(_ text: String) -> Bool {
        let words = text.trimmed.words
        guard (4...8).contains(words.count), words.count.isMultiple(of: 2) else { return false }
        return stride(from: 0, to: words.count, by: 2).allSatisfy {
            isOne("\(words[words.startIndex + $0]) \(words[words.startIndex + $0 + 1])")
        }
    }

    /// A title such as "förbundschef" or "Ekonomisk controller".
    static func isTitle(_ text: String) -> Bool {
        guard text.utf8.count <= 130 else { return false }
        let words = text.folded.split { $0 == " " || $0 == "," || $0 == "/" }
        guard (1...8).contains(words.count) else { return false }
        return words.contains { word in
            titles.contains { word.hasSuffix($0) } || word == "tf" || word == "vd" || word.hasPrefix("tillforordnad")
        }
    }

    static func isOrganisation(_ text: String) -> Bool {
        guard text.utf8.count <= 160 else { return false }
        let words = text.folded.split { $0 == " " || $0 == "," || $0 == "-" }
        return (1...8).contains(words.count)
            && words.contains { word in
                organisations.contains { word == $0 || ($0.utf8.count > 5 && word.hasSuffix($0)) }
            }
    }

    /// The persons that a value names: "Eva Ek, utredare och Bo Al" → Eva Ek, Bo Al. Where nobody has two names, each
    /// part as it stands ("Förbundschefen").
    static func all(in value: String) -> [String] {
        var text = value
        for sign in [" & ", " och ", ";", " / ", " samt "] { text = text.replacing(sign, with: ",") }
        let parts = text.split(separator: ",").map { withoutContact(String($0).trimmed) }.filter { !$0.isEmpty }
        let names = parts.map { part -> String in
            if let bracket = part.firstIndex(of: "("), bracket > part.startIndex {
                return String(part[..<bracket]).trimmed
            }
            return part
        }
        .map(withoutTitle).filter(isOne)
        if !names.isEmpty { return names }
        return parts.filter { ($0.startsWithCapital || isTitle($0)) && $0.utf8.count <= 60 && !$0.startsWithDigit }
    }

    /// "utredare Eva Ek" and "Eva Ek utredare" are Eva Ek.
    private static func withoutTitle(_ part: String) -> String {
        var words = part.words.map(String.init)
        while words.count > 2, let last = words.last, !last.startsWithCapital { words.removeLast() }
        while words.count > 2, let first = words.first, !first.startsWithCapital || isTitle(first) {
            words.removeFirst()
        }
        while words.count > 2, let last = words.last, isTitle(last) { words.removeLast() }
        return words.joined(separator: " ")
    }

    /// Without a telephone number or a mail address that stands after a name.
    private static func withoutContact(_ part: String) -> String {
        let words = part.words.prefix { word in
            !word.contains("@") && !(word.first?.isNumber ?? false) && !word.hasPrefix("+")
                && !["tel", "telefon", "tfn"].contains(String(word).foldedWords)
        }
        return words.joined(separator: " ")
    }
}
