import Synchronization

@testable import Output

/// What a build told about its progress.
final class Steps: Sendable {
    private let told = Mutex<[(done: Int, all: Int)]>([])

    func add(_ done: Int, _ all: Int) { told.withLock { $0.append((done, all)) } }

    var highest: Int? { told.withLock { $0.map(\.done).max() } }
    var all: Set<Int> { told.withLock { Set($0.map(\.all)) } }
}

/// A disk that refuses: one step, or every step from one on, as when the process is killed there and can clean nothing.
final class Refusal: Sendable {
    let number: Int
    let errno: CInt
    let isForGood: Bool
    private let steps = Mutex<[DiskStep]>([])

    init(at number: Int, errno: CInt, isForGood: Bool = false) {
        self.number = number
        self.errno = errno
        self.isForGood = isForGood
    }

    /// The step that was refused; nil when the build did not come so far.
    var refused: DiskStep? { steps.withLock { $0.count > number ? $0[number] : nil } }

    var trial: Trial {
        { step in
            self.steps.withLock { steps in
                steps.append(step)
                let index = steps.count - 1
                return index == self.number || (self.isForGood && index > self.number) ? self.errno : 0
            }
        }
    }
}
