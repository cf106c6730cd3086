/// A log's head: so many lines, and the root of the tree that they make (c2sp.org/tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
    /// Which log: a web address without its scheme.
    public let origin: String
    public let size: Int
    public let root: TreeHash

    public init(origin: String, size: Int, root: TreeHash) {
        (self.origin, self.size, self.root) = (origin, size, root)
    }
}

extension Checkpoint {
    /// Of a note's text; nil for one that is no head. Extension lines are let be.
    public init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.last == "", !lines.dropLast().contains(""), let size = Int(lines[1]),
            size >= 0, String(size) == lines[1], let root = TreeHash(base64: lines[2])
        else { return nil }
        self.init(origin: String(lines[0]), size: size, root: root)
    }

    public var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }

    /// `https://nyhamn.example/ledningen` as `nyhamn.example/ledningen/forsegling`.
    public static func origin(ofSite address: String) -> String {
        let bare = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        let name = String(bare.drop { $0 == "/" }).filter { !$0.isWhitespace && $0 != "+" }
        return (name.hasSuffix("/") ? String(name.dropLast()) : name) + "/forsegling"
    }
}
