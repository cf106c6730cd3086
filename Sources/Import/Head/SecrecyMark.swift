/// "SEKRETESS: 26 kap. 1 § OSL" at a paper's top: nobody sees it until a person has looked.
enum SecrecyMark {
    /// The ground, empty where none is given; nil for a paper without the mark.
    static func ground(in lines: [SourceLine]) -> String? {
        let opening = lines.lazy.map { MarkdownText.plain($0.text).trimmed }.filter { !$0.isEmpty }.prefix(8)
        for line in opening {
            var words = line.drop { $0 == "#" || $0 == " " }
            guard words.hasPrefix("SEKRETESS") else { continue }
            words = words.dropFirst("SEKRETESS".count)
            let ground = words.drop { ": –-(".contains($0) }
            // "SEKRETESSPOLICY" and "SEKRETESS I NÄMNDEN" are titles.
            guard ground.isEmpty || words.first == ":" || ground.first?.isNumber ?? false else { continue }
            return String(ground).singleSpaced
        }
        return nil
    }
}
