/// Many words looked for in a text at once (Aho and Corasick 1975): the time grows with the text and with what is found
/// in it, not with how many words there are.
public struct WordFinder: Sendable {
    /// By byte, the node of the words that begin with it, or 0: most bytes of a text begin no word.
    private var beginnings = [Int32](repeating: 0, count: 256)
    private var nodes: [Node]
    private var lengths: [Int]

    private struct Node {
        let parent: Int32
        let byte: UInt8
        let depth: Int32
        /// The first of the nodes that its word goes on to, and the next of its parent's; or 0.
        var child: Int32 = 0
        var sibling: Int32 = 0
        /// The node of the longest other word's beginning that this one ends with.
        var shorter: Int32 = 0
        /// The word that ends here, or -1.
        var word: Int32 = -1
        /// The nearest node along `shorter` where a word ends, or -1.
        var ending: Int32 = -1
    }

    /// Of words that are there twice the first is found; empty ones never are.
    public init(_ words: [[UInt8]]) {
        nodes = [Node(parent: 0, byte: 0, depth: 0)]
        lengths = words.map(\.count)
        for (index, word) in words.enumerated() where !word.isEmpty { insert(word, Int32(index)) }
        // A node's shorter ones are nearer the root, so they are done before it.
        for place in nodes.indices.dropFirst().sorted(by: { (nodes[$0].depth, $0) < (nodes[$1].depth, $1) }) {
            let node = nodes[place]
            let shorter = node.parent == 0 ? 0 : step(from: nodes[Int(node.parent)].shorter, node.byte)
            nodes[place].shorter = shorter
            nodes[place].ending = nodes[Int(shorter)].word >= 0 ? shorter : nodes[Int(shorter)].ending
        }
    }
}

extension WordFinder {
    public var isEmpty: Bool { nodes.count == 1 }

    /// Every place of every word, by where it ends; of those that end together the longest first.
    public func find(in text: [UInt8], _ found: (_ word: Int, _ place: Range<Int>) -> Void) {
        guard !isEmpty else { return }
        var node: Int32 = 0
        for (index, byte) in text.enumerated() {
            node = step(from: node, byte)
            var ending = nodes[Int(node)].word >= 0 ? node : nodes[Int(node)].ending
            while ending >= 0 {
                let word = Int(nodes[Int(ending)].word)
                found(word, (index + 1 - lengths[word])..<(index + 1))
                ending = nodes[Int(ending)].ending
            }
        }
    }

    /// Whether any of the words stands anywhere in a text.
    public func isAnywhere(in text: [UInt8]) -> Bool {
        var node: Int32 = 0
        for byte in text {
            node = step(from: node, byte)
            if nodes[Int(node)].word >= 0 || nodes[Int(node)].ending >= 0 { return true }
        }
        return false
    }

    private mutating func insert(_ word: [UInt8], _ index: Int32) {
        var node: Int32 = 0
        for byte in word {
            if let there = next(of: node, byte) {
                node = there
                continue
            }
            let made = Int32(nodes.count)
            nodes.append(Node(parent: node, byte: byte, depth: nodes[Int(node)].depth + 1))
            nodes[Int(made)].sibling = nodes[Int(node)].child
            nodes[Int(node)].child = made
            if node == 0 { beginnings[Int(byte)] = made }
            node = made
        }
        if nodes[Int(node)].word < 0 { nodes[Int(node)].word = index }
    }

    private func next(of node: Int32, _ byte: UInt8) -> Int32? {
        if node == 0 { return beginnings[Int(byte)] == 0 ? nil : beginnings[Int(byte)] }
        var child = nodes[Int(node)].child
        while child != 0, nodes[Int(child)].byte != byte { child = nodes[Int(child)].sibling }
        return child == 0 ? nil : child
    }

    private func step(from node: Int32, _ byte: UInt8) -> Int32 {
        var node = node
        while true {
            if let there = next(of: node, byte) { return there }
            if node == 0 { return 0 }
            node = nodes[Int(node)].shorter
        }
    }
}
