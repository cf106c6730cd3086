import Synchronization
import System

/// What reading files came to, kept from one build to the next in the user's cache: a file that has not changed is not
/// read again. Without it every file is read anew, and comes out the same.
public final class DocumentMemory: Sendable {
    private let state: Mutex<State>
    private let file: String?

    private struct State {
        var known: [String: (stamp: String, report: DocumentReport)] = [:]
        var used: Set<String> = []
        var isChanged = false
    }

    /// - Parameters:
    ///   - file: where it lies; nil for none.
    public init(file: String?) {
        self.file = file
        var state = State()
        if let file, let bytes = FileBytes.ifReadable(file, limit: 256 << 20) {
            state.known = DocumentMemory.known(bytes)
        }
        self.state = Mutex(state)
    }
}

extension DocumentMemory {
    /// What a file came to when it lay as it lies now; `stamp` is of all that the system changes with its bytes, and of
    /// the programs that read it.
    public func report(
        of location: String, stamp: String, isGood: (DocumentReport) -> Bool = { _ in true }, read: () -> DocumentReport
    ) -> DocumentReport {
        let known = state.withLock { state -> DocumentReport? in
            state.used.insert(location)
            guard let known = state.known[location], known.stamp == stamp else { return nil }
            return known.report
        }
        if let known, isGood(known) { return known }
        let report = read()
        // What the machine could not read this time, it may read the next.
        if case .unreadable = report.unread { return report }
        state.withLock { state in
            state.known[location] = (stamp, report)
            state.isChanged = true
        }
        return report
    }

    /// Writes it down, with what was asked for alone.
    public func keep() {
        guard let file, let text = state.withLock({ $0.isChanged || $0.used.count < $0.known.count ? text($0) : nil })
        else { return }
        let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
        try? Folder.makeWhole(folder, mode: 0o700)
        try? FileBytes.replace(file, with: Array(text.utf8))
    }

    private func text(_ state: State) -> String {
        state.known.filter { state.used.contains($0.key) }.sorted { $0.key < $1.key }
            .map { "\($0.key)\u{0}\($0.value.stamp)\u{0}\(DocumentWorker.text(of: $0.value.report))" }
            .joined(separator: "\u{1}")
    }

    private static func known(_ bytes: [UInt8]) -> [String: (stamp: String, report: DocumentReport)] {
        var known: [String: (stamp: String, report: DocumentReport)] = [:]
        for entry in bytes.split(separator: 1) {
            let parts = entry.split(separator: 0, maxSplits: 2).map { String(decoding: $0, as: UTF8.self) }
            guard parts.count == 3, let report = DocumentWorker.report(of: parts[2]) else { continue }
            known[parts[0]] = (parts[1], report)
        }
        return known
    }
}
