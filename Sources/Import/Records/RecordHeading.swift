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
            let code = String(scalars[..<sign]).trimmed
            guard (1...5).contains(code.count), code.allSatisfy({ $0.isUppercase }) else { return nil }
            text = String(scalars[sign...])
            scalars = text.unicodeScalars[...]
        }
        if scalars.first == "§" {
            scalars = scalars.dropFirst()
            guard scalars.first != "§" else { return nil }
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
        // "§ 45 a", "§ 45–48", "§ 45 i förbundsordningen" and "§ 45, 2020-09-18" are mentions.
        let words = rest.trimmed
        if words.startsWithSmallLetter || words.hasPrefix("–") && words.dropFirst().trimmed.first?.isNumber ?? false {
            return nil
        }
        if rest.hasPrefix("-") && rest.dropFirst().first?.isNumber ?? false || words.hasPrefix(",") { return nil }
        var title = words[...]
        while let first = title.first, ".:–-*".contains(first) || first == " " { title = title.dropFirst() }
        while let last = title.last, last == "*" || last == " " { title = title.dropLast() }
        return (value, String(title))
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
        for start in words.indices {
            let isLabelled = start > 0 && isLabel(bare(words[start - 1]))
            let isEdge = start == 0 || isLabelled
            for count in (1...3).reversed() where start + count <= words.count {
                let candidate = bare(words[start..<(start + count)].joined(separator: " "))
                guard !isLabel(bare(words[start])) else { continue }
                let endsLine = start + count == words.count
                guard isEdge || endsLine, DiaryNumber.looksLikeOne(candidate) else { continue }
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
