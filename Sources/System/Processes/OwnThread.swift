#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A thread for what waits: the threads that Swift runs tasks on are as many as the cores, and a build wants them all.
package enum OwnThread {
    /// Runs `work` on a thread of its own and comes back when it is done; false when there is no thread to be had.
    package static func run(_ work: @escaping @Sendable () -> Void) async -> Bool {
        await withCheckedContinuation { continuation in
            let errand = Errand {
                work()
                continuation.resume(returning: true)
            }
            let pointer = Unmanaged.passRetained(errand).toOpaque()
            if !start(pointer) {
                Unmanaged<Errand>.fromOpaque(pointer).release()
                continuation.resume(returning: false)
            }
        }
    }

    private static func start(_ errand: UnsafeMutableRawPointer) -> Bool {
        #if canImport(Darwin)
            var thread: pthread_t?
            let failure = pthread_create(
                &thread, nil,
                { errand in
                    Unmanaged<Errand>.fromOpaque(errand).takeRetainedValue().work()
                    return nil
                }, errand)
            if failure == 0, let thread { pthread_detach(thread) }
        #else
            var thread = pthread_t()
            let failure = pthread_create(
                &thread, nil,
                { errand in
                    if let errand { Unmanaged<Errand>.fromOpaque(errand).takeRetainedValue().work() }
                    return nil
                }, errand)
            if failure == 0 { pthread_detach(thread) }
        #endif
        return failure == 0
    }

    private final class Errand: Sendable {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
