import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The disk beneath an open folder. Every name is looked up from the folder's descriptor, so that nobody can change the way
/// there meanwhile, and no link at the end is followed. A call that a signal broke off is made again.
package enum Beneath {
    /// Ended by a nought byte; a name on the disk need be no text.
    package typealias Name = UnsafePointer<CChar>

    /// The call's answer, which is never below nought.
    static func check<Answer: SignedInteger>(
        _ name: @autoclosure () -> String, _ call: () -> Answer
    ) throws(SystemError) -> Answer {
        while true {
            let answer = call()
            if answer >= 0 { return answer }
            let number = errno
            if number != EINTR { throw SystemError(path: name(), number: number) }
        }
    }
}

// MARK: - Opening

extension Beneath {
    /// A folder by its path, links followed.
    package static func openFolder(_ path: String) throws(SystemError) -> Int32 {
        try check(path) { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    }

    package static func openFolder(_ name: Name, in folder: Int32) throws(SystemError) -> Int32 {
        try check(String(cString: name)) {
            openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        }
    }

    /// Never waits for the writer of a pipe.
    package static func openForReading(_ name: Name, in folder: Int32) throws(SystemError) -> Int32 {
        try check(String(cString: name)) { openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    }

    /// A file by its path, links followed or refused.
    package static func openForReading(_ path: String, links: FileStatus.Links) throws(SystemError) -> Int32 {
        try check(path) {
            switch links {
            case .followed: open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            case .themselves: open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
            case .refused: klubba_open_unlinked(path)
            }
        }
    }

    /// A new file, open for writing.
    package static func create(_ name: Name, in folder: Int32, mode: UInt32 = 0o644) throws(SystemError) -> Int32 {
        try check(String(cString: name)) {
            openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(mode))
        }
    }
}

// MARK: - Looking

extension Beneath {
    /// Nil where nothing stands, or a part of the way is no folder.
    package static func status(of name: Name, in folder: Int32) throws(SystemError) -> FileStatus? {
        var status = stat()
        while fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 {
            let number = errno
            if number == EINTR { continue }
            if number == ENOENT || number == ENOTDIR { return nil }
            throw SystemError(path: String(cString: name), number: number)
        }
        return FileStatus(status)
    }

    /// What a folder holds, in no order; `.` is the open folder itself.
    package static func entries(
        of name: Name, in folder: Int32
    ) throws(SystemError) -> [(name: [CChar], kind: FileStatus.Kind?)] {
        let own = try openFolder(name, in: folder)
        guard let stream = fdopendir(own) else {
            let refused = SystemError(String(cString: name))
            close(own)
            throw refused
        }
        defer { closedir(stream) }
        var found: [(name: [CChar], kind: FileStatus.Kind?)] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw SystemError(String(cString: name)) }
                return found
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
            }
            if name != [46, 0], name != [46, 46, 0] {
                found.append((name, FileStatus.Kind(entry: Int(entry.pointee.d_type))))
            }
        }
    }

    /// Whether names can be put into a folder and taken out of it.
    package static func mayChange(_ name: Name, in folder: Int32) throws(SystemError) {
        _ = try check(String(cString: name)) { faccessat(folder, name, W_OK | X_OK, AT_EACCESS) }
    }
}

// MARK: - Changing

extension Beneath {
    package static func makeFolder(_ name: Name, in folder: Int32, mode: UInt32 = 0o755) throws(SystemError) {
        _ = try check(String(cString: name)) { mkdirat(folder, name, mode_t(mode)) }
    }

    /// Puts one thing in the place of another, or of none, in one step.
    package static func rename(
        _ name: Name, in folder: Int32, to target: Name, in other: Int32
    ) throws(SystemError) {
        _ = try check(String(cString: target)) { renameat(folder, name, other, target) }
    }

    /// Lets two names change places in one step.
    package static func exchange(
        _ name: Name, in folder: Int32, with target: Name, in other: Int32
    ) throws(SystemError) {
        _ = try check(String(cString: target)) { klubba_exchange(folder, name, other, target) }
    }

    /// Gives a file a second name.
    package static func link(
        _ name: Name, in folder: Int32, to target: Name, in other: Int32
    ) throws(SystemError) {
        _ = try check(String(cString: target)) { linkat(folder, name, other, target, 0) }
    }

    package static func remove(_ name: Name, in folder: Int32) throws(SystemError) {
        _ = try check(String(cString: name)) { unlinkat(folder, name, 0) }
    }

    /// A folder with nothing in it.
    package static func removeFolder(_ name: Name, in folder: Int32) throws(SystemError) {
        _ = try check(String(cString: name)) { unlinkat(folder, name, AT_REMOVEDIR) }
    }

    package static func setMode(_ mode: UInt32, of name: Name, in folder: Int32) {
        fchmodat(folder, name, mode_t(mode), 0)
    }
}
