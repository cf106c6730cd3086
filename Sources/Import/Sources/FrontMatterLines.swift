/// A Markdown source that has a front matter of its own: its keys are read as a head's labels.
enum FrontMatterLines {
    static func opened(_ lines: [SourceLine]) -> [SourceLine] {
        if let opened = comment(lines) { return opened }
        guard lines.first?.text == "---",
            let end = lines.dropFirst().prefix(400).firstIndex(where: { $0.text == "---" })
        else { return lines }
        var opened = lines
        (opened[0].text, opened[end].text) = ("", "")
        for index in 1..<end {
            let text = opened[index].text
            guard let colon = text.firstIndex(of: ":"), colon < text.endIndex else { continue }
            var value = String(text[text.index(after: colon)...]).trimmed
            if value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            let key = String(text[..<colon])
            // "au: 200820" is a meeting's line.
            let isBody =
                key.count <= 5 && key.allSatisfy(\.isLetter) && value.first?.isNumber ?? false && key != "dnr"
                && value.utf8.count(where: \.isDigit) >= 6
            opened[index].text = isBody ? "\(key.uppercased()) \(value)" : "\(key.capitalised): \(value)"
        }
        return opened
    }

    /// A head in a comment, as Nikola writes it: `.. title: Protokoll`. Its title is read, the rest says how a web page
    /// was made; nil for a text without one.
    private static func comment(_ lines: [SourceLine]) -> [SourceLine]? {
        guard lines.first?.text.trimmed == "<!--",
            let end = lines.prefix(100).firstIndex(where: { $0.text.trimmed == "-->" }), end > 1,
            lines[1..<end].allSatisfy({ $0.text.isEmpty || $0.text.hasPrefix(".. ") })
        else { return nil }
        var opened = lines
        for index in 0...end {
            let text = opened[index].text
            opened[index].text = ""
            guard text.hasPrefix(".. title:") else { continue }
            let value = String(text.dropFirst(9)).trimmed
            if !value.isEmpty { opened[index].text = "Titel: \(value)" }
        }
        return opened
    }
}
