import System

/// A folder under a temporary name in which something grows until it is whole. While it lives it is locked, so that what
/// a killed program left can be told from what another is making.
final class Stage {
    /// Absolute.
    let path: String
    private let lock: FolderLock
    private var made: Set<String> = []
    private static let prefix = ".klubba-arkiv-"

    /// Beside what it is to become, so that a rename is enough. Removes what dead programs left there.
    init(in folder: String) throws(ArchiveFailure) {
        try FolderWalk.make(folder)
        Stage.removeLeftovers(in: folder)
        do throws(SystemError) {
            path = try Folder.makeUnique(in: folder, prefix: Stage.prefix)
            lock = try FolderLock(path)
        } catch {
            throw ArchiveFailure(error)
        }
    }

    deinit { Folder.removeTree(path) }
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
        try PackageBytes.read(source) { part in
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
        Machine.synchronize()
        do throws(SystemError) {
            do throws(SystemError) {
                return try FileBytes.move(own, to: target)
            } catch {
                guard error.isOccupied else { throw error }
            }
            // A folder that holds something can't be renamed over: the two change places, and the old one goes away with
            // the stage. Both paths are absolute, so no folder has to be open.
            let none: Int32 = -1
            if (try? Beneath.exchange(own, in: none, with: target, in: none)) != nil { return }
            // On a disk that knows no such change there is a moment with neither.
            let old = "\(self.path)/gammalt"
            try Stage.move(target, to: old, named: target)
            do throws(SystemError) {
                try FileBytes.move(own, to: target)
            } catch {
                try? FileBytes.move(old, to: target)
                throw error
            }
        } catch {
            throw ArchiveFailure(error)
        }
    }

    /// A refusal is told of what the user knows.
    private static func move(_ path: String, to target: String, named name: String) throws(SystemError) {
        do throws(SystemError) {
            try FileBytes.move(path, to: target)
        } catch {
            throw SystemError(path: name, number: error.number)
        }
    }

    func makeFolders(above path: String) throws(ArchiveFailure) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let folder = String(path[..<slash])
        guard made.insert(folder).inserted else { return }
        try makeFolders(above: folder)
        do throws(SystemError) { try Folder.make("\(self.path)/\(folder)") } catch { throw ArchiveFailure(error) }
    }

    private static func removeLeftovers(in folder: String) {
        for name in (try? FolderWalk.names(in: folder)) ?? [] where name.hasPrefix(prefix) {
            let path = "\(folder)/\(name)"
            guard let lock = try? FolderLock(path) else { continue }
            withExtendedLifetime(lock) { Folder.removeTree(path) }
        }
    }
}

extension Stage {
    /// Gives something in the stage another place in it.
    func move(_ path: String, to target: String) throws(ArchiveFailure) {
        try makeFolders(above: target)
        do throws(SystemError) {
            try FileBytes.move("\(self.path)/\(path)", to: "\(self.path)/\(target)")
        } catch {
            throw ArchiveFailure(error)
        }
    }
}
