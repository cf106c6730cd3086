import Meetings

/// Whether a text has the shape of what a label asks for.
enum HeadValue {
    /// The dnr that a value begins with: "AMN-2023-00096", "2023/KS 0362", "KS 2018/14 Sida 1". A shape of no common
    /// kind ("17-b") counts where it is one word and all that the label has.
    static func diaryNumber(in value: String) -> String? {
        let words = value.words.map(String.init)
        // The shortest: "2026:20 Sid 1" is a number and a page.
        for count in 1...3 where words.count >= count {
            let text = clean(words.prefix(count).joined(separator: " "))
            if hasShapeOfDiaryNumber(text), isWhole(text) { return text }
        }
        guard words.count == 1, let word = words.first.map(clean), word.utf8.count <= 24,
            word.utf8.contains(where: \.isDigit), !isDay(word)
        else { return nil }
        return word
    }

    /// Without a bracket or a comma within it.
    static func isWhole(_ text: String) -> Bool { !text.contains { "(),;[]".contains($0) } }

    /// Its year is one that a board may have met in: no part of a personnummer or of an organisation's number, and no law.
    static func hasLikelyYear(_ text: String) -> Bool {
        let parts = text.split { !($0.isASCII && $0.isNumber) }
        let isNumber = parts.count == 2 && parts[1].utf8.count == 4 && [6, 8, 10].contains(parts[0].utf8.count)
        return !isNumber
            && parts.contains { $0.utf8.count == 4 && Int($0).map((1950...2099).contains) ?? false }
    }

    /// The shape of a dnr that nobody has to label. A day with an hour after it ("2026-10-06, kl 18.00") is none.
    static func hasShapeOfDiaryNumber(_ text: String) -> Bool { DiaryNumber.looksLikeOne(text) && !isDay(text) }

    /// A year of our time with a serial number, `2019:30`, `KS 2023/123`, `AMN-2023-00096`: nothing else has that shape but
    /// the number of a law, which has a year's serial of three digits or more after a colon and no authority.
    static func isSureDiaryNumber(_ text: String, clock: CalendarDate) -> Bool {
        let parts = text.split { !($0.isASCII && $0.isNumber) }.compactMap { part in
            Int(part).map { (value: $0, digits: part.utf8.count) }
        }
        guard parts.count == 2,
            let year = parts.first(where: { $0.digits == 4 && (1970...clock.year + 1).contains($0.value) })
        else { return false }
        let isLaw = text.startsWithDigit && text.contains(":") && parts[0].value == year.value && parts[1].digits >= 3
        return !isLaw
    }

    /// A day stands in it; which century two digits mean does not matter here.
    private static func isDay(_ text: String) -> Bool {
        !DateMention.all(in: text, clock: CalendarDate(dayNumber: 20_000)).isEmpty
    }

    private static func clean(_ text: String) -> String {
        var part = text[...]
        while let last = part.last, ".,;:)".contains(last) { part = part.dropLast() }
        while let first = part.first, "(".contains(first) { part = part.dropFirst() }
        return String(part)
    }

    /// A line that is a day and nothing else, or a place and a day ("Norrdal den 9 juni 2023").
    static func loneDate(_ line: String, clock: CalendarDate) -> CalendarDate? {
        let mentions = DateMention.all(in: line, clock: clock)
        guard mentions.count == 1, let mention = mentions.first else { return nil }
        let bytes = Array(line.utf8)
        let after = String(decoding: bytes[mention.range.upperBound...], as: UTF8.self).trimmed
        guard after.isEmpty || after == "." else { return nil }
        var words = String(decoding: bytes[..<mention.range.lowerBound], as: UTF8.self).words.map(String.init)
        if words.last?.folded == "den" { words.removeLast() }
        let isName = { (word: String) in
            word.startsWithCapital && word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "," }
        }
        guard words.count <= 2, words.allSatisfy(isName) else { return nil }
        // "FS 200918" is a meeting's, "Beslut 2020-09-18" somebody's else.
        guard
            !words.contains(where: {
                ["justerat", "anslaget", "justering", "anslag", "beslut", "ankom"].contains($0.folded)
            })
        else { return nil }
        let isPlace = words.allSatisfy { $0.contains(where: \.isLowercase) && !DecidingBody.isName($0) }
        return isPlace ? mention.date : nil
    }
}
