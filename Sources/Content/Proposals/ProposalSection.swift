import CommonMark
import Diagnostics
import Meetings

/// Where in a text the proposal stands: under a heading "Förslag till beslut" and the like, until the next heading
/// of the same level or a higher one (FORMAT §3).
package struct ProposalSection {
    let heading: Heading
    /// Indices of blocks: the heading's own, and those under it.
    let start: Int
    let content: Range<Int>
}

extension ProposalSection {
    /// The first such section of a text.
    init?(in markdown: Markdown) {
        for heading in markdown.headings {
            guard let block = heading.block, ProposalSection.isProposal(heading.text) else { continue }
            let end =
                markdown.blocks[(block + 1)...].firstIndex { later in
                    if case .heading(let level) = later.kind { return level <= heading.level }
                    return false
                } ?? markdown.blocks.endIndex
            self.heading = heading
            (start, content) = (block, (block + 1)..<end)
            return
        }
        return nil
    }

    /// "Förslag till beslut", "Förslag till beslut i kommunstyrelsen", "Beslutsförslag", "Beslut – Förslag till …".
    package static func isProposal(_ heading: String) -> Bool {
        guard mentionsDecision(heading) else { return false }
        // "3.2 Förslag till beslut" is numbered.
        let words = Spelling.fold(heading).split { !($0.isASCIILetter || $0.isDigit) }
            .drop { $0.allSatisfy(\.isDigit) }
        return begins(words, ["forslag", "till", "beslut"]) || begins(words, ["beslutsforslag"])
            || begins(words, ["beslut", "forslag", "till"]) || isSomebodys(words)
    }

    /// Nearly no heading does, and the rest need not be looked at closer.
    private static func mentionsDecision(_ heading: String) -> Bool {
        var matched = 0
        let letters: StaticString = "beslut"
        for byte in heading.utf8 {
            let lower = byte.asciiLowercased
            let expected = letters.utf8Start[matched]
            matched = lower == expected ? matched + 1 : lower == letters.utf8Start[0] ? 1 : 0
            if matched == letters.utf8CodeUnitCount { return true }
        }
        return false
    }

    /// "Arbetsutskottets förslag till beslut"
    private static func isSomebodys(_ words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        words.count == 4 && words.first?.last == UInt8(ascii: "s")
            && begins(words.dropFirst(), ["forslag", "till", "beslut"])
    }

    private static func begins(_ words: some Collection<ArraySlice<UInt8>>, _ expected: [StaticString]) -> Bool {
        words.count >= expected.count
            && zip(words, expected).allSatisfy { word, expected in
                expected.withUTF8Buffer { word.elementsEqual($0) }
            }
    }
}

extension ProposalSection {
    /// What may have been meant as the matter's proposal and is not read as it: a second section after the first, and
    /// clauses under a heading that is nearly a proposal's where there is none.
    static func doubts(in markdown: Markdown, after section: ProposalSection?) -> [(line: Int, problem: Problem)] {
        if let section {
            let further = markdown.headings.filter { heading in
                guard let block = heading.block, block >= section.content.upperBound else { return false }
                return isProposal(heading.text) && hasClause(below: block, in: markdown)
            }
            return further.map { ($0.line, .furtherProposal(heading: $0.text)) }
        }
        let nearly = markdown.headings.first { heading in
            heading.block.map { block in mentionsProposal(heading.text) && hasClause(below: block, in: markdown) }
                ?? false
        }
        if let nearly { return [(nearly.line, .nearlyProposal(heading: nearly.text))] }
        // "**Förslag till beslut**", or the words alone, where a heading should be.
        for (index, block) in markdown.blocks.enumerated() where block.kind == .paragraph && block.plain.count < 120 {
            let line = [UInt8](markdown.plain[block.plain].prefix { $0 != 0x0A }).oneLine
            if line.utf8.count <= 60, isProposal(line) || isLead(line), hasClause(from: index, in: markdown) {
                return [(block.lines.lowerBound, .nearlyProposal(heading: line))]
            }
        }
        return []
    }

    /// "Förbundsstyrelsen föreslås besluta"
    private static func isLead(_ line: String) -> Bool {
        let words = Spelling.words(line).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        return words.count <= 6 && (words.contains("foreslas") || words.contains("foreslar"))
            && (words.last == "besluta" || words.last == "att")
    }

    private static func mentionsProposal(_ heading: String) -> Bool {
        let folded = String(decoding: Spelling.fold(heading), as: UTF8.self)
        return folded.contains("forslag") || folded == "beslut" || folded.hasSuffix(" besluta")
    }

    /// Before the next heading.
    private static func hasClause(below heading: Int, in markdown: Markdown) -> Bool {
        hasClause(from: heading + 1, in: markdown)
    }

    private static func hasClause(from start: Int, in markdown: Markdown) -> Bool {
        let blocks = markdown.blocks[start...].prefix { block in
            if case .heading = block.kind { false } else { true }
        }
        return blocks.contains { block in
            markdown.plain[block.plain].split(separator: 0x0A).contains { AttMark.length(in: $0) != nil }
        }
    }
}
