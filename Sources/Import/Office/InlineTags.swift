/// A Markdown line without the tags that a page would show as letters: what they say is written with signs or words
/// instead. Tags that mean nothing here stay: `<namn>` is a word in angle brackets.
struct InlineTags {
    private(set) var text = ""
    /// What was struck out.
    private(set) var struck: [String] = []
    /// Where each open link leads; nil for one that is no link.
    private var links: [String?] = []

    private static let dropped: Set<String> = [
        "u", "span", "mark", "small", "big", "font", "kbd", "ins", "abbr", "cite", "q", "dfn", "var", "samp", "time",
        "label", "bdi", "bdo", "tt", "center", "nobr", "wbr",
    ]
    /// How many signs on an end is looked for.
    private static let reach = 2000
    private static let marks = ["b": "**", "strong": "**", "i": "*", "em": "*"]

    init(_ line: String) {
        guard InlineTags.mayHave(line) else {
            text = line
            return
        }
        var rest = line[...]
        while let first = rest.first {
            switch first {
            case "\\": take(2, &rest)
            case "`": takeCode(&rest)
            case "~": takeStruck(&rest)
            case "<": takeTag(&rest)
            default: take(max(1, rest.prefix { !"\\`~<".contains($0) }.count), &rest)
            }
        }
        for case let link? in links.reversed() { text += "](\(link))" }
    }

    private static func mayHave(_ line: String) -> Bool {
        line.utf8.contains(UInt8(ascii: "<")) || line.hasText("~~")
    }
}

extension InlineTags {
    /// The lines without such tags, and what was struck in them. Code is left as it is.
    static func opened(_ lines: [SourceLine]) -> (lines: [SourceLine], struck: [NoiseLine]) {
        var struck: [NoiseLine] = []
        var isCode = false
        let opened = lines.map { line -> SourceLine in
            let start = line.text.trimmed
            if start.hasPrefix("```") || start.hasPrefix("~~~") { isCode.toggle() }
            guard !isCode, InlineTags.mayHave(line.text) else { return line }
            let own = InlineTags(line.text)
            struck += own.struck.map { NoiseLine(line: line.number, text: $0, reason: .crossedOut) }
            var line = line
            line.text = own.text
            return line
        }
        return (opened, struck)
    }

    private mutating func take(_ count: Int, _ rest: inout Substring) {
        text += rest.prefix(count)
        rest = rest.dropFirst(count)
    }

    /// From one row of backticks to the next of the same length.
    private mutating func takeCode(_ rest: inout Substring) {
        let mark = rest.prefix { $0 == "`" }
        let inner = rest.dropFirst(mark.count)
        guard let end = inner.firstRange(of: mark) else { return take(mark.count, &rest) }
        text += rest[..<end.upperBound]
        rest = rest[end.upperBound...]
    }

    private mutating func takeStruck(_ rest: inout Substring) {
        let count = rest.prefix { $0 == "~" }.count
        let inner = rest.dropFirst(count)
        guard count == 2, let end = inner.prefix(InlineTags.reach).firstRange(of: "~~") else {
            return take(count, &rest)
        }
        strike(inner[..<end.lowerBound])
        rest = inner[end.upperBound...]
    }

    private mutating func strike(_ words: Substring) {
        let plain = MarkdownText.plain(InlineTags(String(words)).text).singleSpaced
        if plain.contains(where: { !$0.isWhitespace }) { struck.append(plain) }
    }

    private mutating func takeTag(_ rest: inout Substring) {
        let inner = rest.dropFirst()
        let isEnd = inner.first == "/"
        let name = inner.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
        guard !name.isEmpty, let close = InlineTags.end(inner) else { return take(1, &rest) }
        let tag = inner[..<close]
        let after = inner[inner.index(after: close)...]
        switch name {
        case "sup", "sub", "del", "s", "strike":
            guard !isEnd, let end = after.prefix(InlineTags.reach).lowercasedRange(of: "</\(name)>") else {
                return take(1, &rest)
            }
            let words = after[..<end.lowerBound]
            rest = after[end.upperBound...]
            guard name.hasPrefix("su") else { return strike(words) }
            let own = InlineTags(String(words))
            struck += own.struck
            text += RaisedText.text(own.text, isRaised: name == "sup", after: text.last)
            return
        case "img": text += InlineTags.picture(tag)
        case "a": link(isEnd ? nil : tag)
        case let name where InlineTags.marks[name] != nil: text += InlineTags.marks[name] ?? ""
        case let name where InlineTags.dropped.contains(name): break
        default: return take(1, &rest)
        }
        rest = after
    }

