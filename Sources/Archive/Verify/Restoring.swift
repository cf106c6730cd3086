import System

/// Gives a site's files back from a verified package.
public enum Restoring {
    /// Writes the tree of original/ into `folder`, which isn't there or is empty. The number of files.
    public static func restore(_ package: OpenedPackage, into folder: String) throws(ArchiveFailure) -> Int {
        // What was unpacked lives as long as the package is held.
        defer { withExtendedLifetime(package) {} }
        let source = "\(package.root)/\(PackagePath.originals)"
        let parent = folder.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
        let stage = try Stage(in: parent.isEmpty ? "/" : parent)
        let files = try FolderWalk.files(in: source)
        for file in files where file.kind == .file {
            _ = try stage.copy("\(source)/\(file.path)", to: "webbplats/\(file.path)")
        }
        try stage.makeFolders(above: "webbplats/x")
        try stage.publish("webbplats", at: folder)
        return files.count
    }

    public static func isEmpty(_ folder: String) -> Bool {
        if !FileBytes.exists(folder) { return true }
        guard Path.isFolder(folder), let names = try? FolderWalk.names(in: folder) else { return false }
        return names.isEmpty
    }
}
