import Glibc

/// Whole files in and out.
enum DiskFile {
    static func write(_ bytes: [UInt8], to path: String) throws(PacketFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .notWritable(path, errno: errno) }
        defer { close(descriptor) }
        let isWritten = bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count, let start = buffer.baseAddress {
                let count = Glibc.write(descriptor, start + done, buffer.count - done)
                if count < 0 && errno == EINTR { continue }
                if count <= 0 { return false }
                done += count
            }
            return true
        }
        if !isWritten { throw .notWritable(path, errno: errno) }
    }

    static func move(_ path: String, to target: String) throws(PacketFailure) {
        // A person's own file, not one that only this user may read.
        let mask = umask(0)
        umask(mask)
        chmod(path, 0o666 & ~mask)
        if rename(path, target) != 0 { throw .notWritable(target, errno: errno) }
    }

    static func remove(_ path: String) { unlink(path) }

    static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 && size(of: path) != nil }

    /// Nil for a file that cannot be read.
    static func bytes(_ path: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        return read(path) { bytes += $0 } ? bytes : nil
    }

    /// Calls the body with a file's bytes, a piece at a time. False when the file cannot be read.
    static func read(_ path: String, _ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        return buffer.withUnsafeMutableBytes { buffer in
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if count < 0 && errno == EINTR { continue }
                if count < 0 { return false }
                if count == 0 { return true }
                body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
    }
}
