/// The contents that a layout was given for its blocks.
struct BlockArguments: Sendable {
    /// Equal numbers, equal contents.
    let number: Int
    let contents: [String: Content]

    static let none = BlockArguments(number: 0, contents: [:])
}

extension BlockArguments {
    struct Content: Sendable {
        let block: Block
        let source: Source
        let offset: Int
        /// Blocks inside the content are those of the template that it was written in.
        let arguments: BlockArguments
    }

    /// Tells contents apart: two of one key compile to the same.
    struct Key: Hashable {
        let path: String
        let offset: Int
        let arguments: Int
    }

    static func keys(_ contents: [String: Content]) -> [String: Key] {
        contents.mapValues { Key(path: $0.source.path, offset: $0.offset, arguments: $0.arguments.number) }
    }
}
