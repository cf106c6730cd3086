/// HTML among a Markdown source's lines, as web pages are exported: its blocks become Markdown's, line for line, so that a
/// paragraph, a heading or an item is read as what it is.
enum MarkupLines {
    /// The lines with the same numbers; a line that holds several blocks becomes several lines of its number.
    static func opened(_ lines: [SourceLine]) -> [SourceLine] {
        guard lines.contains(where: { hasBlock($0.text) }) else { return lines }
        return lines.flatMap { line -> [SourceLine] in
            guard line.text.utf8.contains(UInt8(ascii: "<")) || line.text.utf8.contains(UInt8(ascii: "&")) else {
                return [line]
            }
            return markdown(line.text).enumerated().map { place, text in
                SourceLine(number: line.number, text: text, startsPage: place == 0 && line.startsPage)
            }
        }
    }

    /// A heading with a list's number, as pandoc writes Word's numbered headings, is a heading.
    static func withHeadings(_ lines: [SourceLine]) -> [SourceLine] {
        lines.map { line in
            guard let bullet = Bullet(line.text), bullet.number != nil else { return line }
            let marks = bullet.text.prefix { $0 == "#" }
            guard (1...6).contains(marks.count), bullet.text.dropFirst(marks.count).first == " " else { return line }
            var own = line
            own.text = bullet.text
            return own
        }
    }

    private static let blocks: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "section", "article", "main", "blockquote",
    ]

    private static func hasBlock(_ line: String) -> Bool {
        guard let open = line.firstIndex(of: "<") else { return false }
        let name = line[line.index(after: open)...].drop { $0 == "/" }.prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber)
        }
        return blocks.contains(name.lowercased())
    }

    /// A block's tag ends a line, an empty line stands before a paragraph and a heading, emphasis becomes stars.
    private static func markdown(_ line: String) -> [String] {
        var lines: [String] = [""]
        var rest = line[...]
        while let open = rest.firstIndex(of: "<") {
            lines[lines.count - 1] += entities(rest[..<open])
            // "a < b" and `{{< bild >}}` have no tag.
            guard rest[rest.index(after: open)...].first.map({ $0.isLetter || "/!?".contains($0) }) ?? false else {
                lines[lines.count - 1] += "<"
                rest = rest[rest.index(after: open)...]
                continue
            }
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: open)..<close]
            apply(tag, to: &lines)
            rest = rest[rest.index(after: close)...]
        }
        if !rest.hasPrefix("<") { lines[lines.count - 1] += entities(rest) }
        while lines.count > 1, lines.last?.trimmed.isEmpty ?? false { lines.removeLast() }
        return lines.map(\.trimmed)
    }

    private static func apply(_ tag: Substring, to lines: inout [String]) {
        let isEnd = tag.hasPrefix("/")
        let name = tag.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
        switch name {
        case "strong", "b": lines[lines.count - 1] += "**"
        case "em", "i": lines[lines.count - 1] += "*"
        case "br": lines.append("")
        case "li" where !isEnd: lines.append("- ")
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let level = name.utf8.last.map { Int($0 - UInt8(ascii: "0")) } ?? 2
            lines += isEnd ? ["", ""] : ["", String(repeating: "#", count: level) + " "]
        case let name where blocks.contains(name): lines += ["", ""]
        default: break
        }
    }

    /// Words without tags and with their signs.
    static func plain(_ html: String) -> String {
        var words = ""
        var isTag = false
        for character in html {
            if character == "<" {
                isTag = true
            } else if character == ">", isTag {
                isTag = false
            } else if !isTag {
                words.append(character)
            }
        }
        return entities(words[...])
    }

    static func entities(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
        var plain = String(text)
        let known = [
            ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&aring;", "å"), ("&auml;", "ä"),
            ("&ouml;", "ö"), ("&Aring;", "Å"), ("&Auml;", "Ä"), ("&Ouml;", "Ö"), ("&eacute;", "é"), ("&ndash;", "–"),
            ("&sect;", "§"), ("&#39;", "'"), ("&amp;", "&"),
        ]
        for (entity, sign) in known { plain = plain.replacing(entity, with: sign) }
        return plain
    }
}
