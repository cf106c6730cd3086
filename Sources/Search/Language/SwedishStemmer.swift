/// Snowball's Swedish stemmer, as of its version 3.1: "besluten", "beslutet" and "beslutets" are "beslut".
///
/// Words are in lower case and Latin-1, one byte a letter.
struct SwedishStemmer {
    private var word: [UInt8]
    /// Where the region begins that endings are taken from (Snowball's R1).
    private let region: Int
}

extension SwedishStemmer {
    static func stem(_ word: [UInt8]) -> [UInt8] {
        var stemmer = SwedishStemmer(word: word, region: region(of: word))
        stemmer.dropEnding()
        stemmer.shortenPair()
        stemmer.dropDerivation()
        return stemmer.word
    }

    /// After the first consonant that follows a vowel, and at least three letters in.
    private static func region(of word: [UInt8]) -> Int {
        guard word.count >= 3, let vowel = word.firstIndex(where: isVowel),
            let consonant = word[(vowel + 1)...].firstIndex(where: { !isVowel($0) })
        else { return word.count }
        return max(3, consonant + 1)
    }

    private mutating func dropEnding() {
        guard let ending = longest(of: Self.endings) else { return }
        let stem = word.count - ending.count
        switch ending {
        case Self.s:
            if word[..<stem].hasEnding(Self.et), allowsEt(before: stem - 2) {
                word.removeLast(3)
            } else if stem > 0, Self.beforeS.contains(word[stem - 1]) {
                word.removeLast()
            }
        case Self.et: if allowsEt(before: stem) { word.removeLast(2) }
        default: word.removeLast(ending.count)
        }
    }

    /// "beslut-et" and not "budg-et": a vowel and a consonant come before, and none of the foreign words' endings.
    private func allowsEt(before stem: Int) -> Bool {
        guard stem >= 3, !Self.isVowel(word[stem - 1]), Self.isVowel(word[stem - 2]) else { return false }
        return !Self.notBeforeEt.contains { word[..<stem].hasEnding($0) }
    }

    private mutating func shortenPair() {
        if longest(of: Self.pairs) != nil { word.removeLast() }
    }

    private mutating func dropDerivation() {
        guard let ending = longest(of: Self.derivations) else { return }
        switch ending {
        case Self.fullt: word.removeLast()
        case Self.ost:
            let stem = word.count - ending.count
            if stem > 0, Self.beforeOst.contains(word[stem - 1]) { word.removeLast() }
        default: word.removeLast(ending.count)
        }
    }

    /// Of some endings, ordered from the longest, the first that lies within the region.
    private func longest(of endings: [[UInt8]]) -> [UInt8]? {
        endings.first { word.count - $0.count >= region && word[...].hasEnding($0) }
    }

    static func isVowel(_ letter: UInt8) -> Bool { vowels.contains(letter) }

    private static let vowels = letters("aeiouyäåö")
    private static let beforeS = letters("bcdfghjklmnoprtvy")
    private static let beforeOst = letters("iklnprtuv")
    private static let s = letters("s")
    private static let et = letters("et")
    private static let fullt = letters("fullt")
    private static let ost = letters("öst")
    private static let endings = longestFirst(
        """
        a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or s as arnas ernas \
        ornas es ades andes ens arens hetens erns at et andet het ast
        """)
    private static let pairs = longestFirst("dd gd nn dt gt kt tt")
    private static let derivations = longestFirst("ig lig els fullt öst")
    private static let notBeforeEt = longestFirst(
        "fab h pak rak stak kom iet cit dit alit ilit mit nit pit rit sit tit uit ivit kvit xit")

    private static func letters(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private static func longestFirst(_ words: String) -> [[UInt8]] {
        words.split(separator: " ").map { letters(String($0)) }.sorted { $0.count > $1.count }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasEnding(_ ending: [UInt8]) -> Bool { suffix(ending.count).elementsEqual(ending) }
}
