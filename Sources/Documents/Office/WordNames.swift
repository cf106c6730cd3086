/// Names in a Word file that pandoc (2.17) knows by heart. Parts are found there by name instead of by the file's own list, and
/// the first paragraphs are taken for metadata, which no text shows, where their style is Title, Subtitle, Author, Date or
/// Abstract. Here such parts get the names that are looked for, and such styles others.
enum WordNames {
    /// The same file, and whether anything in it had another name.
    static func usual(_ bytes: [UInt8]) -> (bytes: [UInt8], isChanged: Bool) {
        guard let archive = ZipArchive(bytes) else { return (bytes, false) }
        var changed: [String: [UInt8]] = [:]
        if let styles = archive.part("word/styles.xml"), let document = archive.part("word/document.xml"),
            let own = shown(styles, in: document)
        {
            changed["word/styles.xml"] = own
        }
        let moved = moved(in: archive)
        guard !changed.isEmpty || !moved.isEmpty else { return (bytes, false) }
        let added = moved.compactMap { from, to in archive.part(from).map { (to, $0) } }
        return (archive.rewritten(changed, dropping: Set(moved.map(\.from) + moved.map(\.to)), adding: added), true)
    }

    /// Notes and comments whose part has a name of its own, with its list of links.
    private static func moved(in archive: ZipArchive) -> [(from: String, to: String)] {
        guard let links = archive.part("word/_rels/document.xml.rels") else { return [] }
        var moved: [(from: String, to: String)] = []
        for tag in String(decoding: links, as: UTF8.self).split(separator: "<Relationship ").dropFirst() {
            let own = tag.prefix { $0 != ">" }
            guard let target = value("Target=\"", own), let kind = value("Type=\"", own)?.split(separator: "/").last,
                ["footnotes", "endnotes", "comments"].contains(kind)
            else { continue }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : "word/" + target
            let usual = "word/\(kind).xml"
            guard path != usual, archive.entries.contains(where: { $0.name == path }),
                !moved.contains(where: { $0.to == usual })
            else { continue }
            moved.append((path, usual))
            let parts = path.split(separator: "/")
            let list = parts.dropLast().joined(separator: "/") + "/_rels/\(parts.last ?? "").rels"
            if archive.entries.contains(where: { $0.name == list }) {
                moved.append((list, "word/_rels/\(kind).xml.rels"))
            }
        }
        return moved
    }

    /// The styles with a title's as a heading and the others' as any paragraph's; nil where the text uses none of them.
    private static func shown(_ styles: [UInt8], in document: [UInt8]) -> [UInt8]? {
        let text = String(decoding: document, as: UTF8.self)
        var parts = String(decoding: styles, as: UTF8.self)
            .split(separator: "<w:style ", omittingEmptySubsequences: false).map(String.init)
        var isChanged = false
        for index in parts.indices.dropFirst() {
            guard let id = value("w:styleId=\"", parts[index][...]), text.contains("w:val=\"\(id)\""),
                let place = parts[index].firstRange(of: "<w:name w:val=\"")
            else { continue }
            let name = parts[index][place.upperBound...].prefix { $0 != "\"" }
            let isTitle = name.lowercased() == "title"
            guard isTitle || ["subtitle", "author", "date", "abstract"].contains(name.lowercased()) else { continue }
            parts[index].replaceSubrange(name.startIndex..<name.endIndex, with: isTitle ? "heading 1" : "text \(id)")
            // What is made from a title would be a heading too.
            if !isTitle, let base = parts[index].firstRange(of: "<w:basedOn "),
                let end = parts[index][base.upperBound...].firstIndex(of: ">")
            {
                parts[index].removeSubrange(base.lowerBound...end)
            }
            isChanged = true
        }
        return isChanged ? Array(parts.joined(separator: "<w:style ").utf8) : nil
    }

    private static func value(_ name: String, _ text: Substring) -> String? {
        text.firstRange(of: name).map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
    }
}
