import Glibc

/// A folder under a temporary name in which something grows until it is whole. While it lives it is locked, so that what
/// a killed program left can be told from what another is making.
final class Stage {
    /// Absolute.
    let path: String
    private let lock: Int32
    private var made: Set<String> = []
    private static let prefix = ".klubba-arkiv-"

    /// Beside what it is to become, so that a rename is enough. Removes what dead programs left there.
    init(in folder: String) throws(ArchiveFailure) {
        try FolderWalk.make(folder)
        Stage.removeLeftovers(in: folder)
        var template = Array("\(folder)/\(Stage.prefix)XXXXXX".utf8CString)
        guard let name = mkdtemp(&template) else { throw FileBytes.failure(folder) }
        path = String(cString: name)
        lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw FileBytes.failure(path) }
    }

    deinit {
        FolderWalk.remove(path)
        close(lock)
    }
}

extension Stage {
    /// A new file at a path below the stage.
    func writer(_ path: String) throws(ArchiveFailure) -> FileWriter {
        try makeFolders(above: path)
        return try FileWriter("\(self.path)/\(path)")
    }

    func write(_ bytes: [UInt8], to path: String) throws(ArchiveFailure) -> (size: Int, digest: String) {
        let writer = try writer(path)
        writer.add(bytes)
        return try writer.finish()
    }

    /// Copies a file and tells its size, its check sum, and what its bytes tell of its kind.
    func copy(_ source: String, to path: String) throws(ArchiveFailure) -> (size: Int, digest: String, FileTraits) {
        let writer = try writer(path)
        var traits = FileTraits()
        try FileBytes.read(source) { part in
            writer.add(part)
            traits.add(part)
        }
        let (size, digest) = try writer.finish()
        return (size, digest, traits)
    }

    /// Puts what lies at a path below the stage where it is to be, in one step, over what is there already.
    func publish(_ path: String, at target: String) throws(ArchiveFailure) {
        let own = "\(self.path)/\(path)"
        // What has a name is on the disk, whatever happens to the machine.
        sync()
        if rename(own, target) == 0 { return }
        guard errno == ENOTEMPTY || errno == EEXIST else { throw FileBytes.failure(target) }
        // A folder that holds something can't be renamed over: the old one goes into the stage, and away with it.
        let old = "\(self.path)/gammalt"
        guard rename(target, old) == 0 else { throw FileBytes.failure(target) }
        if rename(own, target) != 0 {
            let failure = FileBytes.failure(target)
            rename(old, target)
            throw failure
        }
    }

    func makeFolders(above path: String) throws(ArchiveFailure) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let folder = String(path[..<slash])
        guard made.insert(folder).inserted else { return }
        try makeFolders(above: folder)
        if mkdir("\(self.path)/\(folder)", 0o755) != 0 && errno != EEXIST {
            throw FileBytes.failure("\(self.path)/\(folder)")
        }
    }

    private static func removeLeftovers(in folder: String) {
        for name in (try? FolderWalk.names(in: folder)) ?? [] where name.hasPrefix(prefix) {
            let path = "\(folder)/\(name)"
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { FolderWalk.remove(path) }
            close(descriptor)
        }
    }
}

extension Stage {
    /// Gives something in the stage another place in it.
    func move(_ path: String, to target: String) throws(ArchiveFailure) {
        try makeFolders(above: target)
        if rename("\(self.path)/\(path)", "\(self.path)/\(target)") != 0 {
            throw FileBytes.failure("\(self.path)/\(target)")
        }
    }
}
