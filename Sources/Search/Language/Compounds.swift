/// Takes Swedish compounds apart: "rehabiliteringsinsats" is also found as "rehabilitering" and as "insats".
///
/// A word is cut where both parts are words of the site; else where its end is one; else where its beginning is one.
/// What is only an ending to a verb ("för-slag", "be-slut", "in-sats") is no compound.
struct Compounds {
    /// The site's words and their stems, in Latin-1.
    let words: Set<[UInt8]>
    let stems: Set<[UInt8]>

    /// A part in Latin-1. What ends a stem is a stem; what it begins with is a word or one.
    enum Part: Hashable {
        case word([UInt8])
        case stem([UInt8])

        var term: Term {
            switch self {
            case .word(let word): Term(latin: word)
            case .stem(let stem): Term(latinStem: stem)
            }
        }

        fileprivate var count: Int {
            switch self {
            case .word(let letters), .stem(let letters): letters.count
            }
        }
    }
}

extension Compounds {
    /// The parts of a stem, each once.
    func parts(of stem: [UInt8]) -> [Part] {
        var parts: [Part] = []
        collect(stem[...], into: &parts, depth: 0)
        return parts
    }

    private func collect(_ word: ArraySlice<UInt8>, into parts: inout [Part], depth: Int) {
        guard word.count >= 7, depth < 3, !word.contains(where: { $0 < 0x61 }) else { return }
        var fallback: (head: Part?, tail: ArraySlice<UInt8>)?
        var isCut = false
        for cut in (word.startIndex + 2)...(word.endIndex - 3) {
            let (head, tail) = (word[..<cut], word[cut...])
            if Self.particles.contains(Array(head)) || !head.contains(where: SwedishStemmer.isVowel) { continue }
            let first = firstPart(head)
            if tail.count >= (head.count >= 4 ? 3 : 4), stems.contains(Array(tail)) {
                if let first {
                    note(first, into: &parts)
                    note(.stem(Array(tail)), into: &parts)
                    collect(tail, into: &parts, depth: depth + 1)
                    isCut = true
                } else if head.count >= 3, tail.count >= 4, fallback == nil {
                    fallback = (nil, tail)
                }
            } else if let first, first.count >= 4, tail.count >= 5, tail.contains(where: SwedishStemmer.isVowel),
                fallback?.head != nil || fallback == nil
            {
                // The longest beginning, with its joining letter, leaves the likeliest end.
                fallback = (first, tail)
            }
        }
        if isCut { return }
        guard let fallback else { return }
        if let head = fallback.head { note(head, into: &parts) }
        note(.stem(Array(fallback.tail)), into: &parts)
    }

    private func note(_ part: Part, into parts: inout [Part]) {
        if part.count >= 3, !parts.contains(part) { parts.append(part) }
    }

    /// A first part as a word by itself: "rehabiliterings-" is "rehabilitering", "skol-" is "skola".
    private func firstPart(_ head: ArraySlice<UInt8>) -> Part? {
        if let whole = known(head) { return whole }
        guard let last = head.last, head.count >= 3, Self.joining.contains(last) else { return nil }
        return known(head.dropLast())
    }

    private func known(_ part: ArraySlice<UInt8>) -> Part? {
        let part = Array(part)
        return words.contains(part) ? .word(part) : stems.contains(part) ? .stem(part) : nil
    }

    private static let joining = Array("seaou".utf8)
    private static let particles: Set<[UInt8]> = Set(
        """
        an av be bi er ent för före ge gen hem här in inne kring miss med mot ner ned om o på sam sär till tillbaka um und \
        under upp ur ut ute van vid åter över fram från efter igen ihop bort isär und des dis kon kom pro re inter ad ab ob \
        per trans ex
        """.split(separator: " ").map { Term.latin($0.utf8) ?? [] })
}
