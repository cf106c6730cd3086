import Glibc

/// What changes when a file's bytes do: its number, its size, and the two times that the system keeps.
public struct FileStamp: Hashable, Sendable {
    let device: UInt
    let number: UInt
    let size: Int
    /// Nanoseconds since 1970, as any program may set it.
    let modified: Int
    /// Nanoseconds since 1970, as only the system sets it.
    let changed: Int
}

extension FileStamp {
    /// For so many nanoseconds after a change, the system's clock may give another change the same time.
    static let doubt = 100_000_000

    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Of what stands at a path, links followed.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
        size = Int(status.st_size)
        modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    }
}
