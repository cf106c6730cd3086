/// A bilaga as a sealed kallelse listed it.
public struct SentPaper: Hashable, Sendable {
    /// Relative to the site's root.
    public let file: String
    public let title: String
    public let visibility: Visibility

    public init(file: String, title: String, visibility: Visibility) {
        (self.file, self.title, self.visibility) = (file, title, visibility)
    }
}
