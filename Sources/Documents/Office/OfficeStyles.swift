/// Word's own names for what a converter has written: Tabellrutnät for tables, Numrerad lista and Punktlista for lists, and
/// the title among the file's properties.
public enum OfficeStyles {
    private static let parts = (document: "word/document.xml", styles: "word/styles.xml", core: "docProps/core.xml")

    /// The same file with them; nil for what is no Word file.
    public static func named(_ bytes: [UInt8], title: String) -> [UInt8]? {
        guard let archive = ZipArchive(bytes), let document = text(parts.document, archive),
            var styles = text(parts.styles, archive)
        else { return nil }
        let table = identifier("Table Grid", "TableGrid", grid, &styles)
        let number = identifier("List Number", "ListNumber", paragraph("List Number", "ListNumber"), &styles)
        let bullet = identifier("List Bullet", "ListBullet", paragraph("List Bullet", "ListBullet"), &styles)
        let numbered = numberedLists(text("word/numbering.xml", archive) ?? "")
        let named = lists(document, numbered, number: number, bullet: bullet)
            .replacing("<w:tblStyle w:val=\"Table\" />", with: "<w:tblStyle w:val=\"\(table)\" />")
            .replacing("<w:tblStyle w:val=\"Table\"/>", with: "<w:tblStyle w:val=\"\(table)\"/>")
        var changed = [parts.document: Array(named.utf8), parts.styles: Array(styles.utf8)]
        if let core = text(parts.core, archive) {
            let own = "<dc:title>" + escaped(title) + "</dc:title>"
            // Other programs than Word drop a part that they do not know, and keep this.
            let marked = core.replacing(
                "<cp:keywords></cp:keywords>", with: "<cp:keywords>\(OfficeExport.keyword)</cp:keywords>")
            changed[parts.core] = Array(marked.replacing("<dc:title></dc:title>", with: own).utf8)
        }
        return archive.rewritten(changed)
    }

    private static func text(_ name: String, _ archive: ZipArchive) -> String? {
        archive.entries.first { $0.name == name }.flatMap { archive.unpacked($0, limit: 64 << 20) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// What the file's styles call one of Word's own; where they have none, it is added. A template's Swedish Word has
    /// its own identifiers for the same names.
    private static func identifier(_ name: String, _ usual: String, _ own: String, _ styles: inout String) -> String {
        for style in styles.split(separator: "<w:style ", omittingEmptySubsequences: false).dropFirst() {
            let isNamed = style.contains("<w:name w:val=\"\(name)\"") || style.contains("w:val=\"\(name)\" />")
            guard isNamed, let start = style.firstRange(of: "w:styleId=\"") else { continue }
            return String(style[start.upperBound...].prefix { $0 != "\"" })
        }
        styles = styles.replacing("</w:styles>", with: own + "</w:styles>")
        return usual
    }

    private static let grid: String = {
        let lines = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
            "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
        }
        return
            "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"Table\"/>"
            + "<w:uiPriority w:val=\"39\"/><w:tblPr><w:tblBorders>\(lines.joined())</w:tblBorders></w:tblPr></w:style>"
    }()

    private static func paragraph(_ name: String, _ identifier: String) -> String {
        "<w:style w:type=\"paragraph\" w:styleId=\"\(identifier)\"><w:name w:val=\"\(name)\"/><w:basedOn w:val=\"Compact\"/></w:style>"
    }

    /// The lists whose first level has numbers, by the identifier that paragraphs name.
    private static func numberedLists(_ numbering: String) -> Set<Substring> {
        var decimal: Set<Substring> = []
        for part in numbering.split(separator: "<w:abstractNum ", omittingEmptySubsequences: false).dropFirst() {
            guard let id = value("w:abstractNumId=\"", part), let format = part.firstRange(of: "<w:numFmt"),
                let kind = value("w:val=\"", part[format.upperBound...]), kind != "bullet"
            else { continue }
            decimal.insert(id)
        }
        var lists: Set<Substring> = []
        for part in numbering.split(separator: "<w:num ", omittingEmptySubsequences: false).dropFirst() {
            guard let id = value("w:numId=\"", part), let place = part.firstRange(of: "<w:abstractNumId"),
                let own = value("w:val=\"", part[place.upperBound...]), decimal.contains(own)
            else { continue }
            lists.insert(id)
        }
        return lists
    }

    private static func value(_ name: String, _ text: Substring) -> Substring? {
        text.firstRange(of: name).map { text[$0.upperBound...].prefix { $0 != "\"" } }
    }

    /// Each list's paragraphs with the style of their kind, in place of the one they had.
    private static func lists(
        _ document: String, _ numbered: Set<Substring>, number: String, bullet: String
    ) -> String {
        var result = ""
        for (place, part) in document.split(separator: "<w:pPr>", omittingEmptySubsequences: false).enumerated() {
            if place > 0 { result += "<w:pPr>" }
            guard place > 0, let end = part.firstRange(of: "</w:pPr>"),
                let list = part[..<end.lowerBound].firstRange(of: "<w:numId"),
                let id = value("w:val=\"", part[list.upperBound..<end.lowerBound]), id != "0"
            else {
                result += part
                continue
            }
            var own = String(part[..<end.lowerBound])
            if let old = own.firstRange(of: "<w:pStyle"), let close = own[old.lowerBound...].firstIndex(of: ">") {
                own.removeSubrange(old.lowerBound...close)
            }
            result += "<w:pStyle w:val=\"\(numbered.contains(id) ? number : bullet)\"/>" + own
            result += part[end.lowerBound...]
        }
        return result
    }
}