    /// Begins a link, or ends the last one.
    private mutating func link(_ tag: Substring?) {
        guard let tag else {
            if let last = links.popLast(), let target = last { text += "](\(target))" }
            return
        }
        let target = InlineTags.attribute("href", in: tag).flatMap { $0.isEmpty ? nil : $0 }
        if target != nil { text += "[" }
        links.append(target.map { $0.contains(" ") ? "<\($0)>" : $0 })
    }

    /// `<img src="karta.png" alt="Karta">` as Markdown writes it.
    private static func picture(_ tag: Substring) -> String {
        let words = (attribute("alt", in: tag) ?? "").split { $0.isNewline || $0 == " " }.joined(separator: " ")
        let alt = words.replacing("\\", with: "").replacing("[", with: "(").replacing("]", with: ")")
        let source = attribute("src", in: tag) ?? ""
        return "![\(alt)](\(source.contains(where: { " ()".contains($0) }) ? "<\(source)>" : source))"
    }

    private static func attribute(_ name: String, in tag: Substring) -> String? {
        var rest = tag[...]
        while let place = rest.lowercasedRange(of: name + "=") {
            let isOwn = place.lowerBound > tag.startIndex && tag[tag.index(before: place.lowerBound)].isWhitespace
            rest = rest[place.upperBound...]
            guard isOwn else { continue }
            let value: Substring
            if let quote = rest.first, quote == "\"" || quote == "'" {
                value = rest.dropFirst().prefix { $0 != quote }
            } else {
                value = rest.prefix { !$0.isWhitespace && $0 != "/" }
            }
            return MarkupLines.entities(value)
        }
        return nil
    }

    /// The `>` of a tag; one within quotation marks does not end it.
    private static func end(_ tag: Substring) -> Substring.Index? {
        var quote: Character?
        for index in tag.indices.prefix(4000) {
            let character = tag[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return index
            } else if character == "<" {
                return nil
            }
        }
        return nil
    }
}

/// What stands above or below the line, in signs that stand on it.
enum RaisedText {
    private static let raised: [Character: Character] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "+": "⁺",
        "-": "⁻", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾", "n": "ⁿ", "i": "ⁱ",
    ]
    private static let lowered: [Character: Character] = [
        "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉", "+": "₊",
        "-": "₋", "−": "₋", "=": "₌", "(": "₍", ")": "₎",
    ]

    /// `m²`, `CO₂`; words as they are, after a `^` where they are raised above a word.
    static func text(_ words: String, isRaised: Bool, after last: Character?) -> String {
        let signs = isRaised ? raised : lowered
        let own = words.filter { $0 != "\\" }
        let made = own.compactMap { signs[$0] }
        if !own.isEmpty, made.count == own.count { return String(made) }
        let isAbove = isRaised && last.map { $0.isLetter || $0.isNumber } ?? false
        return (isAbove && own.contains { !$0.isWhitespace } ? "^" : "") + words
    }
}

extension StringProtocol where SubSequence == Substring {
    /// Where a text in small ASCII letters first stands, whatever its case.
    fileprivate func lowercasedRange(of text: String) -> Range<Index>? {
        let wanted = Array(text)
        guard let first = wanted.first else { return nil }
        var rest = self[...]
        while let place = rest.firstIndex(where: { $0.lowercased() == String(first) }) {
            let own = rest[place...].prefix(wanted.count)
            if own.lowercased() == text { return place..<own.endIndex }
            rest = rest[rest.index(after: place)...]
        }
        return nil
    }
}
