/// What kind of file something is, as PRONOM, METS and an archive's list of formats call it.
struct FileFormat: Hashable, Sendable {
    let name: String
    /// PRONOM's key.
    let key: String
    let mediaType: String
    /// As `bevarandeformat` in klubba.yml calls it.
    let word: String

    init(_ name: String, _ key: String, _ mediaType: String, _ word: String) {
        (self.name, self.key, self.mediaType, self.word) = (name, key, mediaType, word)
    }
}

extension FileFormat {
    static let markdown = FileFormat("Markdown", "fmt/1149", "text/markdown", "md")
    static let plainText = FileFormat("Plain Text File", "x-fmt/111", "text/plain", "txt")
    static let xml = FileFormat("Extensible Markup Language 1.0", "fmt/101", "text/xml", "xml")
    static let schema = FileFormat("XML Schema Definition", "x-fmt/280", "text/xml", "xsd")
    static let csv = FileFormat("Comma Separated Values", "x-fmt/18", "text/csv", "csv")
    static let binary = FileFormat("Binary File", "fmt/208", "application/octet-stream", "binär")

    /// By what the file begins with, then by its ending: a name may say anything.
    init(path: String, traits: FileTraits) {
        let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() ?? ""
        if let version = traits.pdfVersion {
            self = FileFormat.pdf(version: version, level: traits.archiveLevel)
        } else if let magic = FileFormat.byMagic(traits.head, ending) {
            self = magic
        } else if let known = FileFormat.byEnding[ending] {
            self = known
        } else {
            self = traits.isText ? .plainText : .binary
        }
    }

    private static func pdf(version: String, level: String?) -> FileFormat {
        if let level, let key = archiveKeys[level] {
            return FileFormat("Acrobat PDF/A - Portable Document Format \(level)", key, "application/pdf", "pdf/a")
        }
        let key = versionKeys[version] ?? "fmt/18"
        return FileFormat("Acrobat PDF \(version) - Portable Document Format", key, "application/pdf", "pdf")
    }

    private static let archiveKeys = [
        "1a": "fmt/95", "1b": "fmt/354", "2a": "fmt/476", "2b": "fmt/477", "2u": "fmt/478", "3a": "fmt/479",
        "3b": "fmt/480", "3u": "fmt/481",
    ]

    private static let versionKeys = [
        "1.0": "fmt/14", "1.1": "fmt/15", "1.2": "fmt/16", "1.3": "fmt/17", "1.4": "fmt/18", "1.5": "fmt/19",
        "1.6": "fmt/20", "1.7": "fmt/276", "2.0": "fmt/1129",
    ]

    private static func byMagic(_ head: [UInt8], _ ending: String) -> FileFormat? {
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            return FileFormat("Portable Network Graphics 1.0", "fmt/11", "image/png", "png")
        }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return jpeg(head) }
        if head.starts(with: "<?xml".utf8) {
            return ending == "svg" ? FileFormat("Scalable Vector Graphics 1.1", "fmt/92", "image/svg+xml", "svg") : .xml
        }
        if head.starts(with: "PK\u{3}\u{4}".utf8), byEnding[ending] == nil {
            return FileFormat("ZIP Format", "x-fmt/263", "application/zip", "zip")
        }
        return nil
    }

    private static func jpeg(_ head: [UInt8]) -> FileFormat {
        let rest = head.dropFirst(6)
        if rest.starts(with: "Exif".utf8) {
            return FileFormat("Exchangeable Image File Format (Compressed) 2.2", "fmt/645", "image/jpeg", "jpg")
        }
        let minor = rest.starts(with: "JFIF".utf8) && head.count > 12 ? head[12] : nil
        switch minor {
        case 0?: return FileFormat("JPEG File Interchange Format 1.00", "fmt/42", "image/jpeg", "jpg")
        case 1?: return FileFormat("JPEG File Interchange Format 1.01", "fmt/43", "image/jpeg", "jpg")
        case 2?: return FileFormat("JPEG File Interchange Format 1.02", "fmt/44", "image/jpeg", "jpg")
        default: return FileFormat("Raw JPEG Stream", "fmt/41", "image/jpeg", "jpg")
        }
    }

    private static let byEnding: [String: FileFormat] = [
        "md": .markdown, "markdown": .markdown, "txt": .plainText, "jsonl": .plainText, "mustache": .plainText,
        "csv": .csv, "xml": .xml,
        "json": FileFormat("JSON Data Interchange Format", "fmt/817", "application/json", "json"),
        "yml": FileFormat("YAML", "fmt/818", "application/yaml", "yaml"),
        "yaml": FileFormat("YAML", "fmt/818", "application/yaml", "yaml"),
        "css": FileFormat("Cascading Style Sheet", "x-fmt/224", "text/css", "css"),
        "js": FileFormat("JavaScript file", "x-fmt/423", "text/javascript", "js"),
        "html": FileFormat("Hypertext Markup Language 5", "fmt/471", "text/html", "html"),
        "htm": FileFormat("Hypertext Markup Language 5", "fmt/471", "text/html", "html"),
        "svg": FileFormat("Scalable Vector Graphics 1.1", "fmt/92", "image/svg+xml", "svg"),
        "ics": FileFormat("Internet Calendar and Scheduling format", "fmt/388", "text/calendar", "ics"),
        "tif": FileFormat("Tagged Image File Format", "fmt/353", "image/tiff", "tiff"),
        "tiff": FileFormat("Tagged Image File Format", "fmt/353", "image/tiff", "tiff"),
        "gif": FileFormat("Graphics Interchange Format 89a", "fmt/4", "image/gif", "gif"),
        "webp": FileFormat("WebP", "fmt/566", "image/webp", "webp"),
        "docx": FileFormat(
            "Microsoft Word for Windows 2007 onwards", "fmt/412",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        "xlsx": FileFormat(
            "Microsoft Excel for Windows 2007 onwards", "fmt/214",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        "pptx": FileFormat(
            "Microsoft Powerpoint for Windows 2007 onwards", "fmt/215",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
        "doc": FileFormat("Microsoft Word Document 97-2003", "fmt/40", "application/msword", "doc"),
        "xls": FileFormat("Microsoft Excel 97 Workbook (xls) 8", "fmt/61", "application/vnd.ms-excel", "xls"),
        "ppt": FileFormat(
            "Microsoft Powerpoint Presentation 97-2003", "fmt/126", "application/vnd.ms-powerpoint", "ppt"),
        "odt": FileFormat(
            "OpenDocument Text 1.2", "fmt/291", "application/vnd.oasis.opendocument.text", "odt"),
        "ods": FileFormat(
            "OpenDocument Spreadsheet 1.2", "fmt/295", "application/vnd.oasis.opendocument.spreadsheet", "ods"),
        "odp": FileFormat(
            "OpenDocument Presentation 1.2", "fmt/293", "application/vnd.oasis.opendocument.presentation", "odp"),
        "rtf": FileFormat("Rich Text Format", "fmt/355", "application/rtf", "rtf"),
        "eml": FileFormat("Internet Message Format", "fmt/278", "message/rfc822", "eml"),
        "zip": FileFormat("ZIP Format", "x-fmt/263", "application/zip", "zip"),
        "mp3": FileFormat("MPEG 1/2 Audio Layer 3", "fmt/134", "audio/mpeg", "mp3"),
        "mp4": FileFormat("MPEG-4 Media File", "fmt/199", "video/mp4", "mp4"),
        "xsd": .schema,
        "woff2": FileFormat("Web Open Font Format 2", "fmt/1763", "font/woff2", "woff2"),
    ]
}
