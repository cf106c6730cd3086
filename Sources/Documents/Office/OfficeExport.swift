/// A part of a Word file that Word keeps and shows nobody: what klubba has written the file from.
public enum OfficeExport {
    static let namespace = "urn:klubba:export:1"
    /// Among the file's properties, to say where it came from.
    static let keyword = "klubba export"
    private static let item = "customXml/item9.xml"
    private static let relations = "word/_rels/document.xml.rels"

    /// Whether the file was exported, with its part or without.
    public static func isExported(_ bytes: [UInt8]) -> Bool {
        let core = ZipArchive(bytes)?.part("docProps/core.xml")
        return core.map { String(decoding: $0, as: UTF8.self).contains(">\(keyword)<") } ?? false
    }

    /// What was put into the file; nil for a file without it.
    public static func payload(of bytes: [UInt8]) -> String? {
        guard let archive = ZipArchive(bytes) else { return nil }
        for entry in archive.entries where entry.name.hasPrefix("customXml/") && entry.name.hasSuffix(".xml") {
            guard let inner = archive.unpacked(entry, limit: 16 << 20) else { continue }
            let text = String(decoding: inner, as: UTF8.self)
            guard text.contains(namespace), let start = text.firstRange(of: "<data>"),
                let end = text.firstRange(of: "</data>"), start.upperBound <= end.lowerBound
            else { continue }
            let data = Base64.decoded(text[start.upperBound..<end.lowerBound].utf8)
            return String(decoding: data, as: UTF8.self)
        }
        return nil
    }

    /// The same file with it; nil for what is no Word file.
    public static func adding(_ payload: String, to bytes: [UInt8]) -> [UInt8]? {
        guard let archive = ZipArchive(bytes), let entry = archive.entries.first(where: { $0.name == relations }),
            let inner = archive.unpacked(entry, limit: 4 << 20)
        else { return nil }
        let link =
            "<Relationship Id=\"klubba1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml\" "
            + "Target=\"../\(item)\"/></Relationships>"
        let linked = String(decoding: inner, as: UTF8.self).replacing("</Relationships>", with: link)
        let xml =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<export xmlns=\"\(namespace)\"><data>"
            + encoded(Array(payload.utf8)) + "</data></export>\n"
        return archive.rewritten([relations: Array(linked.utf8)], adding: [(item, Array(xml.utf8))])
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let value = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            for place in 0..<4 {
                text.append(place <= part.count ? signs[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
