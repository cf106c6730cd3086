import System

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

    static var now: Int { Clocks.nanoseconds }

    /// Of what stands at a path, links followed.
    init?(_ path: String) {
        guard let status = try? FileStatus(path) else { return nil }
        (device, number, size) = (status.device, status.number, status.size)
        (modified, changed) = (status.modified, status.changed)
    }
}
