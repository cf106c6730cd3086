/// A mark at the top of each page of a Word file.
public enum OfficeHeader {
    /// A part for each kind of page: LibreOffice writes a part that several share once for each of them.
    private static func part(_ kind: String) -> (path: String, id: String) {
        kind == "default"
            ? ("klubba-sidhuvud.xml", "klubbaSidhuvud") : ("klubba-sidhuvud-\(kind).xml", "klubbaSidhuvud-\(kind)")
    }
    private static let relations = "word/_rels/document.xml.rels"
    private static let types = "[Content_Types].xml"
    private static let headerType = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"

    /// The file with the mark; nil for what is no Word file. A letterhead's own head stays below it.
    public static func adding(_ mark: String, to bytes: [UInt8]) -> [UInt8]? {
        guard let archive = ZipArchive(bytes), let document = text("word/document.xml", archive),
            let relations = text(relations, archive), let types = text(types, archive),
            let place = document.ranges(of: "<w:sectPr").last
        else { return nil }
        var changed: [String: [UInt8]] = [:]
        for entry in archive.entries where entry.name.hasPrefix("word/header") && entry.name.hasSuffix(".xml") {
            guard let header = text(entry.name, archive), let root = header.firstRange(of: "<w:hdr"),
                let end = header[root.upperBound...].firstIndex(of: ">")
            else { continue }
            let start = header.index(after: end)
            changed[entry.name] = Array((header[..<start] + paragraph(mark) + header[start...]).utf8)
        }
        let own = document[place.lowerBound...]
        let missing = ["default", "first", "even"].filter { kind in
            !own.contains("<w:headerReference w:type=\"\(kind)\"") && !hasReference(own, kind)
        }
        guard let tagEnd = own.firstIndex(of: ">") else { return nil }
        let references = missing.map { "<w:headerReference w:type=\"\($0)\" r:id=\"\(part($0).id)\"/>" }.joined()
        let isEmpty = own[..<tagEnd].hasSuffix("/")
        let open = isEmpty ? own[..<own.index(before: tagEnd)] + ">" : own[...tagEnd]
        let rest = own[own.index(after: tagEnd)...]
        var body = String(document[..<place.lowerBound]) + String(open) + references
        body += (isEmpty ? "</w:sectPr>" : "") + String(rest)
        if !body.contains("xmlns:r=") {
            body = body.replacing(
                "<w:document ", with: "<w:document xmlns:r=\"\(office)/relationships\" ", maxReplacements: 1)
        }
        changed["word/document.xml"] = Array(body.utf8)
        let links = missing.map(part).map { path, id in
            "<Relationship Id=\"\(id)\" Type=\"\(office)/relationships/header\" Target=\"\(path)\"/>"
        }
        changed[OfficeHeader.relations] = Array(
            relations.replacing("</Relationships>", with: links.joined() + "</Relationships>").utf8)
        let kinds = missing.map(part).map { "<Override PartName=\"/word/\($0.path)\" ContentType=\"\(headerType)\"/>" }
        changed[OfficeHeader.types] = Array(types.replacing("</Types>", with: kinds.joined() + "</Types>").utf8)
        let xml =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + paragraph(mark) + "</w:hdr>\n"
        return archive.rewritten(changed, adding: missing.map { ("word/" + part($0).path, Array(xml.utf8)) })
    }

    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"

    private static func text(_ name: String, _ archive: ZipArchive) -> String? {
        archive.entries.first { $0.name == name }.flatMap { archive.unpacked($0, limit: 64 << 20) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Attributes may stand in any order.
    private static func hasReference(_ section: Substring, _ kind: String) -> Bool {
        section.split(separator: "<w:headerReference").dropFirst().contains { tag in
            tag.prefix { $0 != ">" }.contains("w:type=\"\(kind)\"")
        }
    }

    private static func paragraph(_ mark: String) -> String {
        let escaped = mark.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">"
            + escaped + "</w:t></w:r></w:p>"
    }
}
