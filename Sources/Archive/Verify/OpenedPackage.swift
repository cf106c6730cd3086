import Diagnostics
import System

/// A package as somebody hands it over: a folder, a tar or zip archive, a bag; opened so that its files can be read.
public struct OpenedPackage {
    /// The package's own folder, absolute.
    public let root: String
    /// What is wrong with the container.
    public let diagnostics: [Diagnostic]
    /// Holds what was unpacked as long as it is looked at.
    private let folder: TemporaryFolder?
}

extension OpenedPackage {
    /// Where the site's own files lie in it.
    public var site: String { "\(root)/\(PackagePath.originals)" }

    /// `path` is absolute. Throws what makes it impossible to look at the package at all.
    public init(_ path: String) throws(ArchiveFailure) {
        var faults: [Diagnostic] = []
        var folder: TemporaryFolder?
        var root = path
        if !Path.isFolder(path) {
            let made: TemporaryFolder
            do throws(SystemError) { made = try TemporaryFolder() } catch { throw ArchiveFailure(error) }
            folder = made
            faults = try OpenedPackage.unpack(path, into: made.path)
            let tops = try FolderWalk.names(in: made.path)
            guard let top = tops.first, tops.count == 1, Path.isFolder("\(made.path)/\(top)") else {
                faults.append(Diagnostic(Place(path.lastPart), .archivePackage(.topFolders(tops.count))))
                throw .content(faults)
            }
            root = "\(made.path)/\(top)"
        }
        if FileBytes.size(of: root + "/bagit.txt") != nil {
            let bag = BagCheck(root: root)
            faults += try bag.diagnostics()
            guard let package = try bag.package() else {
                faults.append(Diagnostic(Place("bagit.txt"), .archivePackage(.bag("data/"))))
                throw .content(faults)
            }
            root = package
        }
        guard FileBytes.size(of: root + "/" + PackagePath.root) != nil else {
            faults.append(Diagnostic(Place(PackagePath.root), .archivePackage(.missing(listedIn: root.lastPart))))
            throw .content(faults)
        }
        (self.root, diagnostics, self.folder) = (root, faults, folder)
    }

    private static func unpack(_ path: String, into folder: String) throws(ArchiveFailure) -> [Diagnostic] {
        var head: [UInt8] = []
        try PackageBytes.read(path) { if head.isEmpty { head = Array($0.prefix(4)) } }
        let unpacking = Unpacking(archive: path, folder: folder)
        return try head.starts(with: "PK".utf8) ? unpacking.zip() : unpacking.tar()
    }
}
