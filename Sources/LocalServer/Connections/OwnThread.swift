import Glibc

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
            var thread = pthread_t()
            let failure = pthread_create(
                &thread, nil,
                { pointer in
                    if let pointer { Unmanaged<Errand>.fromOpaque(pointer).takeRetainedValue().work() }
                    return nil
                }, pointer)
            if failure == 0 {
                pthread_detach(thread)
            } else {
                Unmanaged<Errand>.fromOpaque(pointer).release()
                continuation.resume(returning: false)
            }
        }
    }

    private final class Errand: Sendable {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
