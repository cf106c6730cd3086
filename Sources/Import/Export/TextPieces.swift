/// A text's body in the pieces that a person changes one at a time: paragraphs, headings, items of lists, rows of tables.
struct TextPieces: Sendable {
    let lines: [String]
    /// Of each piece, its lines.
    let ranges: [Range<Int>]
}

extension TextPieces {
    init(_ body: String) {
        lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var ranges: [Range<Int>] = []
        var (isOpen, isFenced, isList) = (false, false, false)
        for (index, line) in lines.enumerated() {
            let text = String(line.trimmed)
            let isFence = text.hasPrefix("```")
            if text.isEmpty, !isFenced {
                (isOpen, isList) = (false, false)
                continue
            }
            let begins = !isOpen || isFence || TextPieces.begins(text, inList: isList)
            if let last = ranges.last, isFenced || !begins {
                ranges[ranges.count - 1] = last.lowerBound..<(index + 1)
            } else {
                ranges.append(index..<(index + 1))
                isList = TextPieces.mark(of: line) != nil
            }
            if isFence { isFenced.toggle() }
            isOpen = !text.hasPrefix("#") && !(isFence && !isFenced)
        }
        self.ranges = ranges
    }

    private static func begins(_ text: String, inList: Bool) -> Bool {
        if text.hasPrefix("|") { return !isRule(text) }
        if text.hasPrefix("#") { return true }
        guard let mark = mark(of: text) else { return false }
        // Only the first number of a list ends a paragraph (CommonMark, "Lists").
        return inList || !(mark.first?.isNumber ?? false) || mark.hasPrefix("1.") || mark.hasPrefix("1)")
    }

    var count: Int { ranges.count }

    /// As it is written.
    func text(_ index: Int) -> String { lines[ranges[index]].joined(separator: "\n") }

    /// What it says, without its list's mark and its table's rule.
    func words(_ index: Int) -> String { TextPieces.words(text(index)) }

    static func words(_ text: String) -> String {
        let lines = text.split(separator: "\n").map(String.init)
        guard let first = lines.first else { return "" }
        if first.trimmed.hasPrefix("|") {
            return lines.filter { !isRule(String($0.trimmed)) }.map(\.singleSpaced).joined(separator: "\n")
        }
        guard let mark = mark(of: first) else { return text.trimmed.description }
        return ([String(first.dropFirst(mark.count)).trimmed.description] + lines.dropFirst()).joined(separator: "\n")
    }

    /// Its letters and digits alone: the same in a text and in what Word made of it.
    static func key(_ text: String) -> String {
        MarkdownText.plain(words(text)).lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// "  - " or "3. " at a line's start, with its indentation; nil for a line that is no item.
    static func mark(of line: String) -> String? {
        let indent = line.prefix { $0 == " " || $0 == "\t" }
        let rest = line.dropFirst(indent.count)
        let sign: Int
        if let first = rest.first, "-*+".contains(first) {
            sign = 1
        } else {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard (1...9).contains(digits.count), let dot = rest.dropFirst(digits.count).first, ".)".contains(dot)
            else {
                return nil
            }
            sign = digits.count + 1
        }
        let spaces = rest.dropFirst(sign).prefix { $0 == " " }
        guard !spaces.isEmpty, rest.count > sign + spaces.count else { return nil }
        return String(line.prefix(indent.count + sign + spaces.count))
    }

    static func isRule(_ row: String) -> Bool {
        row.hasPrefix("|") && row.contains("-") && row.allSatisfy { "|-: ".contains($0) }
    }
}
