/// One file of the site as it is served: its path and where its bytes come from.
public struct PreviewFile: Sendable {
    /// From the site's root: `arenden/2019-30/index.html`.
    public let path: String
    public let content: Content

    public enum Content: Sendable {
        /// Appends the file's bytes to a buffer; asked each time that a browser wants the file.
        case bytes(@Sendable (inout [UInt8]) -> Void)
        /// The absolute path of a file that is sent from where it lies.
        case copy(of: String)
    }

    public init(path: String, content: Content) {
        (self.path, self.content) = (path, content)
    }
}
