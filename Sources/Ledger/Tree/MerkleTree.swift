/// A Merkle tree of a list that only grows (RFC 9162 §2.1), with every whole subtree's hash kept.
public struct MerkleTree: Sendable {
    /// From the leaves up; of each level the nodes that will not change.
    private var levels: [[TreeHash]] = []

    public init(_ leaves: [TreeHash]) {
        var level = leaves
        while !level.isEmpty {
            levels.append(level)
            level = stride(from: 0, to: level.count - 1, by: 2).map { TreeHash(level[$0], level[$0 + 1]) }
        }
    }
}

extension MerkleTree {
    public var count: Int { levels.first?.count ?? 0 }

    public func leaf(_ index: Int) -> TreeHash { levels[0][index] }

    /// Of the tree as it was with `size` leaves, which it has had.
    public func root(size: Int) -> TreeHash { size == 0 ? .nothing : hash(0..<size) }

    /// From the leaf's sibling up to the root's child, in the tree of `size` leaves.
    public func inclusion(of index: Int, size: Int) -> [TreeHash] {
        var path: [TreeHash] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = range.lowerBound + MerkleTree.split(range.count)
            let (own, other) =
                index < middle
                ? (range.lowerBound..<middle, middle..<range.upperBound)
                : (middle..<range.upperBound, range.lowerBound..<middle)
            path.append(hash(other))
            range = own
        }
        return path.reversed()
    }

    /// That the tree of `old` leaves is the beginning of the tree of `new` ones.
    public func consistency(from old: Int, to new: Int) -> [TreeHash] {
        guard old > 0, old < new else { return [] }
        var path: [TreeHash] = []
        var range = 0..<new
        // Left of the middle all is as it was; a subtree that is the whole old tree is known to whoever asks.
        var isOldTree = true
        while range.upperBound > old {
            let middle = range.lowerBound + MerkleTree.split(range.count)
            if old <= middle {
                path.append(hash(middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                path.append(hash(range.lowerBound..<middle))
                range = middle..<range.upperBound
                isOldTree = false
            }
        }
        if !isOldTree { path.append(hash(range)) }
        return path.reversed()
    }

    private func hash(_ range: Range<Int>) -> TreeHash {
        let size = range.count
        if size & (size - 1) == 0 {
            let level = size.trailingZeroBitCount
            return levels[level][range.lowerBound >> level]
        }
        let middle = range.lowerBound + MerkleTree.split(size)
        return TreeHash(hash(range.lowerBound..<middle), hash(middle..<range.upperBound))
    }

    /// The largest power of two below a size.
    private static func split(_ size: Int) -> Int { 1 << (Int.bitWidth - 1 - (size - 1).leadingZeroBitCount) }
}
