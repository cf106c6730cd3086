import Meetings

/// The mark that a list's item begins with, in any of the shapes that word processors leave.
struct Bullet: Equatable {
    /// `1.`, `2)`, `a)`; nil for a mark without a number.
    let number: String?
    /// What follows it.
    let text: String
}

extension Bullet {
    init?(_ line: String) {
        let trimmed = line.trimmed
        if let (number, rest) = Bullet.numbered(trimmed) {
            self.init(number: number, text: rest)
            return
        }
        guard let first = trimmed.unicodeScalars.first else { return nil }
        let rest = String(trimmed.unicodeScalars.dropFirst())
        let hasSpace = rest.utf8.first == 0x20 || rest.utf8.first == 0x09
        let text = rest.trimmed
        guard !text.isEmpty else { return nil }
        switch first {
        case "•", "·", "▪", "▫", "◦", "‣", "■", "□", "●", "○", "➢", "✓", "\u{F0B7}", "\u{F0A7}", "\u{F02D}", "\u{F0D8}",
            "\u{F0FC}", "\u{F076}":
            break
        case "-", "–", "—", "*", "+":
            guard hasSpace, !PageFurniture.isRule(trimmed) else { return nil }
        case "o":
            // Word's second level: the letter o, and a tab or a capital after it.
            guard hasSpace, rest.utf8.first == 0x09 || text.startsWithCapital else { return nil }
        default: return nil
        }
        // "- a) lyda": a list that counts with letters.
        if let (letter, words) = Bullet.numbered(text), !letter.startsWithDigit {
            self.init(number: letter, text: words)
        } else {
            self.init(number: nil, text: text)
        }
    }

    /// `1. `, `12) `, `a) `, `(1) `
    private static func numbered(_ line: String) -> (String, String)? {
        var rest = line[...]
        let hasBracket = rest.first == "("
        if hasBracket { rest = rest.dropFirst() }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let letters = digits.isEmpty ? rest.prefix { $0.isASCII && $0.isLetter } : ""
        let mark = digits.isEmpty ? letters : digits
        guard !mark.isEmpty, digits.utf8.count <= 3 else { return nil }
        guard letters.utf8.count <= 1 || isRoman(letters) else { return nil }
        rest = rest.dropFirst(mark.count)
        guard let sign = rest.first, sign == ")" || (sign == "." && !hasBracket && letters.isEmpty) else { return nil }
        rest = rest.dropFirst()
        guard let space = rest.utf8.first, space == 0x20 || space == 0x09 else { return nil }
        let text = String(rest.trimmed)
        return text.isEmpty ? nil : ("\(mark)\(sign)", text)
    }

    /// `ii`, `IX`: the first thirty, in letters of one case.
    static func isRoman(_ letters: Substring) -> Bool {
        let small = letters.lowercased()
        guard letters == small[...] || letters == letters.uppercased()[...] else { return false }
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
        return ["", "x", "xx"].contains { tens in ones.contains { !small.isEmpty && tens + $0 == small } }
    }
}
