import CommonMark
import Meetings

/// A line "Beslut: …" somewhere in a paragraph.
struct StatedLine {
    /// What follows the colon; empty where the decision stands below.
    let words: String
    /// The lines of the paragraph below it that are no part of it.
    let rest: String
    /// How many lines of the paragraph stand above it.
    let before: Int
    let line: Int
}

extension StatedLine {
    /// Nil for a paragraph without such a line.
    init?(_ block: Block, of markdown: Markdown, names: BodyNames, isOutcome: (String) -> Bool) {
        guard block.kind == .paragraph else { return nil }
        let plain = markdown.plain[block.plain]
        guard plain.contains(UInt8(ascii: ":")) || plain.count <= 120 else { return nil }
        let lines = plain.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { [UInt8]($0).oneLine }
        func read(_ line: String) -> String? { StatedLine.words(of: line, names: names, isOutcome: isOutcome) }
        guard let index = lines.firstIndex(where: { read($0) != nil }), let first = read(lines[index]) else {
            return nil
        }
        let after = lines[(index + 1)...].filter { !$0.isEmpty }
        let all = ([first] + after).joined(separator: " ")
        // "återremiss", and on the next line "till arbetsutskottet"
        let goesOn = !isOutcome(first) || after.count == 1 && after[after.startIndex].hasPrefix("till ")
        let takesAll = after.isEmpty || goesOn && isOutcome(all)
        words = takesAll ? all : first
        rest = takesAll ? "" : after.joined(separator: "\n")
        before = index
        // A paragraph's line breaks are those of its text.
        line = block.lines.lowerBound + index
    }

    /// What follows "Beslut:" or "Styrelsens beslut:" in a line that begins so, or "Beslut" where an outcome follows it:
    /// "Beslut – bifall", "Beslut enligt förslaget".
    static func words(of line: String, names: BodyNames, isOutcome: (String) -> Bool) -> String? {
        if let words = words(of: line) { return words }
        let written = line.split(separator: " ", maxSplits: 2)
        guard written.count > 1 else { return nil }
        if BodyNames.key(String(written[0].prefix { $0 != "." })) == "beslut" {
            let rest = String(line.dropFirst(written[0].count).drop { " .–—-".contains($0) })
            return isOutcome(rest) ? rest : nil
        }
        let owner = BodyNames.key(String(written[0]))
        guard owner.last == "s", names.isOwn(String(owner.dropLast())) || names.isOwn(owner) else { return nil }
        return words(of: String(line.dropFirst(written[0].count).drop { $0 == " " }))
    }

    /// What follows "Beslut:" in a line that begins so, or is "Beslut" alone.
    static func words(of line: String) -> String? {
        let bytes = Array(line.utf8)
        guard bytes.prefix(6).elementsEqual("beslut".utf8, by: { $0.asciiLowercased == $1 }) else { return nil }
        let mark = bytes.dropFirst(6).drop { $0 == 0x20 }
        if mark.isEmpty { return "" }
        guard mark.first == UInt8(ascii: ":") else { return nil }
        return Array(mark.dropFirst()).oneLine
    }
}
