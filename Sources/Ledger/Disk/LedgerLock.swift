import Glibc

/// The right to write the log, one at a time. Held until it is given back or its process ends.
final class LedgerLock: Sendable {
    private let descriptor: Int32
    /// Where the file system cannot lock: a file that only one can make, and that is removed afterwards.
    private let marker: String?

    /// Waits up to `patience` milliseconds for another to be done.
    init(_ folder: LedgerFolder, patience: Int) throws(LedgerFailure) {
        let path = "\(folder.root)/\(LedgerFolder.copies)/las"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard file >= 0 else { throw .system(path: path, errno: errno) }
        var waited = 0
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            if number == EINTR { continue }
            guard number == EWOULDBLOCK else {
                close(file)
                marker = try LedgerLock.mark(path + "-upptaget", patience: patience - waited)
                descriptor = -1
                return
            }
            guard waited < patience else {
                close(file)
                throw .locked(by: LedgerLock.holder(path))
            }
            usleep(50_000)
            waited += 50
        }
        (descriptor, marker) = (file, nil)
        ftruncate(file, 0)
        LedgerLock.writeHolder(file)
    }

    deinit {
        if descriptor >= 0 {
            ftruncate(descriptor, 0)
            close(descriptor)
        }
        if let marker { unlink(marker) }
    }

    private static func mark(_ path: String, patience: Int) throws(LedgerFailure) -> String {
        var waited = 0
        while true {
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if file >= 0 {
                writeHolder(file)
                close(file)
                return path
            }
            guard errno == EEXIST else { throw .system(path: path, errno: errno) }
            guard waited < patience else { throw .locked(by: holder(path)) }
            usleep(50_000)
            waited += 50
        }
    }

    private static func writeHolder(_ file: Int32) {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        let host = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let user = getenv("USER").map { String(cString: $0) } ?? "\(getuid())"
        let text = Array("\(user), \(host), process \(getpid())".utf8)
        _ = text.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }

    private static func holder(_ path: String) -> String {
        let bytes = (try? LedgerFolder.bytes(ofFile: path)) ?? []
        return String(decoding: bytes, as: UTF8.self)
    }
}
