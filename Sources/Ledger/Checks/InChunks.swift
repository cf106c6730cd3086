/// Does the same with many on all cores, and gives what came of it in their order.
func inChunks<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (ArraySlice<Item>) -> [Value]
) async -> [Value] {
    let size = max(32, items.count / 32 + 1)
    return await withTaskGroup(of: (Int, [Value]).self) { group in
        for start in stride(from: 0, to: items.count, by: size) {
            let chunk = items[start..<min(start + size, items.count)]
            group.addTask { (start, work(chunk)) }
        }
        var results: [(Int, [Value])] = []
        for await result in group { results.append(result) }
        return results.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
}
