import LocalServer
import Synchronization
import System

/// Hands a finished build over to the server's thread, and rings.
final class Mailbox: Sendable {
    private let ring: Bell
    private let builds = Mutex<[PreviewBuild]>([])

    /// Nil when the system has no more descriptors.
    init?() {
        guard let ring = Bell() else { return nil }
        self.ring = ring
    }

    /// Can be read from when something has come.
    var bell: Int32 { ring.descriptor }
}

extension Mailbox {
    func put(_ build: PreviewBuild) {
        builds.withLock { $0.append(build) }
        ring.ring()
    }

    func take() -> [PreviewBuild] {
        ring.quiet()
        return builds.withLock { builds in
            defer { builds = [] }
            return builds
        }
    }
}
