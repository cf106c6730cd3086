/// Comments in a Markdown source, which a page shows to nobody: their words are listed, and no text ends in one.
enum MarkdownComments {
    /// The lines without comments that say something. A page's number is left to `PageNumber`, and an empty comment, which
    /// holds two lists apart, stays.
    static func removed(_ lines: [SourceLine]) -> (lines: [SourceLine], comments: [NoiseLine]) {
        // A head in a comment is read as a head.
        guard lines.contains(where: { $0.text.hasText("<!--") }), lines.first?.text.trimmed != "<!--" else {
            return (lines, [])
        }
        var (lines, comments) = (lines, [NoiseLine]())
        var isCode = false
        var index = 0
        while index < lines.count {
            let text = lines[index].text
            if text.trimmed.hasPrefix("```") { isCode.toggle() }
            guard !isCode, !PageNumber.isComment(text.trimmed), let (words, last) = take(&lines, index) else {
                index += 1
                continue
            }
            comments.append(NoiseLine(line: lines[index].number, text: words, reason: .comment))
            // Another one may begin where it ended.
            index = last
        }
        return (lines, comments)
    }

    /// The words of the line's first comment that has any, which is taken away; and the line where it ended.
    private static func take(_ lines: inout [SourceLine], _ first: Int) -> (words: String, last: Int)? {
        var rest = lines[first].text[...]
        while let open = rest.firstRange(of: "<!--") {
            let start = open.lowerBound
            let isSpan = lines[first].text[..<start].count { $0 == "`" } % 2 == 1
            let isEscaped = isSpan || start > lines[first].text.startIndex && lines[first].text[..<start].last == "\\"
            if !isEscaped, let (words, last, end) = words(lines, first, from: open.upperBound) {
                if words.contains(where: { $0.isLetter || $0.isNumber }) {
                    let before = String(lines[first].text[..<start])
                    let after = String(lines[last].text[end...])
                    for index in first...last { lines[index].text = "" }
                    lines[first].text = last == first ? (before + after) : before
                    if last > first { lines[last].text = after }
                    return (words, last)
                }
            }
            rest = rest[open.upperBound...]
        }
        return nil
    }

    /// Up to `-->`, on the same line or a later one; nil for a comment without an end.
    private static func words(
        _ lines: [SourceLine], _ first: Int, from start: String.Index
    ) -> (words: String, last: Int, end: String.Index)? {
        var said: [String] = []
        for index in first..<min(lines.count, first + 400) {
            let part = index == first ? lines[index].text[start...] : lines[index].text[...]
            if let end = part.firstRange(of: "-->") {
                said.append(String(part[..<end.lowerBound]))
                return (said.joined(separator: " ").singleSpaced.trimmed, index, end.upperBound)
            }
            said.append(String(part))
        }
        return nil
    }
}
