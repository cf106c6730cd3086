import CSystem
import Glibc

/// Whole trees: walked, removed, and files that stand in two of them.
extension OutputDirectory {
    /// What a walk does with a folder.
    enum Descent { case enter, pass }

    /// Visits all that stands below a folder, links not followed, each folder before what is in it.
    func walk(
        from top: TreePath? = nil, _ visit: (TreePath, Resident) throws(SystemError) -> Descent
    ) throws(OutputFailure) {
        var folders: [TreePath?] = [top]
        while let folder = folders.popLast() {
            let shown = folder?.text ?? "."
            let entries = try attempt(shown) { () throws(SystemError) in try self.entries(in: folder) }
            for (path, kind) in entries {
                let descent = try attempt(path.text) { () throws(SystemError) in try visit(path, kind) }
                if descent == .enter, kind == .directory { folders.append(path) }
            }
        }
    }

    /// What stands in a folder, in the order of the names' bytes.
    private func entries(in folder: TreePath?) throws(SystemError) -> [(TreePath, Resident)] {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        let own = try (folder ?? TreePath(".")).withName { name throws(SystemError) in
            try SystemError.check { openat(descriptor, name, flags) }
        }
        guard let stream = fdopendir(own) else {
            let number = errno
            close(own)
            throw SystemError(number: number)
        }
        defer { closedir(stream) }
        var found: [(name: [CChar], kind: Resident?)] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
            }
            if name != [46, 0], name != [46, 46, 0] { found.append((name, Resident(kind: entry.pointee.d_type))) }
            errno = 0
        }
        if errno != 0 { throw SystemError(number: errno) }
        var entries: [(TreePath, Resident)] = []
        for (name, kind) in found.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
            let path = TreePath(name, in: folder)
            if let kind {
                entries.append((path, kind))
            } else if let kind = try path.withName({ name throws(SystemError) in try self.resident(name) }) {
                entries.append((path, kind))
            }
        }
        return entries
    }

    /// Removes what stands at a path, with all that is in it.
    func removeTree(_ path: String) throws(SystemError) { try removeTree(TreePath(path)) }

    func removeTree(_ path: TreePath) throws(SystemError) {
        let kind = try path.withName { name throws(SystemError) in try resident(name) }
        switch kind {
        case nil: return
        case .directory:
            for (inner, _) in try entries(in: path) { try removeTree(inner) }
            try ask(.removeDirectory)
            try path.withName { name throws(SystemError) in
                _ = try SystemError.check { unlinkat(descriptor, name, AT_REMOVEDIR) }
            }
        default:
            try ask(.remove)
            try path.withName { name throws(SystemError) in
                _ = try SystemError.check { unlinkat(descriptor, name, 0) }
            }
        }
    }

    /// Whether one file stands at the path in both trees.
    func isSameFile(_ path: UnsafePointer<CChar>, in other: OutputDirectory) -> Bool {
        guard let own = fileStatus(path), let theirs = other.fileStatus(path) else { return false }
        return own.st_ino == theirs.st_ino && own.st_dev == theirs.st_dev
    }

    /// Lets what stands at a path in another tree stand here too; a file that cannot have two names is copied.
    func link(
        _ path: UnsafePointer<CChar>, from other: OutputDirectory, through window: inout [UInt8]
    ) throws(SystemError) {
        try ask(.link)
        while true {
            do throws(SystemError) {
                _ = try SystemError.check { linkat(other.descriptor, path, descriptor, path, 0) }
                return
            } catch {
                switch error.number {
                case EEXIST: try removeTree(TreePath(String(cString: path)))
                case EPERM, EACCES, EMLINK, EOPNOTSUPP, ENOSYS:
                    guard try other.resident(path) == .file else { throw error }
                    return try copy(path, from: other, through: &window)
                default: throw error
                }
            }
        }
    }

    private func copy(
        _ path: UnsafePointer<CChar>, from other: OutputDirectory, through window: inout [UInt8]
    ) throws(SystemError) {
        let text = String(cString: path)
        do throws(OutputFailure) {
            let source = try SourceFile(text, in: other)
            try copy(source, to: path, target: shown(text), through: &window)
        } catch {
            switch error {
            case .diskFull: throw SystemError(number: ENOSPC)
            case .readFailed(_, let number), .notWritable(_, let number), .system(_, let number):
                throw SystemError(number: number)
            default: throw SystemError(number: EIO)
            }
        }
    }

    /// Moves a file from another folder to here; between two disks it is copied.
    func take(
        _ path: UnsafePointer<CChar>, from other: OutputDirectory, to place: String
    ) throws(SystemError) {
        do throws(SystemError) {
            try other.rename(String(cString: path), to: place, in: self)
        } catch {
            guard error.number == EXDEV else { throw error }
            var window: [UInt8] = []
            let text = String(cString: path)
            do throws(OutputFailure) {
                try copy(SourceFile(text, in: other), to: place, target: shown(place), through: &window)
            } catch {
                switch error {
                case .diskFull: throw SystemError(number: ENOSPC)
                case .readFailed(_, let number), .notWritable(_, let number), .system(_, let number):
                    throw SystemError(number: number)
                default: throw SystemError(number: EIO)
                }
            }
        }
    }

    /// A folder in this one, opened; `path` is what people know it as.
    func opened(_ name: String, as path: String) throws(SystemError) -> OutputDirectory {
        let own = try SystemError.check {
            openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        }
        return OutputDirectory(open: own, path: path, trial: trial)
    }

    /// Mode, owner and access lists of the folder itself.
    func take(after other: OutputDirectory) { klubba_take_after(descriptor, other.descriptor) }

    func takeMode(_ path: UnsafePointer<CChar>, from other: OutputDirectory) {
        var status = stat()
        guard fstatat(other.descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
        fchmodat(descriptor, path, status.st_mode & 0o7777, 0)
    }

    /// Fails where names cannot be put into a folder and taken out of it; one that is not there can be made.
    func mayChange(_ folder: String) throws(SystemError) {
        guard try resident(folder) == .directory else { return }
        _ = try SystemError.check { faccessat(descriptor, folder, W_OK | X_OK, AT_EACCESS) }
    }

    /// Waits until what was written is on the disk.
    func synchronize() throws(SystemError) {
        try ask(.synchronize)
        guard Durability.asked == .powerLoss else { return }
        _ = try SystemError.check { klubba_synchronize(descriptor) }
    }

    /// Whether this is what a name in another folder leads to.
    func stands(as name: String, in parent: CInt) -> Bool {
        var (own, named) = (stat(), stat())
        return fstat(descriptor, &own) == 0 && fstatat(parent, name, &named, AT_SYMLINK_NOFOLLOW) == 0
            && own.st_ino == named.st_ino && own.st_dev == named.st_dev
    }

    func sharesDisk(with other: CInt) -> Bool {
        var (own, theirs) = (stat(), stat())
        return fstat(descriptor, &own) == 0 && fstat(other, &theirs) == 0 && own.st_dev == theirs.st_dev
    }
}

extension OutputDirectory.Resident {
    /// Nil where the disk does not tell.
    fileprivate init?(kind: UInt8) {
        switch Int(kind) {
        case DT_REG: self = .file
        case DT_DIR: self = .directory
        case DT_LNK: self = .symbolicLink
        case DT_UNKNOWN: return nil
        default: self = .other
        }
    }
}

/// What a finished build survives. A machine that throws its disk away afterwards, as in continuous integration, need not
/// wait for it: `KLUBBA_SYNK=nej`.
enum Durability {
    case powerLoss, process

    static let asked: Durability =
        getenv("KLUBBA_SYNK").map { String(cString: $0) } == "nej" ? .process : .powerLoss
}
