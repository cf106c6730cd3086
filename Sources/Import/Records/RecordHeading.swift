import Meetings

/// A record's § as its heading has it: `§ 45 Ansökan om medel (dnr 2019:30)`.
struct RecordHeading: Equatable {
    let number: Int
    /// Without the number and the dnr; empty where the title stands on a line of its own.
    let title: String
    let diaryNumber: String?
}

extension RecordHeading {
    /// The number of a line that begins as a § does; nil for any other line.
    static func number(_ line: String) -> Int? { parts(line)?.number }

    init?(_ line: String) {
        guard let (number, rest) = RecordHeading.parts(line) else { return nil }
        let (title, dnr) = RecordHeading.split(rest)
        self.init(number: number, title: title, diaryNumber: dnr)
    }

    /// `§ 45 …`, `§45. …`, `AU § 45 …`, `Paragraf 45`. Not `§§ 40–52`, which is what a record covers.
    private static func parts(_ line: String) -> (number: Int, rest: String)? {
        guard line.utf8.count <= 400 else { return nil }
        var text = SectionName.isStarred(line) ? String(line.drop { $0 == "*" || $0 == "#" || $0 == " " }) : line
        var scalars = text.unicodeScalars[...]
        if let sign = scalars.firstIndex(of: "§"), sign != scalars.startIndex {
            // A body's code before the sign.
            guard isCode(String(scalars[..<sign]).trimmed) else { return nil }
            text = String(scalars[sign...])
            scalars = text.unicodeScalars[...]
        }
        if scalars.first == "§" {
            scalars = scalars.dropFirst()
            if scalars.first == "§" { return several(String(scalars.dropFirst())) }
        } else if text.folded.hasPrefix("paragraf ") {
            scalars = scalars.dropFirst(8)
        } else {
            return nil
        }
        let digits = scalars.drop { $0 == " " || $0 == "\t" }
        let number = digits.prefix { ("0"..."9").contains($0) }
        guard !number.isEmpty, number.count <= 4, let value = Int(String(number)) else { return nil }
        var rest = String(digits.dropFirst(number.count))
        // "§ 45/20": numbered within the year.
        if rest.hasPrefix("/") {
            let year = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard year.utf8.count == 2 || year.utf8.count == 4 else { return nil }
            rest = String(rest.dropFirst(1 + year.count))
        }
        // "§ 45.1" is a point of § 45.
        if rest.hasPrefix("."), rest.dropFirst().first?.isNumber ?? false { return nil }
        // "§ 45 a", "§ 45 i förbundsordningen" and "§ 45, 2020-09-18" are mentions; "§ 16 a) Budget" is a part of § 16.
        let words = rest.trimmed
        if isPart(words) { return (value, words) }
        if rest.first.map({ "-–".contains($0) }) ?? false, rest.dropFirst().first?.isNumber ?? false {
            return several(String(digits))
        }
        if words.startsWithSmallLetter || words.hasPrefix("–") && words.dropFirst().trimmed.first?.isNumber ?? false {
            return nil
        }
        if words.hasPrefix(",") { return nil }
        var title = words[...]
        while let first = title.first, ".:–-*".contains(first) || first == " " { title = title.dropFirst() }
        while let last = title.last, last == "*" || last == " " { title = title.dropLast() }
        return (value, String(title))
    }

    /// "§ 2.1 Mötets öppnande": numbered in two parts.
    static func isPointed(_ line: String) -> Bool {
        guard line.hasPrefix("§") else { return false }
        let rest = line.dropFirst().drop { $0 == " " }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let after = rest.dropFirst(digits.count)
        return !digits.isEmpty && after.first == "." && after.dropFirst().first?.isNumber ?? false
    }

    private static func isPreposition(_ word: String) -> Bool {
        ["om", "over", "av", "med", "enligt", "fran", "till", "i", "mot", "for", "se", "jfr", "nr", "enl", "pa"]
            .contains(word.folded)
    }

