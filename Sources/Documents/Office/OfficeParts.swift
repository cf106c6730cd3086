/// What lies in an office file beside its text, for whoever moves it in.
public enum OfficeParts {
    /// The page heads of a Word file and its feet, a paragraph a line, each once; empty for anything else.
    public static func edges(of bytes: [UInt8]) -> (heads: [String], feet: [String]) {
        guard let archive = ZipArchive(bytes) else { return ([], []) }
        func lines(_ prefix: String) -> [String] {
            var lines: [String] = []
            for entry in archive.entries.sorted(by: { $0.name < $1.name })
            where entry.name.hasPrefix(prefix) && entry.name.hasSuffix(".xml") {
                guard let inner = archive.unpacked(entry, limit: 4 << 20) else { continue }
                for line in paragraphs(inner) where !lines.contains(line) { lines.append(line) }
            }
            return lines
        }
        return (lines("word/header"), lines("word/footer"))
    }

    /// The names of a workbook's sheets that are hidden.
    public static func hiddenSheets(of bytes: [UInt8]) -> [String] {
        guard let archive = ZipArchive(bytes),
            let entry = archive.entries.first(where: { $0.name == "xl/workbook.xml" }),
            let inner = archive.unpacked(entry, limit: 4 << 20)
        else { return [] }
        return String(decoding: inner, as: UTF8.self).split(separator: "<sheet ").dropFirst().compactMap { tag in
            let own = tag.prefix { $0 != ">" }
            guard own.contains("state=\"hidden\"") || own.contains("state=\"veryHidden\""),
                let start = own.firstRange(of: "name=\"")
            else { return nil }
            return String(own[start.upperBound...].prefix { $0 != "\"" })
        }
    }

    /// What Word says in runs, without what is deleted, hidden or a field's code.
    private static func paragraphs(_ xml: [UInt8]) -> [String] {
        var lines: [String] = []
        var (line, tag) = ("", "")
        var isTag = false
        var (isText, isDeleted, isCode) = (false, false, 0)
        for character in String(decoding: xml, as: UTF8.self) {
            if character == "<" {
                (isTag, tag) = (true, "")
            } else if character == ">" {
                isTag = false
                let name = tag.prefix { $0 != " " && $0 != "/" || tag.first == "/" && $0 == "/" }
                switch name {
                case "w:t": isText = !tag.hasSuffix("/")
                case "/w:t": isText = false
                case "w:del": isDeleted = !tag.hasSuffix("/")
                case "/w:del": isDeleted = false
                case "w:instrText": isCode += 1
                case "/w:instrText": isCode -= 1
                case "w:tab", "w:ptab": line += "\t"
                case "w:br", "/w:p":
                    lines.append(line)
                    line = ""
                default: break
                }
            } else if isTag {
                if tag.utf8.count < 200 { tag.append(character) }
            } else if isText, !isDeleted, isCode == 0 {
                line.append(character)
            }
        }
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
            lines = lines.map { $0.replacing(entity, with: sign) }
        }
        return lines.filter { $0.contains { !$0.isWhitespace } }
    }
}
