/// What the name of a document's file tells.
enum FileName {
    /// Without folders.
    static func last(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Without folders and ending.
    static func stem(_ path: String) -> String {
        let name = last(path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The ending in lower case, without its dot; empty when there is none.
    static func ending(_ path: String) -> String {
        let name = last(path)
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// The stem as people would say it.
    static func title(_ path: String) -> String {
        let words = stem(path).replacing("_", with: " ").singleSpaced
        return words.isEmpty ? "Handling" : words.capitalised
    }
}

/// A Markdown source that has a front matter of its own: its keys are read as a head's labels.
enum FrontMatterLines {
    static func opened(_ lines: [SourceLine]) -> [SourceLine] {
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
            let isBody = key.count <= 5 && key.allSatisfy(\.isLetter) && value.first?.isNumber ?? false && key != "dnr"
            opened[index].text = isBody ? "\(key.uppercased()) \(value)" : "\(key.capitalised): \(value)"
        }
        return opened
    }
}
