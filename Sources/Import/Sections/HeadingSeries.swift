/// "Motion 1. Bastu i källaren" above "Motion 2. Odlingslådor": headings of a text's parts, and no paper's title.
enum HeadingSeries {
    /// The passages that such headings are, by index.
    static func starts(in passages: [Passage]) -> Set<Int> {
        var places: [String: [(index: Int, number: Int)]] = [:]
        for (index, passage) in passages.enumerated() where passage.kind == .text || passage.isHeading {
            guard let (word, number) = beginning(passage.plain) else { continue }
            places[word, default: []].append((index, number))
        }
        let series = places.values.filter { place in
            place.count > 1 && place.enumerated().allSatisfy { $1.number == $0 + 1 }
        }
        return Set(series.flatMap { $0.map(\.index) })
    }

    /// The word and the number of "Motion 1. Bastu", "Ärende 2: Budget".
    private static func beginning(_ plain: String) -> (String, Int)? {
        let words = plain.words.prefix(3)
        guard words.count == 3, plain.utf8.count <= 120, let word = words.first, let sign = words[1].last,
            word.first?.isUppercase ?? false, word.allSatisfy(\.isLetter), ".:)".contains(sign),
            let number = Int(words[1].dropLast())
        else { return nil }
        return (String(word).folded, number)
    }
}
