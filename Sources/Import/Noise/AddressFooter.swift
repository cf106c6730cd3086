import Meetings

/// The lines at a page's foot that say where the sender is.
enum AddressFooter {
    private static let strong = [
        "postadress", "besoksadress", "leveransadress", "organisationsnr", "organisationsnummer", "org nr", "orgnr",
        "bankgiro", "plusgiro", "hemsida", "webbplats", "telefax", "fax", "vaxel", "telefon vaxel", "webb", "internet",
    ]
    private static let weak = ["telefon", "tel", "tfn", "e post", "epost", "mail", "adress", "box"]

    /// How many of an address's labels a line has.
    static func labels(in line: String) -> Int {
        guard line.utf8.count <= 220 else { return 0 }
        let words = " " + line.foldedWords + " "
        var count = strong.count { words.contains(" " + $0 + " ") } + weak.count { words.contains(" " + $0 + " ") }
        if line.contains("www.") || line.contains("://") { count += 1 }
        if hasPostcode(line) { count += 1 }
        return count
    }

    /// True for a label that no applicant's own address has.
    static func isSenders(_ line: String) -> Bool {
        let words = " " + line.foldedWords + " "
        return [
            "besoksadress", "leveransadress", "organisationsnr", "organisationsnummer", "org nr", "bankgiro", "vaxel",
        ]
        .contains { words.contains(" " + $0 + " ") } || line.contains("www.")
    }

    /// Something of an address stands on the line: a postcode, a mail address, a web address, a telephone number.
    static func isPart(_ line: String) -> Bool {
        line.utf8.count <= 160
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
