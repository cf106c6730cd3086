import Meetings

/// What the name of a bilaga's file tells: `6.1 Ansökan.md`, `bilaga-6.1-ansokan.md`, `budget.pdf`.
package struct PaperName {
    package let number: AttachmentNumber?
    /// "Ansökan"; without the number and the ending.
    package let title: String
    /// Its piece of the address: numbers change from meeting to meeting, so they are no part of it (FORMAT §9).
    package let slug: Slug
    /// The ending in lower case, `pdf`; empty when there is none.
    package let ending: String
}

extension PaperName {
    package init(_ path: Substring) {
        let name = PaperName.lastPart(path)
        let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
        var stem = name
        var ending = ""
        if let dot, dot > name.startIndex {
            let after = name.utf8[name.utf8.index(after: dot)...]
            if !after.isEmpty, after.allSatisfy({ $0.isASCIILetter || $0.isDigit }) {
                (stem, ending) = (name[..<dot], Substring(after).lowercased())
            }
        }
        self.ending = ending
        let (number, rest) = PaperName.split(stem.utf8)
        self.number = number
        let words = rest.isEmpty ? "Bilaga" : PaperName.withSpaces(rest)
        title = words.prefix(1).uppercased() + words.dropFirst()
        slug = Slug(rest) ?? Slug(text: "bilaga")
    }

    private static func lastPart(_ path: Substring) -> Substring {
        let slash = UInt8(ascii: "/")
        guard let last = path.utf8.lastIndex(where: { $0 != slash }) else { return path }
        let start = path.utf8[...last].lastIndex(of: slash).map { path.utf8.index(after: $0) } ?? path.startIndex
        return path[start..<path.utf8.index(after: last)]
    }

    private static func withSpaces(_ words: String) -> String {
        guard words.utf8.contains(UInt8(ascii: "_")) else { return words }
        return String(decoding: words.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
    }

    /// The number in front, with or without the word bilaga, and what follows it.
    private static func split(_ stem: Substring.UTF8View) -> (AttachmentNumber?, String) {
        var rest = stem
        let hasWord = beginsWithWord(stem)
        if hasWord { rest = withoutSeparators(rest.dropFirst(6)) }
        let digits = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
        let written = digits.last == UInt8(ascii: ".") ? digits.dropLast() : digits
        let after = rest.dropFirst(digits.count)
        let isSeparated = after.isEmpty || after.first != UInt8(ascii: ".") && separatorLength(after) > 0
        let isShort = written.split(separator: UInt8(ascii: ".")).allSatisfy { $0.count <= 3 }
        // "3 kap socialtjänstlagen" is a title that begins with a number.
        let isTitle = !hasWord && written.count == digits.count && !written.contains(UInt8(ascii: ".")) && isWord(after)
        guard isSeparated, isShort, !isTitle, let number = AttachmentNumber(String(Substring(written))) else {
            return (nil, String(Substring(hasWord && !rest.isEmpty ? rest : stem)))
        }
        return (number, String(Substring(withoutSeparators(after))))
    }

    /// A space, and then a word without a capital.
    private static func isWord(_ after: Substring.UTF8View) -> Bool {
        guard after.first == 0x20 else { return false }
        return Substring(after.dropFirst()).first.map(\.isLowercase) ?? false
    }

    /// "bilaga" as a word of its own.
    private static func beginsWithWord(_ stem: Substring.UTF8View) -> Bool {
        guard stem.prefix(6).elementsEqual("bilaga".utf8, by: { $0.asciiLowercased == $1 }) else { return false }
        return Substring(stem.dropFirst(6)).first.map { !$0.isLetter } ?? true
    }

    private static func withoutSeparators(_ text: Substring.UTF8View) -> Substring.UTF8View {
        var rest = text
        while true {
            let length = separatorLength(rest)
            if length == 0 { return rest }
            rest = rest.dropFirst(length)
        }
    }

    /// A space, a dash, an underscore, a full stop or an en dash.
    private static func separatorLength(_ text: Substring.UTF8View) -> Int {
        switch text.first {
        case 0x20, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): 1
        case 0xE2: text.starts(with: "–".utf8) ? 3 : 0
        default: 0
        }
    }
}
