import Meetings

extension AgendaBuilder {
    /// The matters that the heading of a § names by their dnr, in its order: `2019:30, 2019:31`, "2019:30 och 2019:31
    /// Lokaler", "Budget (dnr 2019:30)". What follows a title is part of it.
    static func matters(ofParagraph heading: String, _ index: [String: MatterIndex]) -> [MatterIndex] {
        let parts = parts(of: heading)
        var found: [MatterIndex] = []
        for part in parts {
            guard let matter = matter(named: part, index) else { break }
            if !found.contains(matter) { found.append(matter) }
            guard isNothingElse(part, index) else { break }
        }
        guard found.isEmpty else { return found }
        if let one = matter(mentionedIn: heading, index) { return [one] }
        for case let matter? in parts.map({ matter(mentionedIn: $0, index) }) where !found.contains(matter) {
            found.append(matter)
        }
        return found
    }

    /// The dnr among the first of a heading that no matter has.
    static func unknownDiaryNumbers(inParagraph heading: String, _ index: [String: MatterIndex]) -> [String] {
        let parts = parts(of: heading)
        guard parts.count > 1 else { return [] }
        return parts.filter { DiaryNumber.looksLikeOne($0) && matter(named: $0, index) == nil }
            .map { part in
                let words = part.split(separator: " ")
                let isLabelled = words.count > 1 && DiaryNumber.key(of: String(words[0])).hasPrefix("dnr")
                return isLabelled ? words.dropFirst().joined(separator: " ") : part
            }
    }

    private static func parts(of heading: String) -> [String] {
        heading[...].divided(at: " och ").flatMap { $0.divided(at: " samt ") }
            .flatMap { part in
                part.utf8.split { ",;&".utf8.contains($0) }.map { Substring($0) }
            }
            .map { part in
                var part = part.drop { $0 == " " }
                while part.last == " " { part.removeLast() }
                return String(part)
            }.filter { !$0.isEmpty }
    }

    /// A dnr alone, perhaps after "dnr".
    private static func isNothingElse(_ part: String, _ index: [String: MatterIndex]) -> Bool {
        let key = DiaryNumber.key(of: part)
        return index[key] != nil || key.hasPrefix("dnr") && part.split(separator: " ").count <= 2
    }
}

extension Substring {
    /// The parts between a word that begins with a space.
    fileprivate func divided(at word: StaticString) -> [Substring] {
        word.withUTF8Buffer { word in
            var parts: [Substring] = []
            var (start, index) = (utf8.startIndex, utf8.startIndex)
            while let space = utf8[index...].firstIndex(of: UInt8(ascii: " ")) {
                if utf8[space...].starts(with: word) {
                    parts.append(self[start..<space])
                    index = utf8.index(space, offsetBy: word.count)
                    start = index
                } else {
                    index = utf8.index(after: space)
                }
            }
            return parts + [self[start...]]
        }
    }
}
