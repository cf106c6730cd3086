/// The log as a tree with a leaf a line: what its heads are of.
public struct LogTree: Sendable {
    public let tree: MerkleTree
    private let lines: [LineTree]
    private let entries: [LogEntry]

    /// Nil for a log that is not whole, or a line with more parts than a tree has room for.
    public init?(_ log: DecisionLog, _ salt: LogSalt) async {
        guard log.isWhole else { return nil }
        let trees = await inChunks(log.lines.map(\.line)) { lines in
            lines.map { line in
                let digest = line.digest
                return LineTree(LinePart.all(line.entry, digest), salt.line(line.entry.number, digest))
            }
        }
        lines = trees.compactMap(\.self)
        guard lines.count == trees.count else { return nil }
        entries = log.entries
        tree = MerkleTree(lines.map(\.leaf))
    }
}

extension LogTree {
    /// One part's place in its line.
    struct Place {
        let entry: LogEntry
        let published: PublishedPart
        let salt: TreeHash
        let place: Int
        let path: [TreeHash]
    }

    /// The part of a page as a line has it; nil where it has none.
    func place(_ address: String, _ part: String, digest: String, line: Int) -> Place? {
        let entry = entries[line]
        let published = entry.papers.lazy.flatMap(\.published).first {
            $0.address == address && $0.part == part && $0.digest.text == digest
        }
        guard let published else { return nil }
        let own = LinePart(published, entry)
        guard let (place, path) = lines[line].path(of: own) else { return nil }
        return Place(
            entry: entry, published: published, salt: own.salt(lines[line].secret), place: place, path: path)
    }
}
