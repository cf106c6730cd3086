/// What lies in an office file beside its text, for whoever moves it in.
public enum OfficeParts {
    /// The page heads of a Word file and its feet, a paragraph a line, each once; empty for anything else.
    public static func edges(of bytes: [UInt8]) -> (heads: [String], feet: [String]) {
        guard let archive = ZipArchive(bytes) else { return ([], []) }
        let linked = links(archive)
        func lines(_ prefix: String, _ kind: String) -> [String] {
            var lines: [String] = []
            let own = Set(linked.filter { $0.kind == kind }.map(\.part))
            for entry in archive.entries.sorted(by: { $0.name < $1.name })
            where entry.name.hasPrefix(prefix) && entry.name.hasSuffix(".xml") || own.contains(entry.name) {
                guard let inner = archive.unpacked(entry, limit: 4 << 20) else { continue }
                for line in paragraphs(inner) where !lines.contains(line) { lines.append(line) }
            }
            return lines
        }
        return (lines("word/header", "header"), lines("word/footer", "footer"))
    }

    /// The parts that a Word file's text is linked to: a part may have any name.
    private static func links(_ archive: ZipArchive) -> [(kind: String, part: String)] {
        guard let links = archive.part("word/_rels/document.xml.rels") else { return [] }
        return String(decoding: links, as: UTF8.self).split(separator: "<Relationship ").dropFirst().compactMap { tag in
            let own = tag.prefix { $0 != ">" }
            guard let target = value("Target", of: own), let kind = value("Type", of: own)?.split(separator: "/").last
            else { return nil }
            return (String(kind), target.hasPrefix("/") ? String(target.dropFirst()) : "word/" + target)
        }
    }

    /// A workbook's sheets in their order, and which of them are hidden; of Excel's and of OpenDocument's.
    public static func sheets(of bytes: [UInt8]) -> [(name: String, isHidden: Bool)] {
        guard let archive = ZipArchive(bytes) else { return [] }
        func text(_ name: String) -> String? {
            archive.entries.first { $0.name == name }.flatMap { archive.unpacked($0, limit: 64 << 20) }
                .map { String(decoding: $0, as: UTF8.self) }
        }
        if let workbook = text("xl/workbook.xml") {
            return workbook.split(separator: "<sheet ").dropFirst().compactMap { tag in
                let own = tag.prefix { $0 != ">" }
                let isHidden = own.contains("state=\"hidden\"") || own.contains("state=\"veryHidden\"")
                return value("name", of: own).map { ($0, isHidden) }
            }
        }
        guard let content = text("content.xml") else { return [] }
        // Its automatic styles say which are shown.
        let hiding = Set(
            content.split(separator: "<style:style ").dropFirst().compactMap { style in
                style.prefix { $0 != "<" }.isEmpty || !ownStyle(style).contains("table:display=\"false\"")
                    ? nil : value("style:name", of: style.prefix { $0 != ">" })
            })
        return content.split(separator: "<table:table ").dropFirst().compactMap { tag in
            let own = tag.prefix { $0 != ">" }
            let isHidden = value("table:style-name", of: own).map(hiding.contains) ?? false
            return value("table:name", of: own).map { ($0, isHidden) }
        }
    }

    private static func ownStyle(_ style: Substring) -> Substring {
        style.firstRange(of: "</style:style>").map { style[..<$0.lowerBound] } ?? style
    }

    private static func value(_ name: String, of tag: Substring) -> String? {
        tag.firstRange(of: "\(name)=\"").map { String(tag[$0.upperBound...].prefix { $0 != "\"" }).withSigns }
    }

    /// Whether a password is needed, or nothing can be read at all.
    public enum State: Sendable {
        case sound
        case locked
        case damaged
    }

    public static func state(of bytes: [UInt8]) -> State {
        // An archive within an old container is one that is locked.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return isLockedContainer(bytes) ? .locked : .sound
        }
        guard let archive = ZipArchive(bytes) else { return .damaged }
        if archive.entries.contains(where: \.isLocked) { return .locked }
        let manifest = archive.entries.first { $0.name == "META-INF/manifest.xml" }
            .flatMap { archive.unpacked($0, limit: 4 << 20) }
        let isLocked = manifest.map { String(decoding: $0, as: UTF8.self).contains("encryption-data") } ?? false
        return isLocked ? .locked : .sound
    }

    /// An archive that is another kind of office file than its ending says.
    public static func isOther(than ending: String, _ bytes: [UInt8]) -> Bool {
        guard let archive = ZipArchive(bytes) else { return false }
        let names = Set(archive.entries.map(\.name))
        let kinds = [
            "docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml",
            "odt": "content.xml", "ods": "content.xml",
        ]
        guard let own = kinds[ending], !names.contains(own) else { return false }
        return kinds.values.contains(where: names.contains)
    }

    /// An old container that holds a Word text (MS-DOC, "WordDocument Stream").
    public static func hasWordStream(_ bytes: [UInt8]) -> Bool {
        bytes.firstPlace(of: Array("WordDocument".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) != nil
    }

    /// The pictures of a Word file, in the order that its text shows them.
    public static func pictures(of bytes: [UInt8]) -> [[UInt8]] {
        guard let archive = ZipArchive(bytes) else { return [] }
        func part(_ name: String) -> [UInt8]? {
            archive.entries.first { $0.name == name }.flatMap { archive.unpacked($0, limit: 64 << 20) }
        }
        guard let body = part("word/document.xml"), let links = part("word/_rels/document.xml.rels") else { return [] }
        var targets: [String: String] = [:]
        for tag in String(decoding: links, as: UTF8.self).split(separator: "<Relationship ").dropFirst() {
            let own = tag.prefix { $0 != ">" }
            if let id = value("Id", of: own), let target = value("Target", of: own) { targets[id] = target }
        }
        return String(decoding: body, as: UTF8.self).split(separator: "<a:blip ").dropFirst().compactMap { tag in
            let id = value("r:embed", of: tag.prefix { $0 != ">" })
            return id.flatMap { targets[$0] }.flatMap { part("word/" + $0) }
        }
    }

    /// "EncryptedPackage" among the names of its streams, or the mark of a locked .doc (MS-DOC, FibBase.fEncrypted).
    private static func isLockedContainer(_ bytes: [UInt8]) -> Bool {
        let name = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        if bytes.firstPlace(of: name) != nil { return true }
        return bytes.count > 524 && bytes[512] == 0xEC && bytes[513] == 0xA5 && bytes[523] & 1 == 1
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
