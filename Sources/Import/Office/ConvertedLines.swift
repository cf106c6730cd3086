/// Lines that pandoc wrote, as the readers know them: a note is one line, and a list that counts with letters keeps them.
enum ConvertedLines {
    static func opened(_ lines: [SourceLine]) -> [SourceLine] {
        var opened: [SourceLine] = []
        var note: Int?
        for line in lines {
            let isBlank = line.text.trimmed.isEmpty
            if line.text.hasPrefix("[^"), line.text.hasText("]:") {
                note = opened.count
            } else if let own = note, line.text.hasPrefix("    ") {
                // A note's second paragraph.
                opened[own].text += " " + line.text.trimmed
                while opened.count > own + 1 { opened.removeLast() }
                continue
            } else if !isBlank {
                note = nil
            }
            var line = line
            line.text = lettered(line.text) ?? line.text
            if goesOn(line.text, after: opened) { dropSeparator(&opened) }
            opened.append(line)
        }
        return opened
    }

    /// A list that goes on after `<!-- -->`: pandoc writes one where a list within a list ends, or where a program has given the
    /// next item a list of its own.
    private static func goesOn(_ text: String, after lines: [SourceLine]) -> Bool {
        guard let mark = TextPieces.mark(of: text) else { return false }
        let said = lines.suffix(8).map(\.text).filter { !$0.trimmed.isEmpty }.suffix(2)
        guard said.count == 2, said.last?.trimmed == "<!-- -->", let before = said.first,
            let other = TextPieces.mark(of: before)
        else { return false }
        if Bullet(text)?.number?.startsWithDigit != true || Bullet(before)?.number?.startsWithDigit != true {
            return mark.trimmed == other.trimmed || Bullet(text)?.number != nil || Bullet(before)?.number != nil
        }
        return Int(mark.filter(\.isNumber)) == Int(other.filter(\.isNumber)).map { $0 + 1 }
    }

    private static func dropSeparator(_ lines: inout [SourceLine]) {
        while let last = lines.last?.text.trimmed, last.isEmpty || last == "<!-- -->" { lines.removeLast() }
    }

    /// `a.  lyda` as `- a) lyda`: Markdown's lists have numbers alone. Nil for any other line.
    private static func lettered(_ text: String) -> String? {
        let indent = text.prefix { $0 == " " }
        var rest = text.dropFirst(indent.count)
        let hasBracket = rest.first == "("
        if hasBracket { rest = rest.dropFirst() }
        let letters = rest.prefix { $0.isASCII && $0.isLetter }
        let sign = rest.dropFirst(letters.count).first
        guard !letters.isEmpty, sign == ")" || sign == "." && !hasBracket else { return nil }
        let after = rest.dropFirst(letters.count + 1)
        let spaces = after.prefix { $0 == " " }.count
        // "A. Bakgrund" with one space is a paragraph: pandoc sets two after a single letter.
        guard spaces >= (letters.count == 1 ? 2 : 1), after.count > spaces else { return nil }
        guard letters.count == 1 || Bullet.isRoman(letters) else { return nil }
        return "\(indent)- \(letters)) \(after.dropFirst(spaces))"
    }
}
