import Meetings

/// Names that a Markdown file has by mistake, and what it should be called.
enum MarkdownName {
    /// `pm.md` for `pm.markdown` and for `pm.md.txt`, which Windows shows as `pm.md`; nil for any other name.
    static func better(than name: Substring) -> String? {
        let lower = name.lowercased()
        for ending in [".md.txt", ".md.text", ".md.md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn"]
        where lower.hasSuffix(ending) && lower.utf8.count > ending.utf8.count {
            return name.dropLast(ending.count) + ".md"
        }
        return nil
    }

    /// The file of a folder that was meant to be its arende.md.
    static func meantForMatter(among names: [Substring]) -> Substring? {
        let wanted = ["arende.md", "arende.md.txt", "arende.md.md", "arende.markdown", "arende.txt"]
        return names.first { name in
            let folded = String(decoding: Spelling.fold(String(name)).filter { $0 != 0x20 }, as: UTF8.self)
            return wanted.contains(folded)
                || name.hasSuffix(".md") && Spelling.nearest(to: String(name), among: ["arende.md"]) != nil
        }
    }
}
