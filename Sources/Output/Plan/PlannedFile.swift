import Fingerprints

/// One file of the site: where it stands and how its bytes come about.
public struct PlannedFile: Sendable {
    /// Where the file stands, from the output directory: `arenden/2019-30/index.html`.
    public let path: String
    /// Its bytes.
    public let content: Content
    /// True for an address that people may have linked to: when a later plan lacks it, a tombstone may take its
    /// place (`OutputPlan.tombstone`). False for what may vanish, a style sheet with a hash in its name.
    public let isPermanent: Bool
    /// Of all that the bytes are made from: with the same, they are the same. Nil where nobody can tell.
    public let origin: Fingerprint?

    /// Where a file's bytes come from.
    public enum Content: Sendable {
        /// Appends the file's bytes to an empty buffer. Called at most once a build, on any core, and only when the
        /// bytes are needed; the same content must give the same bytes.
        case bytes(@Sendable (inout [UInt8]) -> Void)
        /// The absolute path of a regular file, copied inside the kernel and never read into memory. The copy gets
        /// the source's time of change.
        case copy(of: String)
    }

    /// A file at `path`, which is relative, separated by `/`, and has neither empty nor dot components.
    public init(path: String, content: Content, isPermanent: Bool = false, origin: Fingerprint? = nil) {
        self.path = path
        self.content = content
        self.isPermanent = isPermanent
        self.origin = origin
    }
}
