import Synchronization
import System

/// All cores at one long list. Chunks are handed out in turn, and their results come back in the list's order, whoever
/// did them.
struct Workers: Sendable {
    /// How many files there are.
    let count: Int
    /// In the order in which they are begun.
    private let chunks: [Range<Int>]
    let progress: (@Sendable (_ done: Int, _ all: Int) -> Void)?

    /// What came of one chunk.
    struct Chunk<Result: Sendable>: Sendable {
        let start: Int
        let result: Result
        /// Why the chunk, and with it the build, ends here.
        let failure: OutputFailure?
    }

    private final class Queue: Sendable {
        let next = Atomic(0)
        let done = Atomic(0)
        let isStopped = Atomic(false)
    }
}

extension Workers {
    /// - Parameter isLong: of a file that may take as long as a thousand others. Such are begun first and one by one, for
    ///   whichever core comes to one last keeps all the others waiting.
    init(
        count: Int, isLong: (Int) -> Bool = { _ in false }, progress: (@Sendable (_ done: Int, _ all: Int) -> Void)?
    ) {
        (self.count, self.progress) = (count, progress)
        // Small enough that the cores end together, large enough that neighbours in a directory stay together.
        let size = max(1, min(128, count / (Self.cores * 16)))
        var (long, short): ([Range<Int>], [Range<Int>]) = ([], [])
        var start = 0
        for index in 0..<count {
            if isLong(index) {
                if start < index { short.append(start..<index) }
                long.append(index..<index + 1)
                start = index + 1
            } else if index + 1 - start == size {
                short.append(start..<index + 1)
                start = index + 1
            }
        }
        if start < count { short.append(start..<count) }
        chunks = long + short
    }

    /// Does chunk after chunk. After a failure no new chunk is begun, and the results have gaps.
    func run<Result: Sendable>(
        _ work: @escaping @Sendable (Range<Int>, inout Workbench) -> (Result, OutputFailure?)
    ) async -> [Chunk<Result>] {
        let queue = Queue()
        let cores = max(1, min(Self.cores, chunks.count))
        return await withTaskGroup(of: [Chunk<Result>].self) { group in
            for _ in 0..<cores {
                group.addTask { workThrough(queue, work) }
            }
            var all: [Chunk<Result>] = []
            for await some in group { all += some }
            return all.sorted { $0.start < $1.start }
        }
    }

    private func workThrough<Result: Sendable>(
        _ queue: Queue, _ work: @Sendable (Range<Int>, inout Workbench) -> (Result, OutputFailure?)
    ) -> [Chunk<Result>] {
        var workbench = Workbench()
        var results: [Chunk<Result>] = []
        while !queue.isStopped.load(ordering: .relaxed) {
            let number = queue.next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard number < chunks.count else { break }
            let range = chunks[number]
            var (result, failure) = work(range, &workbench)
            if failure == nil, Task.isCancelled { failure = .cancelled }
            if failure != nil { queue.isStopped.store(true, ordering: .relaxed) }
            results.append(Chunk(start: range.lowerBound, result: result, failure: failure))
            let done = queue.done.wrappingAdd(range.count, ordering: .relaxed).newValue
            progress?(done, count)
        }
        return results
    }

    private static let cores = Machine.cores
}
