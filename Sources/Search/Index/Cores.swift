import Dispatch
import Synchronization
import System

enum Cores {
    static var count: Int { Machine.cores }

    /// Does parts that need nothing of each other, and gives what came of them in their order.
    static func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        if count < 2 { return (0..<count).map(work) }
        let done = Mutex([Int: Result]())
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = work(index)
            done.withLock { $0[index] = result }
        }
        return done.withLock { done in (0..<count).compactMap { done[$0] } }
    }
}
