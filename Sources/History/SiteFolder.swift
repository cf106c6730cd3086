import CSystem
import Glibc

/// A site's files as the desk reads and writes them: every part of a path is opened beneath the one before, and a link
/// in any of them is refused.
public struct SiteFolder: Sendable {
    public let root: String

    public init(root: String) { self.root = root }
}

/// Why a file was not read or written.
public enum SiteFailure: Error, Equatable {
    /// No such file.
    case gone
    /// A link, a folder or a pipe where a file should be, or a link on the way.
    case notPlain(String)
    /// The disk has others bytes than was believed.
    case changed(String)
    case disk(errno: Int32)

    public var isDiskFull: Bool { self == .disk(errno: ENOSPC) || self == .disk(errno: EDQUOT) }
}

/// An open folder, closed with its last user.
final class OpenFolder {
    let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }
}

extension SiteFolder {
    /// The folder that a file lies in. `makes`: folders that are missing are made.
    func parent(of path: SitePath, makes: Bool = false) throws(SiteFailure) -> OpenFolder {
        var folder = try open(root)
        for part in path.parts.dropLast() {
            let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
            var descriptor = openat(folder.descriptor, part, flags)
            if descriptor < 0, errno == ENOENT, makes {
                guard mkdirat(folder.descriptor, part, 0o777) == 0 || errno == EEXIST else { throw .disk(errno: errno) }
                fsync(folder.descriptor)
                descriptor = openat(folder.descriptor, part, flags)
            }
            guard descriptor >= 0 else {
                switch errno {
                case ENOENT: throw .gone
                case ELOOP, ENOTDIR: throw .notPlain(path.description)
                default: throw .disk(errno: errno)
                }
            }
            folder = OpenFolder(descriptor)
        }
        return folder
    }

    private func open(_ path: String) throws(SiteFailure) -> OpenFolder {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .disk(errno: errno) }
        return OpenFolder(descriptor)
    }

    /// In bytes; 0 where there is no file.
    public func size(of path: SitePath) -> Int {
        var status = stat()
        return lstat(root + "/" + path.description, &status) == 0 ? Int(status.st_size) : 0
    }

    /// A whole file; nil where there is none.
    public func read(_ path: SitePath) throws(SiteFailure) -> [UInt8]? {
        do throws(SiteFailure) {
            let folder = try parent(of: path)
            return try SiteFolder.read(path.parts[path.parts.count - 1], in: folder, path.description)?.bytes
        } catch .gone {
            return nil
        }
    }

    static func read(
        _ name: String, in folder: OpenFolder, _ path: String
    ) throws(SiteFailure) -> (bytes: [UInt8], mode: mode_t)? {
        let descriptor = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT: return nil
            case ELOOP: throw .notPlain(path)
            default: throw .disk(errno: errno)
            }
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .disk(errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notPlain(path) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size) + 1)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { throw .disk(errno: errno) }
            if count == 0 { return (bytes, status.st_mode & 0o7777) }
            bytes += buffer[..<count]
        }
    }

    /// A new file with these bytes, on the disk when this returns.
    static func write(
        _ bytes: [UInt8], as name: String, in folder: OpenFolder, mode: mode_t?
    ) throws(SiteFailure) {
        let descriptor = openat(
            folder.descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode == nil ? 0o666 : 0o600)
        guard descriptor >= 0 else { throw .disk(errno: errno) }
        defer { close(descriptor) }
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                raw.baseAddress.map { Glibc.write(descriptor, $0 + done, raw.count - done) } ?? 0
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return try fail(name, folder) }
            done += count
        }
        if let mode, fchmod(descriptor, mode) != 0 { return try fail(name, folder) }
        guard fsync(descriptor) == 0 else { return try fail(name, folder) }
    }

    private static func fail(_ name: String, _ folder: OpenFolder) throws(SiteFailure) {
        let number = errno == 0 ? ENOSPC : errno
        unlinkat(folder.descriptor, name, 0)
        throw .disk(errno: number)
    }
}
