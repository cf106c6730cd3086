/// "Fel! Bokmärket är inte definierat.": what Word leaves where a reference leads nowhere.
enum DeadBookmark {
    private static let phrases = [
        "Fel! Bokmärket är inte definierat.", "Fel! Hittar inte referenskälla.", "Fel! Hittar inte referenskällan.",
        "Fel! Ogiltig hyperlänkreferens.", "Fel! Det finns ingen text med angivet format i dokumentet.",
        "Fel! Okänt namn på dokumentegenskap.", "Fel! Bokmärket är inte definierat", "Fel! Hittar inte referenskälla",
        "Error! Bookmark not defined.", "Error! Reference source not found.",
    ]

    /// The line without such phrases, and the phrases; nil where there is none.
    static func removed(from line: String) -> (rest: String, phrases: [String])? {
        guard line.utf8.contains(UInt8(ascii: "!")) else { return nil }
        var rest = line
        var found: [String] = []
        for phrase in phrases {
            while let range = rest.firstRange(of: phrase) {
                let before = rest[..<range.lowerBound].trimmed
                let after = rest[range.upperBound...].trimmed
                let isJoined = after.first.map { ",.;:)".contains($0) } ?? true
                rest = before + (before.isEmpty || isJoined ? "" : " ") + after
                found.append(phrase)
                if found.count > 50 { return (rest, found) }
            }
        }
        return found.isEmpty ? nil : (rest, found)
    }
}
