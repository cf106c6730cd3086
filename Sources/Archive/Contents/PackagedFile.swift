/// A file of a package, as it was written.
struct PackagedFile: Sendable {
    /// From the package's folder.
    let path: String
    let size: Int
    let digest: String
    let format: FileFormat
    /// When it came to be: its seal's time, else the clock's.
    let created: String
    /// What it was called where it comes from.
    let originalName: String
    /// The files of the package that it was made from.
    var sources: [String] = []
    /// Of a rendition, what tells whether it would become the same again.
    var recipe: String?
    /// LibreOffice's version where it made pages of office files in it.
    var officeVersion: String?
    var isSigned = false
}

extension PackagedFile {
    /// `F-` and 24 digits of the path's hash.
    var id: String { "F-" + Hashing.digest(of: Array(path.utf8)).prefix(24) }
}
