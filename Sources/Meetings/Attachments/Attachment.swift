/// A bilaga to a matter.
public struct Attachment: Sendable {
    /// As its own `nummer` or file name has it; a meeting may number it otherwise.
    public var number: AttachmentNumber?
    /// True when the ärende's front matter names it (and so gives it a place in the list).
    public var isListed: Bool
    public var title: String
    /// `.draft` for what is held back, whatever its head says.
    public var visibility: Visibility
    /// Why it is in no edition; nil for nearly every bilaga.
    public var holding: Holding?
    public var content: Content
    /// The file that a Markdown bilaga was made from, linked from its page.
    public var original: Original?
    /// The file, or the front matter's place that names it; for messages.
    public var file: String
    public var line: Int
    /// Nobody could read it and nobody has looked at it: its audience gets its title.
    public var isUnreviewed = false
    /// Where lies what a file that is no Markdown says, page by page with a form feed between; nil where nobody could read
    /// it.
    public var text: String?

    public enum Content: Sendable {
        /// A Markdown text, which becomes a page at `slug/`.
        case text(Prose, slug: Slug)
        /// Any other file, published as it is under `name`.
        case file(path: String, name: String, size: Int)
        /// Named, but not there.
        case missing
    }

    public struct Original: Hashable, Sendable {
        /// Absolute.
        public let path: String
        /// As it is published, in the ärende's folder.
        public let name: String
        public let size: Int
        /// For messages.
        public let file: String

        public init(path: String, name: String, size: Int, file: String) {
            (self.path, self.name, self.size, self.file) = (path, name, size, file)
        }
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
