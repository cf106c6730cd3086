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
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { throw SystemError(path) }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let refused = SystemError(path)
            close(descriptor)
            throw refused
        }
    }

    deinit { close(descriptor) }
}
