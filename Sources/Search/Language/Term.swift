/// What a word is looked up as: its stem, with its letters as they are and without their marks.
struct Term: Hashable, Sendable {
    /// `åtgärd`, in UTF-8.
    let stem: [UInt8]
    /// `atgard`
    var key: [UInt8] { Term.folded(stem) }
}

extension Term {
    /// - Parameter word: in lower case, in UTF-8.
    init(word: some Collection<UInt8>) {
        // A number has no endings, and a word beyond Latin-1 is left as it is.
        guard let latin = Term.latin(word), !latin.contains(where: { $0 < 0x3A }) else {
            self.init(stem: Array(word))
            return
        }
        self.init(latin: latin)
    }

    init(latin: [UInt8]) { stem = Term.utf8(Term.shortened(latin)) }

    /// Of what is a stem already: to stem it once more may take too much.
    init(latinStem: [UInt8]) { stem = Term.utf8(latinStem) }

    /// Snowball's stem, with what it leaves apart brought together: it knows no "-et" after two consonants ("förbundet",
    /// "ärendet"), makes "insat" of "insats" but "insats" of "insatser", and "medlemm" of "medlemmar".
    private static func shortened(_ latin: [UInt8]) -> [UInt8] {
        var word = SwedishStemmer.stem(withoutEt(latin))
        if word.count > 3, word.last == UInt8(ascii: "s"), !isVowelOrS(word[word.count - 2]) { word.removeLast() }
        if word.count > 3, word.suffix(2).elementsEqual("mm".utf8) { word.removeLast() }
        return word
    }

    private static func withoutEt(_ word: [UInt8]) -> [UInt8] {
        let genitive = word.last == UInt8(ascii: "s") ? 1 : 0
        let stem = word.count - genitive - 2
        guard stem >= 4, word[stem] == UInt8(ascii: "e"), word[stem + 1] == UInt8(ascii: "t"),
            clusters.contains(Array(word[(stem - 2)..<stem])), !word.starts(with: "internet".utf8)
        else { return word }
        return Array(word[..<stem])
    }

    private static func isVowelOrS(_ letter: UInt8) -> Bool {
        SwedishStemmer.isVowel(letter) || letter == UInt8(ascii: "s")
    }

    /// Consonants that end a Swedish word; "budget" and "paket" have none of them before their "et".
    private static let clusters = Set(
        "nd rd ld ng nk rk rg rm rn rv lv lm kt st ft rt lt pt sk ck tt ll ss nn mm rr pp gg bb mn nt lj rj dj"
            .split(separator: " ").map { Array($0.utf8) })

    /// Nil for a text with a letter that Latin-1 has not.
    static func latin(_ word: some Collection<UInt8>) -> [UInt8]? {
        var latin: [UInt8] = []
        latin.reserveCapacity(word.count)
        var lead: UInt8 = 0
        for byte in word {
            switch byte {
            case 0..<0x80: latin.append(byte)
            case 0xC2, 0xC3: lead = byte
            case 0x80..<0xC0 where lead != 0:
                latin.append(lead << 6 | byte & 0x3F)
                lead = 0
            default: return nil
            }
        }
        return latin
    }

    static func utf8(_ latin: [UInt8]) -> [UInt8] {
        if latin.allSatisfy({ $0 < 0x80 }) { return latin }
        return latin.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
    }

    /// Without the marks of Latin-1's letters; others stay. The search page's script has the same table.
    static func folded(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(0xC3) else { return text }
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] == 0xC3, index + 1 < text.count, let plain = plain(text[index + 1]) {
                folded.append(plain)
                index += 2
            } else {
                folded.append(text[index])
                index += 1
            }
        }
        return folded
    }

    /// Of the second byte of a letter from `à` to `ÿ`.
    private static func plain(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0xA0...0xA6: UInt8(ascii: "a")
        case 0xA7: UInt8(ascii: "c")
        case 0xA8...0xAB: UInt8(ascii: "e")
        case 0xAC...0xAF: UInt8(ascii: "i")
        case 0xB1: UInt8(ascii: "n")
        case 0xB2...0xB6, 0xB8: UInt8(ascii: "o")
        case 0xB9...0xBC: UInt8(ascii: "u")
        case 0xBD, 0xBF: UInt8(ascii: "y")
        default: nil
        }
    }
}