    /// A body's code in front of the sign: "AU", "Ks", "Ksau"; not "Se § 45".
    private static func isCode(_ word: String) -> Bool {
        guard (1...5).contains(word.count), word.allSatisfy(\.isLetter), word.startsWithCapital else { return false }
        return word.allSatisfy(\.isUppercase)
            || ![
                "se", "jfr", "jmf", "enl", "och", "ang", "obs", "mot", "vid", "av", "om", "till", "i", "pa", "for",
                "med",
                "aven", "samt", "fran", "enda", "nya", "a", "under", "efter", "fore",
            ].contains(word.folded)
    }

    /// "a) Budget"
    private static func isPart(_ words: String) -> Bool {
        guard words.startsWithSmallLetter, words.dropFirst().first == ")" else { return false }
        return words.dropFirst(2).trimmed.first?.isUppercase ?? false
    }

    /// "§§ 14–15 Anmälningar" is a heading of several §§, and has the first one's number; what a record covers ("§§ 40–52")
    /// and who was there for some of it ("§§ 1–2 Eva Ek") is none.
    private static func several(_ text: String) -> (number: Int, rest: String)? {
        let range = text.trimmed
        let numbers = range.prefix { $0.isASCII && $0.isNumber || "-– ".contains($0) }
        let parts = numbers.split { "-– ".contains($0) }.compactMap { Int($0) }
        let title = String(range.dropFirst(numbers.count)).trimmed
        guard parts.count == 2, parts[0] < parts[1], parts[1] - parts[0] < 40, title.startsWithCapital,
            !PersonName.isOne(title.words.prefix(2).joined(separator: " ")), !SentenceEnd.isAt(title)
        else { return nil }
        return (parts[0], "\(title) (§§ \(parts[0])–\(parts[1]))")
    }

    /// A title and the dnr in it: "Ansökan (dnr 2019:30)", "2019:30 Ansökan", "Ansökan   Dnr 2019:30".
    static func split(_ text: String) -> (title: String, diaryNumber: String?) {
        var words = text.words.map(String.init)
        let isSign = { (character: Character) in "()[],;".contains(character) }
        func bare(_ word: String) -> String {
            var part = word[...]
            while let first = part.first, isSign(first) { part = part.dropFirst() }
            while let last = part.last, isSign(last) || last == "." || last == ":" { part = part.dropLast() }
            return String(part)
        }
        let isLabel = { (word: String) in ["dnr", "diarienummer", "diarienr"].contains(word.folded) }
        var barred = 0
        for start in words.indices {
            let isLabelled = start > 0 && isLabel(bare(words[start - 1]))
            let isEdge = start == 0 || isLabelled
            for count in (1...3).reversed() where start + count <= words.count {
                let candidate = bare(words[start..<(start + count)].joined(separator: " "))
                guard !isLabel(bare(words[start])) else { continue }
                let endsLine = start + count == words.count
                guard isEdge || endsLine, DiaryNumber.looksLikeOne(candidate), HeadValue.isWhole(candidate),
                    isLabelled || HeadValue.hasLikelyYear(candidate)
                else { continue }
                // "Information om S 2025:11" names another's paper in its title.
                if start < barred { continue }
                if !isLabelled, start > 0, !words[start].hasPrefix("("), isPreposition(words[start - 1]) {
                    barred = start + count
                    continue
                }
                // "Kollekter 2027 (KR 2026-0041)": an authority's letters begin a number of several words.
                if count > 1, !words[start].contains(where: \.isLetter) { continue }
                guard isLabelled || candidate.utf8.count > 7 || candidate.contains(":") else { continue }
                if count > 1, !isLabelled, !(words[start].allSatisfy { $0.isUppercase || isSign($0) }),
                    !words[start].startsWithDigit, !words[start].hasPrefix("(")
                {
                    continue
                }
                words.removeSubrange((isLabelled ? start - 1 : start)..<(start + count))
                var title = words.joined(separator: " ").replacing(", (", with: " (")[...]
                while let last = title.last, " ,;:–-(".contains(last) { title = title.dropLast() }
                while let first = title.first, " ,;:–-)".contains(first) { title = title.dropFirst() }
                return (String(title), candidate)
            }
        }
        return (text.singleSpaced, nil)
    }
}

extension SectionName {
    /// A heading's emphasis or number signs in front.
    static func isStarred(_ line: String) -> Bool { line.first == "*" || line.first == "#" }
}
