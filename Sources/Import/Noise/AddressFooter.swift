import Meetings

/// The lines at a page's foot that say where the sender is.
enum AddressFooter {
    /// Labels of one word, and of two.
    private static let single: Set<Substring> = [
        "postadress", "besoksadress", "leveransadress", "organisationsnr", "organisationsnummer", "orgnr", "bankgiro",
        "plusgiro", "hemsida", "webbplats", "telefax", "fax", "vaxel", "webb", "internet", "telefon", "tel", "tfn",
        "epost", "mail", "adress", "box",
    ]
    private static let senders: Set<Substring> = [
        "besoksadress", "leveransadress", "organisationsnr", "organisationsnummer", "orgnr", "bankgiro", "vaxel",
    ]

    /// How many of an address's labels a line has.
    static func labels(in line: String) -> Int {
        guard line.utf8.count <= 220, !isSentence(line) else { return 0 }
        let folded = line.foldedWords
        let words = folded.split(separator: " ")
        var count = words.count { single.contains($0) } + pairs(words)
        if line.hasText("www.") || line.hasText("://") { count += 1 }
        if hasPostcode(line) { count += 1 }
        return count
    }

    /// Running words: "Pengarna gick till bankgiro 5050-1055 den 4 juli." An address has names, labels and numbers.
    private static func isSentence(_ line: String) -> Bool {
        let running = line.words.count { word in
            guard word.first?.isLowercase ?? false, !word.contains("@"), !word.dropLast().contains(".") else {
                return false
            }
            return !single.contains(Substring(String(word).foldedWords))
                && !["org", "nr", "e-post", "och"].contains(word)
        }
        return running >= 3 || (running >= 2 && line.hasSuffix("."))
    }

    /// "org nr" and "e post"
    private static func pairs(_ words: [Substring]) -> Int {
        zip(words, words.dropFirst()).count { ($0 == "org" && $1 == "nr") || ($0 == "e" && $1 == "post") }
    }

    /// True for a label that no applicant's own address has.
    static func isSenders(_ line: String) -> Bool {
        guard line.utf8.count <= 220, !isSentence(line) else { return false }
        let folded = line.foldedWords
        let words = folded.split(separator: " ")
        return words.contains { senders.contains($0) } || line.hasText("www.")
            || zip(words, words.dropFirst()).contains { $0 == "org" && $1 == "nr" }
    }

    /// Something of an address stands on the line: a postcode, a mail address, a web address, a telephone number.
    static func isPart(_ line: String) -> Bool {
        line.utf8.count <= 160 && !isSentence(line)
            && (labels(in: line) > 0 || line.utf8.contains(UInt8(ascii: "@")) || hasPostcode(line)
                || line.utf8.count { $0.isDigit } >= 7)
    }

    /// `123 45`
    private static func hasPostcode(_ line: String) -> Bool {
        let words = line.words
        return zip(words, words.dropFirst()).contains { first, second in
            first.utf8.count == 3 && second.utf8.count == 2 && first.utf8.allSatisfy(\.isDigit)
                && second.utf8.allSatisfy(\.isDigit)
        }
    }
}
