import Synchronization
import System

/// An answer that somebody else is working on.
package final class PendingAnswer: Sendable, Equatable {
    private let done = Mutex<Answer?>(nil)
    private let bell: Bell

    /// Begins the work; the bell rings when it is done.
    package init(_ bell: Bell, _ work: @escaping @Sendable () async -> Answer) {
        self.bell = bell
        Task.detached { self.finish(await work()) }
    }

    private func finish(_ answer: Answer) {
        done.withLock { $0 = answer }
        bell.ring()
    }

    package static func == (left: PendingAnswer, right: PendingAnswer) -> Bool { left === right }

    package var answer: Answer? { done.withLock { $0 } }
}
