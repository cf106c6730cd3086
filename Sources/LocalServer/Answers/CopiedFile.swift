import Glibc

/// A file that is sent from where it lies, open for as long as that takes.
package final class CopiedFile: Sendable {
    package let descriptor: Int32
    package let size: Int
    package let tag: Tag

    /// Nil unless a regular file below `home` stands there now. Asked of the open file and not of its path: between the
    /// question and the opening, a path can be made to lead elsewhere.
    package init?(_ path: String, home: String) {
        // Without O_NONBLOCK a pipe put in the file's place would hold up everybody.
        let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard opened >= 0 else { return nil }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let real = Self.realPath(of: "/proc/self/fd/\(opened)"), real.hasPrefix(home + "/")
        else {
            close(opened)
            return nil
        }
        descriptor = opened
        size = Int(status.st_size)
        var maker = Tag.Maker()
        maker.add(status)
        tag = maker.tag
    }

    deinit { close(descriptor) }
}

extension CopiedFile {
    /// Up to `count` bytes from `offset`; none at the end or when the disk fails.
    package func bytes(from offset: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let start = buffer.baseAddress else { return }
            var got = -1
            repeat { got = pread(descriptor, start, count, offset) } while got < 0 && errno == EINTR
            filled = max(0, got)
        }
    }

    package static func realPath(of path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
