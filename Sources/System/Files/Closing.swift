#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

import Synchronization

/// Closes a descriptor once: its number may be another file's afterwards.
final class Closing: Sendable {
    private let isDone = Atomic(false)

    /// - Returns: the system's answer, nought where it was closed before.
    @discardableResult
    func once(_ descriptor: Int32) -> Int32 {
        guard descriptor >= 0, !isDone.exchange(true, ordering: .relaxed) else { return 0 }
        return close(descriptor)
    }
}
