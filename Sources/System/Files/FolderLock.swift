#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder that one process alone works in, for as long as it holds this or lives.
package final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Waits for nobody: who comes second is refused.
    package init(_ path: String) throws(SystemError) {
        let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if opened < 0 { throw SystemError(path) }
        if flock(opened, LOCK_EX | LOCK_NB) != 0 {
            let refused = SystemError(path)
            close(opened)
            throw refused
        }
        // Last: had it been kept before a refusal, it would be closed twice, and the second time it may be another's.
        descriptor = opened
    }

    deinit { close(descriptor) }
}
