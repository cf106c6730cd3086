/// What a proof comes to, without the tree.
public enum TreeProof {
    /// The root that a leaf's path leads to (RFC 9162 §2.1.3.2); nil for a path that fits no tree of the size.
    public static func root(of leaf: TreeHash, index: Int, size: Int, path: [TreeHash]) -> TreeHash? {
        guard index >= 0, index < size else { return nil }
        var (own, last, hash) = (index, size - 1, leaf)
        for node in path {
            if last == 0 { return nil }
            if own & 1 == 1 || own == last {
                hash = TreeHash(node, hash)
                skipRightEdge(&own, &last)
            } else {
                hash = TreeHash(hash, node)
            }
            (own, last) = (own >> 1, last >> 1)
        }
        return last == 0 ? hash : nil
    }

    /// True where the path shows that a tree of `old` leaves is the beginning of one of `new` (RFC 9162 §2.1.4.2).
    public static func isConsistent(
        old: Int, oldRoot: TreeHash, new: Int, newRoot: TreeHash, path: [TreeHash]
    ) -> Bool {
        guard old >= 0, old <= new else { return false }
        if old == 0 { return path.isEmpty && oldRoot == .nothing && (new > 0 || newRoot == .nothing) }
        if old == new { return path.isEmpty && oldRoot == newRoot }
        var path = path[...]
        if old & (old - 1) == 0 { path = [oldRoot] + path }
        guard let first = path.popFirst() else { return false }
        var (own, last) = (old - 1, new - 1)
        while own & 1 == 1 { (own, last) = (own >> 1, last >> 1) }
        var (before, after) = (first, first)
        for node in path {
            if last == 0 { return false }
            if own & 1 == 1 || own == last {
                (before, after) = (TreeHash(node, before), TreeHash(node, after))
                skipRightEdge(&own, &last)
            } else {
                after = TreeHash(after, node)
            }
            (own, last) = (own >> 1, last >> 1)
        }
        return last == 0 && before == oldRoot && after == newRoot
    }

    /// A node at the right edge without a sibling rises until it has one.
    private static func skipRightEdge(_ own: inout Int, _ last: inout Int) {
        while own & 1 == 0 && own != 0 { (own, last) = (own >> 1, last >> 1) }
    }
}
