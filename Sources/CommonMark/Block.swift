/// One of a text's top-level blocks.
public struct Block: Sendable {
    /// What the block is.
    public let kind: Kind
    /// Its lines in the file, from 1, without the blank lines after it. A paragraph's link definitions count as its own.
    public internal(set) var lines: ClosedRange<Int>
    /// Its bytes in `Markdown.html`.
    public let html: Range<Int>
    /// Its bytes in `Markdown.plain`; empty for a rule.
    public let plain: Range<Int>
}

extension Block {
    public enum Kind: Sendable, Equatable {
        /// A heading of the level as written, 1…6.
        case heading(level: Int)
        case paragraph
        case list(ordered: Bool)
        case quote
        case code
        /// HTML, shown as text. One of comments alone is no block at all.
        case html
        case rule
        case table
    }
}
