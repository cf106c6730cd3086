/// A file that lies in a package, and which of its documents have told of it.
struct FoundFile {
    let size: Int
    let digest: String
    /// In a METS document.
    var isListed = false
    /// In PREMIS.
    var isPreserved = false
    /// As a paper's, in ERMS.
    var isRecorded = false

    init(size: Int, digest: String) { (self.size, self.digest) = (size, digest) }
}

/// The files that lie in a package, by their paths from its folder.
struct FoundFiles {
    private var files: [ExactPath: FoundFile] = [:]

    var count: Int { files.count }
    var all: some Sequence<(path: String, file: FoundFile)> { files.lazy.map { ($0.key.text, $0.value) } }

    subscript(path: String) -> FoundFile? {
        get { files[ExactPath(path)] }
        set { files[ExactPath(path)] = newValue }
    }
}
