/// What one line commits to, as a tree that is always of the same size: its parts lie in places that look drawn by lot, and
/// what is empty looks like what is not. So a part's path tells nothing of the others, and not how many they are.
struct LineTree: Sendable {
    /// Levels above the leaves; there is room for 1,048,576 parts.
    static let height = 20
    static let size = 1 << height

    let root: TreeHash
    let secret: LineSalt
    /// Of each level, from the leaves up, the nodes that are not all empty.
    private let levels: [[Int: TreeHash]]
    private let placeOf: [String: Int]

    /// Nil for more parts than there is room for.
    init?(_ parts: [LinePart], _ secret: LineSalt) {
        guard parts.count <= LineTree.size / 2 else { return nil }
        self.secret = secret
        var places: [String: Int] = [:]
        var level: [Int: TreeHash] = [:]
        for part in parts {
            var attempt = 0
            var place = LineTree.place(part, attempt, secret)
            while level[place] != nil {
                attempt += 1
                place = LineTree.place(part, attempt, secret)
            }
            level[place] = part.leaf(secret)
            places[part.text] = place
        }
        var levels: [[Int: TreeHash]] = []
        for height in 0..<LineTree.height {
            levels.append(level)
            let node = { (place: Int) in level[place] ?? LineTree.empty(height, place, secret) }
            let parents = Set(level.keys.map { $0 >> 1 })
            level = Dictionary(uniqueKeysWithValues: parents.map { ($0, TreeHash(node($0 << 1), node($0 << 1 | 1))) })
        }
        root = level[0] ?? LineTree.empty(LineTree.height, 0, secret)
        (self.levels, placeOf) = (levels, places)
    }
}

extension LineTree {
    /// The line's leaf in the tree of the whole log.
    var leaf: TreeHash { TreeHash(leaf: root.bytes) }

    /// Where a part lies, and its path up to the root; nil for one that the line does not have.
    func path(of part: LinePart) -> (place: Int, path: [TreeHash])? {
        guard let place = placeOf[part.text] else { return nil }
        let path = levels.enumerated().map { height, level in
            let sibling = place >> height ^ 1
            return level[sibling] ?? LineTree.empty(height, sibling, secret)
        }
        return (place, path)
    }

    private static func place(_ part: LinePart, _ attempt: Int, _ secret: LineSalt) -> Int {
        let bytes = secret.hash("plats \(attempt)\n" + part.text).bytes
        return (Int(bytes[0]) << 16 | Int(bytes[1]) << 8 | Int(bytes[2])) & (size - 1)
    }

    /// What stands for a subtree without parts.
    private static func empty(_ height: Int, _ place: Int, _ secret: LineSalt) -> TreeHash {
        secret.hash("tomt \(height) \(place)")
    }
}
