import Glibc
import Synchronization

/// Hands a finished build over to the server's thread, and rings.
final class Mailbox: Sendable {
    /// Can be read from when something has come.
    let bell: Int32
    private let rope: Int32
    private let builds = Mutex<[PreviewBuild]>([])

    /// Nil when the system has no more descriptors.
    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        (bell, rope) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(bell)
        close(rope)
    }
}

extension Mailbox {
    func put(_ build: PreviewBuild) {
        builds.withLock { $0.append(build) }
        var byte: UInt8 = 1
        _ = write(rope, &byte, 1)
    }

    func take() -> [PreviewBuild] {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(bell, &bytes, bytes.count) > 0 {}
        return builds.withLock { builds in
            defer { builds = [] }
            return builds
        }
    }
}
