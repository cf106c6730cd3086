/// Where each document's passages are in the index: their numbers and their files. A document's place follows from its
/// address alone and from how large the site is, so that another's change moves nothing.
struct Placing: Sendable {
    /// The documents in the order of the index, by their places in the order given.
    let order: [Int]
    let groups: Int
    private let groupOf: [Int]

    init(_ documents: [SearchDocument]) {
        var groups = 1
        while documents.count / groups > 12 { groups *= 2 }
        let found = documents.map { Int(WordTable.hash(Array($0.group.utf8))) & (groups - 1) }
        order = documents.indices.sorted { left, right in
            if found[left] != found[right] { return found[left] < found[right] }
            let (one, other) = (documents[left], documents[right])
            return one.group == other.group ? one.address < other.address : one.group < other.group
        }
        self.groups = groups
        groupOf = order.map { found[$0] }
    }

    /// - Parameter document: its place in the order of the index.
    func group(of document: Int) -> Int { groupOf[document] }
}

/// The passages of each group, packed into files.
struct Packing: Sendable {
    /// Of each group, its passages.
    let ranges: [Range<Int>]
    /// Of each passage, its file within the group's.
    let parts: [Int]
    /// So many bits of a passage's number are its place in the group.
    let bits: Int

    init(_ passages: [PassageReader.Passage], _ placing: Placing) {
        var ranges: [Range<Int>] = []
        var parts = [Int](repeating: 0, count: passages.count)
        var start = 0
        for group in 0..<placing.groups {
            var end = start
            var (part, size) = (0, 100)
            while end < passages.count, placing.group(of: Int(passages[end].document)) == group {
                let own = Int(passages[end].size) + 1
                if size + own > Shard.most, size > 100 { (part, size) = (part + 1, 100) }
                parts[end] = part
                size += own
                end += 1
            }
            ranges.append(start..<end)
            start = end
        }
        var bits = 4
        while (ranges.map(\.count).max() ?? 0) > 1 << bits { bits += 1 }
        (self.ranges, self.parts, self.bits) = (ranges, parts, bits)
    }
}
