import Meetings

/// "Sida 3 av 12", "Sid 3", "3 (12)", "- 3 -": what stands on a page and not in its text.
enum PageNumber {
    /// True for a line that is a page's number and nothing else. A lone "3" is not: see `isLone`.
    static func isOne(_ line: String) -> Bool {
        var reader = WordReader(line)
        let hasDash = reader.skipDashes()
        let hasWord = reader.skip(anyOf: ["sidan", "sida", "sid", "s", "page"])
        reader.skipSigns(".:")
        guard let page = reader.number(), page.digits <= 4 else { return false }
        let total = reader.total()
        if let total, total < page.value { return false }
        let endsWithDash = reader.skipDashes()
        guard reader.isAtEnd else { return false }
        return hasWord || total != nil || (hasDash && endsWithDash)
    }

    /// `<!-- sida 3 -->`, where a converter says that a page begins.
    static func isComment(_ line: String) -> Bool { comment(line) != nil }

    /// The page that `<!-- sida 3 -->` says.
    static func comment(_ line: String) -> Int? {
        guard line.hasPrefix("<!--"), line.hasSuffix("-->"), line.utf8.count <= 40 else { return nil }
        return label(String(line.dropFirst(4).dropLast(3)).trimmed)?.page
    }

    /// The page and, where it is said, how many there are: "Sida 3 av 12", "3 (12)", "3/12".
    static func label(_ line: String) -> (page: Int, total: Int?)? {
        guard isOne(line) else { return nil }
        let numbers = line.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
        return numbers.first.map { ($0, numbers.count > 1 ? numbers[1] : nil) }
    }

    /// A line that is a number alone: a page's where the document's other lone numbers go on from it.
    static func isLone(_ line: String) -> Int? {
        let text = line.trimmed
        guard text.utf8.count <= 3, !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int(text)
    }

    /// "Tjänsteskrivelse    Sida 2 (5)" without its page number, nil where there is none. A running line of a sentence
    /// that happens to end so ("ökade till 3 (12)") is left: its words begin small.
    static func removed(from line: String, standsAlone: Bool) -> (rest: String, number: String)? {
        let cells = line.cells
        if cells.count > 1, let index = cells.firstIndex(where: isOne) {
            var rest = cells
            let number = rest.remove(at: index)
            return (rest.joined(separator: "   "), number)
        }
        guard standsAlone, line.utf8.count <= 90, line.startsWithCapital else { return nil }
        let words = line.words
        for count in 2...5 where words.count > count {
            let end = words.suffix(count).joined(separator: " ")
            let rest = words.dropLast(count).joined(separator: " ")
            if isOne(end), !isOne(words.suffix(count + 1).joined(separator: " ")), rest.utf8.count <= 60 {
                return (rest, end)
            }
        }
        return nil
    }
}

extension WordReader {
    /// "av 12", "(12)", "/12", "of 12"
    fileprivate mutating func total() -> Int? {
        let start = position
        if skip(anyOf: ["av", "of"]), let number = number() { return number.value }
        position = start
        if skipSigns("(/"), let number = number() {
            skipSigns(")")
            return number.value
        }
        position = start
        return nil
    }
}
