import Meetings

/// A paper that was pasted in as plain text has its headings as short lines. Where a text has no heading of Markdown's
/// at all, the headings that board papers use (RULES.md) count as headings when they stand alone.
enum PlainHeadings {
    private static let known: Set<String> = Set(
        [
            "förslag till beslut", "beslutsförslag", "ärende", "ärendet", "ansökan", "bakgrund", "sammanfattning",
            "sammanfattning av ärendet", "beskrivning av ärendet", "beredning", "föredragning", "bedömning",
            "förvaltningens bedömning", "förbundets bedömning", "ekonomiska konsekvenser", "ekonomi", "beslutsunderlag",
            "beslutet skickas till", "beslutet ska skickas till", "underskrift", "underskrifter", "målgrupp", "syfte",
            "mål",
            "överenskommelse",
        ].map { FieldKey.fold($0) })

    /// The same lines, with `## ` before each that is a heading; the body itself when there are none. `title` is left
    /// out where it only repeats the ärende's title.
    static func marked(_ body: ArraySlice<UInt8>, title: String?) -> [UInt8]? {
        guard !hasMarkdownHeading(body) else { return nil }
        let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let foldedTitle = title.map { FieldKey.fold($0) }
        var marked: [UInt8] = []
        var found = false
        for (index, line) in lines.enumerated() {
            let stands =
                (index == 0 || lines[index - 1].trimmed.isEmpty)
                && (index + 1 == lines.count || lines[index + 1].trimmed.isEmpty)
            let folded = stands && line.count < 80 ? FieldKey.fold(bare(line).text) : ""
            if !folded.isEmpty, folded == foldedTitle {
                marked += "# ".utf8
                found = true
            } else if known.contains(folded) || folded.hasPrefix("forslag-till-beslut-i-") {
                marked += "## ".utf8
                found = true
            }
            marked += line
            if index + 1 < lines.count { marked.append(UInt8(ascii: "\n")) }
        }
        return found ? marked : nil
    }

    /// A heading that was pasted in may be bold, and may end with a colon: `**Förslag till beslut:**`.
    private static func bare(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isMark = { (byte: UInt8) in byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") }
        var words = line.trimmed.drop(while: isMark)
        while let last = words.last, isMark(last) || last == UInt8(ascii: ":") { words.removeLast() }
        return words.trimmed
    }

    private static func hasMarkdownHeading(_ body: ArraySlice<UInt8>) -> Bool {
        var isLineStart = true
        for byte in body {
            if isLineStart && byte == UInt8(ascii: "#") { return true }
            isLineStart = byte == UInt8(ascii: "\n") || isLineStart && byte == 0x20
        }
        return false
    }
}
