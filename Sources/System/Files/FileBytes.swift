#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whole files and parts of them, in and out.
package enum FileBytes {
    /// As much as is held of a file that is read a piece at a time.
    package static let window = 1 << 18
}

/// Why a file's bytes cannot be had.
package enum FileRefusal: Error, Hashable, Sendable {
    case system(SystemError)
    case notAFile(FileStatus.Kind)
    /// It has this many bytes.
    case tooLarge(Int)
}

extension FileBytes {
    /// A whole regular file, of at most `limit` bytes. Never waits on a pipe.
    package static func read(
        _ path: String, limit: Int = .max, links: FileStatus.Links = .followed
    ) throws(FileRefusal) -> [UInt8] {
        let file: OpenFile
        do throws(SystemError) { file = try OpenFile(reading: path, links: links) } catch { throw .system(error) }
        let status: FileStatus
        do throws(SystemError) { status = try file.status } catch { throw .system(error) }
        guard status.kind == .file else { throw .notAFile(status.kind) }
        guard status.size <= limit else { throw .tooLarge(status.size) }
        do throws(SystemError) { return try file.bytes(status.size + 1) } catch { throw .system(error) }
    }

    /// Nil for what is no regular file, or larger than the limit, or cannot be read.
    package static func ifReadable(_ path: String, limit: Int = .max) -> [UInt8]? { try? read(path, limit: limit) }

    /// The first bytes of a file, fewer where it has no more.
    package static func head(_ path: String, count: Int) throws(SystemError) -> [UInt8] {
        try OpenFile(reading: path).bytes(count)
    }

    /// Writes a file anew, in place.
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(SystemError) {
        let file = try OpenFile(writing: path, .emptied, mode: mode)
        try file.write(bytes)
        try file.close()
    }

    /// Adds to the end of a file, which is made when it is missing. A link is not followed.
    package static func append(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(SystemError) {
        let file = try OpenFile(writing: path, .atEnd, mode: mode)
        try file.write(bytes)
        try file.close()
    }

    /// Whole or not at all: what stood there stands until all is written.
    package static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o600) throws(SystemError) {
        let draft = "\(path).\(Machine.process)"
        do throws(SystemError) {
            let file = try OpenFile(writing: draft, .draft, mode: mode)
            try file.write(bytes)
            try file.close()
            try move(draft, to: path)
        } catch {
            remove(draft)
            throw error
        }
    }

    package static func move(_ path: String, to target: String) throws(SystemError) {
        if rename(path, target) != 0 { throw SystemError(target) }
    }

    /// Gives a file a second name, where nothing stands by it.
    package static func link(_ path: String, to target: String) throws(SystemError) {
        if systemLink(path, target) != 0 { throw SystemError(target) }
    }

    /// A file or a link; what is not there is as good.
    package static func remove(_ path: String) { unlink(path) }

    /// Of a regular file; nil for anything else.
    package static func size(of path: String) -> Int? {
        (try? FileStatus(path)).flatMap { $0.kind == .file ? $0.size : nil }
    }

    /// Whether something stands at a path, be it a link that leads nowhere.
    package static func exists(_ path: String) -> Bool { (try? FileStatus(path, links: .themselves)) != nil }

    /// Whether this user may do something with what stands at a path.
    package static func may(_ right: Right, _ path: String) -> Bool {
        let mode =
            switch right {
            case .find: F_OK
            case .write: W_OK
            case .execute: X_OK
            }
        return access(path, mode) == 0
    }

    package enum Right: Sendable { case find, write, execute }

    package static func isExecutable(_ path: String) -> Bool { may(.execute, path) && size(of: path) != nil }

    package static func setMode(_ mode: UInt32, of path: String) throws(SystemError) {
        if chmod(path, mode_t(mode)) != 0 { throw SystemError(path) }
    }

    /// What this user's own new files may be: `0o644` with the usual mask.
    package static var usualMode: UInt32 {
        let mask = umask(0)
        umask(mask)
        return 0o666 & ~UInt32(mask)
    }
}

/// link(2), whose name `FileBytes` has a use for.
private func systemLink(_ path: String, _ target: String) -> Int32 { link(path, target) }
