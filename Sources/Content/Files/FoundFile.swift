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
    /// Relative to the site's root, as messages say it.
    var place: String { "content/" + path }

    /// The part after the last slash.
    var name: Substring {
        path[(path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex)...]
    }

    var isMarkdown: Bool { path.utf8.count > 3 && path.utf8.suffix(3).elementsEqual(".md".utf8) }
}
