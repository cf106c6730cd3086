/// A file under content/ that a site may be made from.
public struct FoundFile: Hashable, Sendable {
    /// Relative to content/, `arenden/2019-30/arende.md`.
    public let path: String
    /// Absolute.
    public let location: String
    /// Bytes; 0 for a Markdown file, whose size nobody asks for.
    public let size: Int
}

extension FoundFile {
    /// The same file, with the bytes of its copy.
    package func published(as copy: PublishedCopy?) -> FoundFile {
        copy.map { FoundFile(path: path, location: $0.location, size: $0.size) } ?? self
    }

    /// Relative to the site's root, as messages say it.
    var place: String { "content/" + path }

    /// The part after the last slash.
    var name: Substring {
        path[(path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex)...]
    }

    /// Some systems write `X.MD`.
    var isMarkdown: Bool { path.utf8.count > 3 && path.hasEnding(".md") }

    /// True for what is no text, so that no head can stand in it.
    var isBinary: Bool {
        let endings: [StaticString] = [
            ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".heic", ".docx", ".xlsx", ".pptx",
            ".doc",
            ".xls", ".ppt", ".odt", ".ods", ".odp", ".zip", ".mp3", ".mp4", ".mov", ".avi", ".wav", ".msg", ".woff",
            ".woff2", ".ttf", ".otf", ".ico",
        ]
        return endings.contains(where: path.hasEnding)
    }
}

extension String {
    /// True for a path that ends so, in small letters or capitals.
    func hasEnding(_ ending: StaticString) -> Bool {
        ending.withUTF8Buffer { ending in
            utf8.suffix(ending.count).elementsEqual(ending) { $0.asciiLowercased == $1 }
        }
    }
}
