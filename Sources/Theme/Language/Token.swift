/// A piece of a template: text up to and including a line's end, or a tag.
struct Token {
    let kind: Kind
    let name: String
    let range: Range<Int>
    /// The token's line holds only tags that leave no line behind, and white space.
    var isStandalone = false
    /// The white space before a tag that nothing else precedes on its line.
    var indentation: Range<Int>
}

extension Token {
    enum Kind: Equatable {
        case text
        case variable(escaped: Bool)
        case section(inverted: Bool)
        case end
        case comment
        case delimiters
        case partial
        case parent
        case block
    }

    init(_ kind: Kind, name: String = "", range: Range<Int>) {
        self.kind = kind
        self.name = name
        self.range = range
        self.indentation = range.lowerBound..<range.lowerBound
    }

    var opens: Bool {
        switch kind {
        case .section, .parent, .block: true
        default: false
        }
    }
}
