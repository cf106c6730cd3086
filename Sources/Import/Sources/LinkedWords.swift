/// A Markdown source without what it cannot bring along: pictures, which lie in other files, become their words, and so do
/// links that lead nowhere from the site. Links to the web, to a mail address and to a telephone stay.
struct LinkedWords {
    private var lines: [SourceLine]
    private var pictures: [NoiseLine] = []
    private var remarks: [Remark] = []
    private var inner = 0
    private var targets: [String] = []
    /// Words have been seen: a picture before all of them is the letterhead's.
    private var hasWords = false
}

extension LinkedWords {
    static func opened(_ source: SourceText) -> SourceText {
        guard source.lines.contains(where: { $0.text.hasText("](") }) else { return source }
        var words = LinkedWords(lines: source.lines)
        words.read()
        var source = source
        source.lines = words.lines
        source.noise += words.pictures
        source.remarks += words.remarks
        if words.inner > 0 { source.remarks.append(.innerLinks(count: words.inner)) }
        if !words.targets.isEmpty { source.remarks.append(.linksLeftOut(targets: words.targets)) }
        return source
    }

    private init(lines: [SourceLine]) { self.lines = lines }

    private mutating func read() {
        var isCode = false
        for index in lines.indices {
            let text = lines[index].text
            if text.trimmed.hasPrefix("```") { isCode.toggle() }
            if !isCode, text.hasText("](") { lines[index].text = words(text[...], lines[index].number) }
            hasWords = hasWords || lines[index].text.contains { $0.isLetter }
        }
    }

    private mutating func words(_ text: Substring, _ line: Int) -> String {
        var said = ""
        var rest = text
        while let place = rest.firstIndex(where: { "\\`[!".contains($0) }) {
            said += rest[..<place]
            rest = rest[place...]
            let isPicture = rest.hasPrefix("![")
            guard rest.first == "[" || isPicture, let link = MarkdownLink(isPicture ? rest.dropFirst() : rest) else {
                let code = rest.prefix { $0 == "`" }
                let end = code.isEmpty ? nil : rest.dropFirst(code.count).firstRange(of: code)?.upperBound
                let step = end.map { rest[..<$0] } ?? rest.prefix(rest.first == "\\" ? 2 : max(1, code.count))
                said += step
                rest = rest[step.endIndex...]
                continue
            }
            rest = rest[link.end...]
            let isFirst = !hasWords && !said.contains(where: \.isLetter)
            said += isPicture ? picture(link, line, isFirst: isFirst) : shown(link, line)
        }
        return said + rest
    }

    private mutating func picture(_ link: MarkdownLink, _ line: Int, isFirst: Bool) -> String {
        let alt = MarkdownText.plain(String(link.label)).singleSpaced.trimmed
        remarks.append(.picture(words: alt))
        // A letterhead's mark is no title.
        if isFirst, !alt.isEmpty { pictures.append(NoiseLine(line: line, text: alt, reason: .picture)) }
        if isFirst { return "" }
        return alt.isEmpty ? "\\[Bild\\]" : "\\[Bild: \(link.label.trimmed)\\]"
    }

    private mutating func shown(_ link: MarkdownLink, _ line: Int) -> String {
        let label = link.label.contains("[") ? words(link.label, line) : String(link.label)
        let target = link.target.lowercased()
        if ["http://", "https://", "//", "mailto:", "tel:"].contains(where: target.hasPrefix) {
            return "[\(label)](\(link.written))"
        }
        if target.hasPrefix("#") {
            inner += 1
        } else if !targets.contains(link.target) {
            targets.append(link.target)
        }
        return label
    }
}

/// `[label](target "title")` at a text's start.
struct MarkdownLink {
    let label: Substring
    let target: String
    /// Between the parentheses.
    let written: Substring
    let end: Substring.Index

    private static let reach = 4000

    init?(_ text: Substring) {
        guard text.first == "[", let close = MarkdownLink.close("[", "]", text) else { return nil }
        let after = text[text.index(after: close)...]
        guard after.first == "(", let last = MarkdownLink.close("(", ")", after) else { return nil }
        label = text[text.index(after: text.startIndex)..<close]
        written = after[after.index(after: after.startIndex)..<last]
        end = text.index(after: last)
        let own = written.trimmed
        if own.hasPrefix("<") {
            target = String(own.dropFirst().prefix { $0 != ">" })
        } else {
            target = String(own.prefix { $0 != " " })
        }
    }

    private static func close(_ open: Character, _ end: Character, _ text: Substring) -> Substring.Index? {
        var depth = 0
        var isEscaped = false
        for (index, character) in zip(text.indices, text).prefix(reach) {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == open {
                depth += 1
            } else if character == end {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }
}
