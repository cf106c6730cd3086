#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the system says of something on the disk.
package struct FileStatus: Hashable, Sendable {
    package let kind: Kind
    /// Bytes.
    package let size: Int
    package let device: UInt
    package let number: UInt
    /// Who may do what, `0o755`.
    package let mode: UInt32
    /// The user that it belongs to.
    package let owner: UInt32
    /// How many names it has.
    package let names: Int
    /// Nanoseconds since 1970, as any program may set it.
    package let modified: Int
    /// Nanoseconds since 1970, as only the system sets it.
    package let changed: Int

    package enum Kind: Sendable {
        case file, folder, link, pipe, socket, device
    }

    /// What links on the way to a file are taken for.
    package enum Links: Sendable {
        case followed
        /// One at the end of the path for itself.
        case themselves
        /// None is followed, in any part of the path.
        case refused
    }
}

extension FileStatus.Links {
    /// On the way to a file: followed, but for one below a folder that is guarded, of which no file is reached by a link.
    package init(to path: String, guarded folder: String?) {
        self = folder.map { path.hasPrefix($0 + "/") } ?? false ? .refused : .followed
    }
}

extension FileStatus {
    package init(_ path: String, links: Links = .followed) throws(SystemError) {
        var status = stat()
        let answer =
            switch links {
            case .followed: stat(path, &status)
            case .themselves, .refused: lstat(path, &status)
            }
        guard answer == 0 else { throw SystemError(path) }
        self.init(status)
    }

    /// Of an open file; `path` is for what is said of it.
    init(_ file: Int32, _ path: String) throws(SystemError) {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SystemError(path) }
        self.init(status)
    }

    package init(_ status: stat) {
        kind = Kind(status.st_mode)
        size = Int(status.st_size)
        device = UInt(truncatingIfNeeded: status.st_dev)
        number = UInt(status.st_ino)
        mode = UInt32(status.st_mode) & 0o7777
        (owner, names) = (status.st_uid, Int(status.st_nlink))
        #if canImport(Darwin)
            let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        self.modified = Int(modified.tv_sec) * 1_000_000_000 + Int(modified.tv_nsec)
        self.changed = Int(changed.tv_sec) * 1_000_000_000 + Int(changed.tv_nsec)
    }
}

extension FileStatus {
    /// Whether both are of one file, whatever its names.
    package func isSameFile(as other: FileStatus) -> Bool { number == other.number && device == other.device }
}

extension FileStatus.Kind {
    fileprivate init(_ mode: mode_t) {
        self =
            switch mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
    }

    /// Of an entry in a folder; nil where the disk does not tell.
    init?(entry: Int) {
        switch entry {
        case Int(DT_REG): self = .file
        case Int(DT_DIR): self = .folder
        case Int(DT_LNK): self = .link
        case Int(DT_FIFO): self = .pipe
        case Int(DT_SOCK): self = .socket
        case Int(DT_CHR), Int(DT_BLK): self = .device
        default: return nil
        }
    }
}
