/// "SEKRETESS: 26 kap. 1 § OSL" on a line of its own: nobody sees the paper until a person has looked.
enum SecrecyMark {
    /// Lines at a paper's top where the word alone is a mark; below them it may be a chapter's heading.
    private static let top = 8

    /// The ground, empty where none is given; nil for a paper without the mark.
    static func ground(in lines: [SourceLine]) -> String? {
        var place = 0
        for line in lines {
            let plain = MarkdownText.plain(line.text).drop { "#*|> \t".contains($0) }
            guard !plain.isEmpty else { continue }
            if let ground = ground(of: plain, isTop: place < top) { return ground }
            place += 1
        }
        return nil
    }

    private static func ground(of line: Substring, isTop: Bool) -> String? {
        guard line.prefix(9).uppercased() == "SEKRETESS" else { return nil }
        let words = line.dropFirst(9)
        var ground = words.drop { ": –-(,".contains($0) }
        if ground.lowercased().hasPrefix("enligt ") { ground = ground.dropFirst(7).drop { $0 == " " } }
        while let last = ground.last, "|) ".contains(last) { ground = ground.dropLast() }
        let isLaw = ground.first?.isNumber ?? false || ground.uppercased().hasPrefix("OSL")
        let isCapital = line.hasPrefix("SEKRETESS")
        // "SEKRETESSPOLICY" and "SEKRETESS I NÄMNDEN" are titles, "Sekretess: nej" is none.
        if ground.isEmpty { return isCapital && isTop ? "" : nil }
        guard isLaw && !(words.first?.isLetter ?? false) || isCapital && (words.first == ":" || words.first == ",")
        else { return nil }
        return ["nej", "ingen", "inga"].contains(String(ground).foldedWords) ? nil : String(ground).singleSpaced
    }
}
