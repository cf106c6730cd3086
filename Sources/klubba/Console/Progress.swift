import Glibc
import Synchronization

/// A line that tells how far a long build has come. Nothing is shown for a build of less than half a second, or where
/// nobody watches.
final class Progress: Sendable {
    private let start = Stopwatch()
    private let state = Mutex((isShown: false, last: 0))

    func show(_ text: @autoclosure () -> String) {
        guard Console.isErrorTerminal else { return }
        let now = start.milliseconds
        guard now > 500 else { return }
        let isDue = state.withLock { state in
            guard now - state.last > 80 else { return false }
            state = (true, now)
            return true
        }
        if isDue { Console.write("\r\u{1B}[K\(text())", to: STDERR_FILENO) }
    }

    func clear() {
        let wasShown = state.withLock { $0.isShown }
        if wasShown { Console.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }
}

struct Stopwatch: Sendable {
    private let start = ContinuousClock.now

    var milliseconds: Int {
        let elapsed = start.duration(to: .now).components
        return Int(elapsed.seconds) * 1000 + Int(elapsed.attoseconds / 1_000_000_000_000_000)
    }
}
