import Glibc

/// A folder that only this user may look into, removed with all that is in it.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() throws(ToolFailure) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/klubba-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw .notWritable(base, errno: errno) }
        path = String(cString: made)
    }

    deinit { TemporaryFolder.remove(path) }
}

extension TemporaryFolder {
    public func write(_ bytes: [UInt8], to name: String) throws(ToolFailure) {
        try makeFolders(above: name)
        let file = "\(path)/\(name)"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .notWritable(file, errno: errno) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .notWritable(file, errno: errno) }
            written += count
        }
    }

    func link(_ name: String, to target: String) throws(ToolFailure) {
        try makeFolders(above: name)
        let place = "\(path)/\(name)"
        if symlink(target, place) != 0 { throw .notWritable(place, errno: errno) }
    }

    private func makeFolders(above name: String) throws(ToolFailure) {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            if mkdir(folder, 0o700) != 0 && errno != EEXIST { throw .notWritable(folder, errno: errno) }
        }
    }

    /// Folders after what they hold.
    private static func remove(_ root: String) {
        var folders = [root]
        var found: [String] = []
        while let folder = folders.popLast() {
            found.append(folder)
            guard let directory = opendir(folder) else { continue }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name == "." || name == ".." { continue }
                let path = "\(folder)/\(name)"
                if unlink(path) != 0 && errno == EISDIR { folders.append(path) }
            }
            closedir(directory)
        }
        for folder in found.reversed() { rmdir(folder) }
    }
}
