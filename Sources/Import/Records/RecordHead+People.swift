extension RecordHead {
    /// The persons that a value lists: "Eva Ek (S), ordförande, Bo Al (M) samt Siv Ed". A part without a name of its own, a
    /// title or the §§ that somebody was there for, belongs to the one before.
    static func people(_ value: String) -> [String] {
        // A semicolon parts people, whatever they are called.
        guard value.contains(";"), !value.contains("(") else { return listed(value) }
        return value.split(separator: ";").flatMap { listed(String($0)) }
    }

    private static func listed(_ value: String) -> [String] {
        var people: [String] = []
        for part in parts(of: value.replacing(" samt ", with: " och ")) {
            var text = part.trimmed
            if text.hasPrefix("samt ") || text.hasPrefix("och ") { text = String(text.drop { $0 != " " }.trimmed) }
            guard !text.isEmpty else { continue }
            if let last = people.last,
                !text.startsWithCapital || isOfficersTitle(text) || PersonName.isOrganisation(text)
            {
                people[people.count - 1] = last + ", " + text
            } else {
                people += text.split(separator: " och ").map { String($0).trimmed }
            }
        }
        return people
    }

    /// Cut at commas and semicolons outside brackets.
    private static func parts(of value: String) -> [String] {
        var parts = [""]
        var depth = 0
        for character in value {
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            if ",;".contains(character), depth == 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        // A bracket that nobody closed is a slip.
        return depth == 0 ? parts : value.split { ",;".contains($0) }.map(String.init)
    }

    /// "Ordförande", "1:e vice", "2:e vice ordförande": what a member is, and no person of its own.
    private static func isOfficersTitle(_ text: String) -> Bool {
        let words = text.foldedWords.split(separator: " ")
        let known: Set<Substring> = [
            "ordforande", "vice", "1", "2", "3", "e", "a", "forste", "forsta", "andre", "andra", "sekreterare",
            "kassor",
            "ledamot", "ersattare", "tjanstgorande", "adjungerad",
        ]
        return !words.isEmpty && words.count <= 4 && words.allSatisfy { known.contains($0) }
    }
}
