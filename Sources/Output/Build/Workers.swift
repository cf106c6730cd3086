import Glibc
import Synchronization

/// All cores at one long list. Chunks are handed out in order, and their results come back in order, whoever did them.
struct Workers: Sendable {
    /// How many files there are.
    let count: Int
    let progress: (@Sendable (_ done: Int, _ all: Int) -> Void)?

    /// What came of one chunk.
    struct Chunk<Result: Sendable>: Sendable {
        let number: Int
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
    /// Does chunk after chunk. After a failure no new chunk is begun, and the results have gaps.
    func run<Result: Sendable>(
        _ work: @escaping @Sendable (Range<Int>, inout Workbench) -> (Result, OutputFailure?)
    ) async -> [Chunk<Result>] {
        let queue = Queue()
        let cores = max(1, min(Self.cores, chunks))
        return await withTaskGroup(of: [Chunk<Result>].self) { group in
            for _ in 0..<cores {
                group.addTask { workThrough(queue, work) }
            }
            var all: [Chunk<Result>] = []
            for await some in group { all += some }
            return all.sorted { $0.number < $1.number }
        }
    }

    private func workThrough<Result: Sendable>(
        _ queue: Queue, _ work: @Sendable (Range<Int>, inout Workbench) -> (Result, OutputFailure?)
    ) -> [Chunk<Result>] {
        var workbench = Workbench()
        var results: [Chunk<Result>] = []
        while !queue.isStopped.load(ordering: .relaxed) {
            let number = queue.next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard number < chunks else { break }
            let range = number * size..<min(count, (number + 1) * size)
            var (result, failure) = work(range, &workbench)
            if failure == nil, Task.isCancelled { failure = .cancelled }
            if failure != nil { queue.isStopped.store(true, ordering: .relaxed) }
            results.append(Chunk(number: number, result: result, failure: failure))
            let done = queue.done.wrappingAdd(range.count, ordering: .relaxed).newValue
            progress?(done, count)
        }
        return results
    }

    /// Small enough that the cores end together, large enough that neighbours in a directory stay together.
    private var size: Int { max(1, min(128, count / (Self.cores * 16))) }
    private var chunks: Int { (count + size - 1) / size }

    private static let cores = max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
}
