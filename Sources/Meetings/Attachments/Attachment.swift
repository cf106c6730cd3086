/// A bilaga to a matter.
public struct Attachment: Sendable {
    /// As its own `nummer` or file name has it; a meeting may number it otherwise.
    public var number: AttachmentNumber?
    /// True when the ärende's front matter names it (and so gives it a place in the list).
    public var isListed: Bool
    public var title: String
    public var visibility: Visibility
    public var content: Content
    /// The file, or the front matter's place that names it; for messages.
    public var file: String
    public var line: Int
    /// Nobody could read it and nobody has looked at it: its audience gets its title.
    public var isUnreviewed = false

    public enum Content: Sendable {
        /// A Markdown text, which becomes a page at `slug/`.
        case text(Prose, slug: Slug)
        /// Any other file, published as it is under `name`.
        case file(path: String, name: String, size: Int)
        /// Named, but not there.
        case missing
    }

    public init(
        number: AttachmentNumber?, isListed: Bool, title: String, visibility: Visibility, content: Content,
        file: String,
        line: Int
    ) {
        (self.number, self.isListed, self.title, self.visibility) = (number, isListed, title, visibility)
        (self.content, self.file, self.line) = (content, file, line)
    }
}
