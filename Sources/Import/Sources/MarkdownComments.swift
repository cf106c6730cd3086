/// HTML's comments in a Markdown source: nobody sees them on a page, so they are no text, and are told.
enum MarkdownComments {
    /// The lines without them, and what they said.
    static func removed(_ lines: [SourceLine]) -> (lines: [SourceLine], comments: [NoiseLine]) {
        // A head in a comment is read as a head.
        guard lines.contains(where: { $0.text.hasText("<!--") }), lines.first?.text.trimmed != "<!--" else {
            return (lines, [])
        }
        var (open, comments): ([SourceLine], [NoiseLine]) = ([], [])
        var (isInside, isFence) = (false, false)
        for (index, line) in lines.enumerated() {
            var own = line
            if !isInside, line.text.trimmed.hasPrefix("```") { isFence.toggle() }
            if !isFence, isInside || line.text.hasText("<!--"), !PageNumber.isComment(line.text.trimmed) {
                let hasEnd = lines[index...].contains { $0.text.hasText("-->") }
                let (kept, said, stays) = hasEnd || isInside ? split(line.text, isInside) : (line.text, "", false)
                (own.text, isInside) = (kept, stays)
                if said.contains(where: { $0.isLetter || $0.isNumber }) {
                    comments.append(NoiseLine(line: line.number, text: said.trimmed, reason: .comment))
                }
            }
            open.append(own)
        }
        return (open, comments)
    }

    /// What stands outside the comments of a line, what inside, and whether one goes on.
    private static func split(_ line: String, _ isInside: Bool) -> (kept: String, said: String, isInside: Bool) {
        var (kept, said, rest, inside) = ("", "", line[...], isInside)
        while true {
            guard let mark = String(rest).firstRange(of: inside ? "-->" : "<!--") else { break }
            let whole = String(rest)
            if inside { said += whole[..<mark.lowerBound] } else { kept += whole[..<mark.lowerBound] }
            rest = Substring(whole[mark.upperBound...])
            inside.toggle()
        }
        if inside { said += rest } else { kept += rest }
        return (kept, said, inside)
    }
}
