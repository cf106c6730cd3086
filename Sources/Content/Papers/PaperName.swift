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
        let name = path.split(separator: "/").last ?? path
        let dot = name.lastIndex(of: ".")
        var stem = name
        var ending = ""
        if let dot, dot > name.startIndex, name.index(after: dot) < name.endIndex,
            name[name.index(after: dot)...].utf8.allSatisfy({ $0.isASCIILetter || $0.isDigit })
        {
            (stem, ending) = (name[..<dot], name[name.index(after: dot)...].lowercased())
        }
        self.ending = ending
        let (number, rest) = PaperName.split(stem)
        self.number = number
        let words = rest.isEmpty ? "Bilaga" : rest.replacing("_", with: " ")
        title = words.prefix(1).uppercased() + words.dropFirst()
        slug = Slug(rest) ?? Slug(text: "bilaga")
    }

    /// The number in front, with or without the word bilaga, and what follows it.
    private static func split(_ stem: Substring) -> (AttachmentNumber?, String) {
        var rest = stem
        func dropSeparators() {
            while let first = rest.first, " -_.–".contains(first) { rest.removeFirst() }
        }
        let hasWord =
            rest.prefix(6).lowercased() == "bilaga" && rest.dropFirst(6).first.map { !$0.isLetter } ?? true
        if hasWord {
            rest = rest.dropFirst(6)
            dropSeparators()
        }
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let written = digits.last == "." ? digits.dropLast() : digits
        let after = rest.dropFirst(digits.count).first
        let isSeparated = after.map { " -_–".contains($0) } ?? true
        let isShort = written.split(separator: ".").allSatisfy { $0.utf8.count <= 3 }
        guard isSeparated, isShort, let number = AttachmentNumber(String(written)) else {
            return (nil, hasWord && !rest.isEmpty ? String(rest) : String(stem))
        }
        rest = rest.dropFirst(digits.count)
        dropSeparators()
        return (number, String(rest))
    }
}
