import Synchronization
import System

/// A line that tells how far a long build has come. Nothing is shown for a build of less than half a second, or where
/// nobody watches.
final class Progress: Sendable {
    private let state = Mutex((text: "", isShown: false, isDone: false))

    init(_ text: String) {
        state.withLock { $0.text = text }
        guard Console.isErrorTerminal else { return }
        Task.detached { [self] in
            try? await Task.sleep(for: .milliseconds(500))
            while draw() { try? await Task.sleep(for: .milliseconds(100)) }
        }
    }

    func show(_ text: @autoclosure () -> String) {
        guard Console.isErrorTerminal else { return }
        state.withLock { $0.text = text() }
    }

    /// Takes the line away, for good.
    func end() {
        state.withLock { state in
            if state.isShown { Console.write("\r\u{1B}[K", to: .error) }
            state.isDone = true
        }
    }

    /// False when there is no more to draw.
    private func draw() -> Bool {
        state.withLock { state in
            guard !state.isDone else { return false }
            state.isShown = true
            Console.write("\r\u{1B}[K\(state.text)", to: .error)
            return true
        }
    }
}

struct Stopwatch: Sendable {
    private let start = ContinuousClock.now

    var milliseconds: Int {
        let elapsed = start.duration(to: .now).components
        return Int(elapsed.seconds) * 1000 + Int(elapsed.attoseconds / 1_000_000_000_000_000)
    }
}
