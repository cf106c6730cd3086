/// Heads that other programs wrote: a site generator's YAML or TOML.
extension FrontMatterLines {
    /// Keys that say how a web page was made, and nothing of the paper.
    private static let foreign: Set<String> = [
        "layout", "tags", "tag", "categories", "category", "author", "authors", "published", "slug", "permalink",
        "summary",
        "description", "excerpt", "weight", "type", "toc", "keywords", "lang", "image", "featured", "comments",
        "series",
        "aliases", "url", "lastmod", "modified", "link", "hidden", "nocomments",
    ]

    /// The lines with a generator's `title` and `date` as ours, a draft as one, and its other keys taken away and told.
    static func withoutForeign(_ lines: [SourceLine]) -> (lines: [SourceLine], left: [NoiseLine]) {
        guard let fence = lines.first?.text, fence == "---" || fence == "+++",
            let end = lines.dropFirst().prefix(400).firstIndex(where: { $0.text == fence })
        else { return (lines, []) }
        var (own, left) = (lines, [NoiseLine]())
        (own[0].text, own[end].text) = ("---", "---")
        var isForeign = false
        for index in 1..<end {
            let text = lines[index].text
            let sign: Character = fence == "+++" ? "=" : ":"
            let isContinued = text.hasPrefix(" ") || text.hasPrefix("\t") || text.hasPrefix("-")
            if !isContinued {
                guard let place = text.firstIndex(of: sign) else { continue }
                let key = String(text[..<place]).trimmed.lowercased()
                let value = String(text[text.index(after: place)...]).trimmed
                isForeign = foreign.contains(key) && !(key == "published" && value == "false")
                if !isForeign { own[index].text = translated(key, value) ?? (sign == "=" ? "\(key): \(value)" : text) }
            }
            guard isForeign else { continue }
            own[index].text = ""
            if !text.isEmpty {
                left.append(NoiseLine(line: lines[index].number, text: text.trimmed, reason: .surroundings))
            }
        }
        return (own, left)
    }

    /// A key of theirs as ours; nil for any other.
    private static func translated(_ key: String, _ value: String) -> String? {
        switch key {
        case "title": "titel: \(value)"
        // An hour may follow the day.
        case "date": "dokumentdatum: \(value.prefix { $0 != "T" && $0 != " " })"
        case "draft" where value == "true", "published" where value == "false": "synlighet: utkast"
        default: nil
        }
    }
}
