/// The terms that words are looked up as: each word's stem, and the stems of a compound's parts.
struct Vocabulary: Sendable {
    /// By number; the stems in UTF-8.
    let terms: [Term]
    /// Of each term, the words that mean it.
    let words: [[Meant]]
    /// Of each term, the word that it most often is; nil for one that only compounds have.
    let shown: [Int?]

    struct Meant: Sendable {
        let word: Int32
        /// Part of a compound.
        let isPart: Bool
    }
}

extension Vocabulary {
    /// - Parameters:
    ///   - words: all of the site, those without meaning first.
    ///   - frequencies: of each word, in how many passages it is.
    init(_ words: WordTable, skipping stopWords: Int, frequencies: [Int]) {
        let stripes = Cores.count * 4
        let all = words
        let stems = Cores.map(stripes) { stripe -> [Term] in
            Self.range(stripe, of: stripes, all.count).map { Term(word: all[$0]) }
        }.flatMap(\.self)
        var numbers: [Term: Int] = [:]
        numbers.reserveCapacity(words.count)
        var terms: [Term] = []
        var meant: [[Meant]] = []
        var shown: [Int?] = []
        func number(of term: Term) -> Int {
            if let known = numbers[term] { return known }
            numbers[term] = terms.count
            terms.append(term)
            meant.append([])
            shown.append(nil)
            return terms.count - 1
        }
        for word in stopWords..<words.count {
            let term = number(of: stems[word])
            meant[term].append(Meant(word: Int32(word), isPart: false))
            if let other = shown[term], !Self.isBetter(word, than: other, words, frequencies) { continue }
            shown[term] = word
        }
        let compounds = Compounds(
            words: Set(
                (stopWords..<words.count).lazy.filter { words[$0].count >= 3 }.compactMap { Term.latin(words[$0]) }),
            stems: Set(terms.lazy.filter { $0.stem.count >= 3 }.compactMap { Term.latin($0.stem) }))
        let whole = terms
        let parts = Cores.map(stripes) { stripe -> [[Term]] in
            Self.range(stripe, of: stripes, whole.count).map { term in
                guard let latin = Term.latin(whole[term].stem) else { return [] }
                return compounds.parts(of: latin).map(\.term)
            }
        }.flatMap(\.self)
        for (term, parts) in parts.enumerated() {
            let own = meant[term].filter { !$0.isPart }
            for part in Set(parts).sorted(by: { $0.stem.lexicographicallyPrecedes($1.stem) }) where part != whole[term]
            {
                let part = number(of: part)
                meant[part] += own.map { Meant(word: $0.word, isPart: true) }
            }
        }
        (self.terms, self.words, self.shown) = (terms, meant, shown)
    }

    /// More often, else earlier in the alphabet: never as it happened to be read.
    private static func isBetter(_ word: Int, than other: Int, _ words: WordTable, _ frequencies: [Int]) -> Bool {
        frequencies[word] == frequencies[other]
            ? words[word].lexicographicallyPrecedes(words[other]) : frequencies[word] > frequencies[other]
    }

    private static func range(_ stripe: Int, of stripes: Int, _ count: Int) -> Range<Int> {
        (count * stripe / stripes)..<(count * (stripe + 1) / stripes)
    }
}
