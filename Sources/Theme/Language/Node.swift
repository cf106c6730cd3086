/// A parsed piece of a template. Texts are ranges of the source.
struct Node: Sendable {
    /// Where its tag or text begins.
    let offset: Int
    let content: Content
}

extension Node {
    enum Content: Sendable {
        /// One line or a part of it. An empty one that starts a line stands before a tag at the line's start.
        case text(Range<Int>, startsLine: Bool)
        case variable(String, escaped: Bool)
        case section(String, inverted: Bool, [Node])
        /// The indentation is set before each line of the partial; nil when the tag shares its line.
        case partial(String, indentation: Range<Int>?)
        case parent(String, indentation: Range<Int>?, [Node])
        case block(Block)
    }

    var children: [Node] {
        switch content {
        case .section(_, _, let children), .parent(_, _, let children): children
        case .block(let block): block.children
        default: []
        }
    }
}
