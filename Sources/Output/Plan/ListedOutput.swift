/// What a built site consists of, by its own manifest.
public struct ListedOutput: Sendable {
    /// In the order of their bytes; the manifest itself is not among them.
    public let paths: [String]
    public let imprint: Imprint?

    /// Nil where no build has been.
    public init?(_ folder: String) throws(OutputFailure) {
        guard let directory = OutputDirectory(standing: folder), let manifest = try directory.readManifest() else {
            return nil
        }
        paths = (0..<manifest.count).map(manifest.path)
        imprint = manifest.imprint
    }
}
