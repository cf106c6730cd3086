import Glibc

/// The few things that reading a site asks of a disk. A test replaces one of them; nothing else in the room opens a file.
public struct FileSystem: Sendable {
    /// The entries of a folder, hidden ones included, in no order. Throws `FileFailure`.
    public var list: @Sendable (_ folder: String) throws(FileFailure) -> [Entry]
    /// What stands at a path, links followed.
    public var status: @Sendable (_ path: String) throws(FileFailure) -> Status
    /// A whole regular file, of at most `limit` bytes. Never waits on a pipe.
    public var read: @Sendable (_ path: String, _ limit: Int) throws(FileFailure) -> [UInt8]
    /// The path with all links resolved; nil when it leads nowhere.
    public var resolve: @Sendable (_ path: String) -> String?
    /// Where a symbolic link points, as written.
    public var linkTarget: @Sendable (_ path: String) -> String?
    /// Tells whether a file has changed; nil for one that is not there.
    public var stamp: @Sendable (_ path: String) -> FileStamp? = { FileStamp($0) }

    public struct Entry: Sendable {
        /// Raw bytes of the name; a name need not be text.
        public let name: [UInt8]
        /// Nil where the file system does not tell.
        public let kind: Kind?
    }

    public enum Kind: Sendable {
        case file, folder, link, pipe, socket, device
    }

    public struct Status: Sendable {
        public let kind: Kind
        /// Bytes.
        public let size: Int
    }
}

/// Why a file could not be read.
public enum FileFailure: Error {
    case system(errno: Int32)
    case notAFile(FileSystem.Kind)
    /// It has this many bytes.
    case tooLarge(Int)
}

extension FileFailure {
    /// The system's own word for it, untranslated.
    public var reason: String {
        switch self {
        case .system(let number): String(cString: strerror(number))
        case .notAFile, .tooLarge: ""
        }
    }
}

extension FileSystem {
    /// The machine's own.
    public static let disk = FileSystem(
        list: { folder throws(FileFailure) in try listFolder(folder) },
        status: { path throws(FileFailure) in try fileStatus(path) },
        read: { path, limit throws(FileFailure) in try readFile(path, limit: limit) },
        resolve: { path in
            guard let resolved = realpath(path, nil) else { return nil }
            defer { free(resolved) }
            return String(cString: resolved)
        },
        linkTarget: { path in
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = buffer.withUnsafeMutableBytes { raw in
                raw.withMemoryRebound(to: CChar.self) { characters in
                    characters.baseAddress.map { readlink(path, $0, characters.count) } ?? -1
                }
            }
            return count < 0 ? nil : String(decoding: buffer.prefix(count), as: UTF8.self)
        })
}

private func listFolder(_ path: String) throws(FileFailure) -> [FileSystem.Entry] {
    guard let folder = opendir(path) else { throw .system(errno: errno) }
    defer { closedir(folder) }
    var entries: [FileSystem.Entry] = []
    while true {
        errno = 0
        guard let entry = readdir(folder) else {
            if errno != 0 { throw .system(errno: errno) }
            return entries
        }
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0[..<($0.firstIndex(of: 0) ?? $0.count)]) }
        if name == [0x2E] || name == [0x2E, 0x2E] { continue }
        let kind: FileSystem.Kind? =
            switch Int(entry.pointee.d_type) {
            case DT_REG: .file
            case DT_DIR: .folder
            case DT_LNK: .link
            case DT_FIFO: .pipe
            case DT_SOCK: .socket
            case DT_CHR, DT_BLK: .device
            default: nil
            }
        entries.append(FileSystem.Entry(name: name, kind: kind))
    }
}

private func fileStatus(_ path: String) throws(FileFailure) -> FileSystem.Status {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(errno: errno) }
    return FileSystem.Status(status)
}

private func readFile(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] {
    // Without O_NONBLOCK a pipe that nobody writes to would hold the build up for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno: errno) }
    let described = FileSystem.Status(status)
    guard described.kind == .file else { throw .notAFile(described.kind) }
    guard described.size <= limit else { throw .tooLarge(described.size) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: described.size + 1) { buffer, count in
        while count < buffer.count {
            guard let start = buffer.baseAddress else { break }
            let got = Glibc.read(descriptor, start.advanced(by: count), buffer.count - count)
            if got < 0 && errno == EINTR { continue }
            if got < 0 { failure = errno }
            if got <= 0 { break }
            count += got
        }
    }
    if failure != 0 { throw .system(errno: failure) }
    return bytes
}

extension FileSystem.Status {
    fileprivate init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
        size = Int(status.st_size)
    }
}
