/// Who drives an initiative and who takes part, as an ärende's text says it.
struct Parties: Sendable {
    var owner: String?
    var partners: [String] = []
}

extension Parties {
    /// Reads sentences such as "Norrdals kommun är insatsägare … och samverkansparter är Region Norr och Arbetskassan",
    /// "… där Norrdals kommun är insatsägare och Region Norr samverkanspart".
    static func find(in passages: [String]) -> Parties {
        var parties = Parties()
        for passage in passages where passage.hasText("insatsägare") || passage.hasText("samverkanspart") {
            for sentence in passage.sentences {
                let words = sentence.split(separator: " ").map(String.init)
                if parties.owner == nil, let owner = owner(in: words) { parties.owner = owner }
                if parties.partners.isEmpty { parties.partners = partners(in: words) }
            }
        }
        parties.partners.removeAll { $0 == parties.owner }
        return parties
    }

    private static func owner(in words: [String]) -> String? {
        guard let place = words.firstIndex(where: { $0.lettersOnly == "insatsägare" }), place > 0 else { return nil }
        if ["är", "utgör", "blir", "står"].contains(words[place - 1]) || words[place - 1] == "som" {
            return name(endingBefore: place - 1, in: words)
        }
        // "Insatsägare är Norrdals kommun"
        if place + 1 < words.count, words[place + 1] == "är" { return name(startingAt: place + 2, in: words)?.name }
        return nil
    }

    private static func partners(in words: [String]) -> [String] {
        guard let place = words.firstIndex(where: { $0.lettersOnly.hasPrefix("samverkanspart") }) else { return [] }
        var names: [String] = []
        if place + 1 < words.count, words[place + 1] == "är" {
            var start = place + 2
            while start < words.count, let found = name(startingAt: start, in: words) {
                names.append(found.name)
                start = found.end
                guard found.goesOn else { break }
                if start < words.count, words[start] == "och" || words[start] == "samt" { start += 1 }
            }
            return names
        }
        // "… och Region Norr samverkanspart"
        let before = place > 0 && ["är", "som"].contains(words[place - 1]) ? place - 1 : place
        let found = list(endingBefore: before, in: words)
        // "… kassan och Arbetsförmedlingen är samverkansparter": where one of several was read, the others are missing.
        let isPlural = words[place].lettersOnly.hasPrefix("samverkansparter")
        return isPlural && found.count < 2 ? [] : found
    }

    /// "Region Norr, Försäkringskassan och Arbetsförmedlingen", in their order.
    private static func list(endingBefore end: Int, in words: [String]) -> [String] {
        var names: [String] = []
        var end = end
        while let name = name(endingBefore: end, in: words) {
            names.insert(name, at: 0)
            let start = end - name.split(separator: " ").count
            guard start > 0 else { break }
            if ["och", "samt"].contains(words[start - 1]) {
                end = start - 1
            } else if words[start - 1].hasSuffix(",") {
                end = start
            } else {
                break
            }
        }
        return names
    }

    /// The words with capitals that end before a place: "där Norrdals kommun".
    private static func name(endingBefore end: Int, in words: [String]) -> String? {
        var start = end
        while start > 0, end - start < 5 {
            let word = words[start - 1]
            let isPart = word.startsWithCapital || ["kommun", "län", "stad", "kommuns"].contains(word)
            guard isPart, !(word.hasSuffix(",") && start < end), !["Där", "Med", "I"].contains(word) else { break }
            start -= 1
        }
        guard start < end, words[start].startsWithCapital else { return nil }
        return words[start..<end].joined(separator: " ").withoutStop
    }

    private static func name(startingAt start: Int, in words: [String]) -> (name: String, end: Int, goesOn: Bool)? {
        guard start < words.count, words[start].startsWithCapital else { return nil }
        var end = start
        while end < words.count, end - start < 5 {
            let word = words[end]
            guard word.startsWithCapital || ["kommun", "län", "stad"].contains(word.lettersOnly) else { break }
            end += 1
            if word.hasSuffix(",") || word.hasSuffix(".") { break }
        }
        let last = words[end - 1]
        let goesOn = last.hasSuffix(",") || (end < words.count && (words[end] == "och" || words[end] == "samt"))
        return (words[start..<end].joined(separator: " ").withoutStop, end, goesOn && !last.hasSuffix("."))
    }
}

extension String {
    /// Cut after a full stop with a space.
    fileprivate var sentences: [String] { split(separator: ". ").map { String($0) } }
    fileprivate var lettersOnly: String { filter { $0.isLetter } }
    fileprivate var withoutStop: String {
        var text = self[...]
        while let last = text.last, ".,;:".contains(last) { text = text.dropLast() }
        return String(text)
    }
}
