/// A template file as a tree.
struct ParsedTemplate: Sendable {
    let source: Source
    let nodes: [Node]
    let problems: [ThemeProblem]
}

extension ParsedTemplate {
    /// Bytes; a template is a page's frame, and a larger file is a mistake.
    static let largest = 4_000_000

    init(_ source: Source) {
        self.source = source
        guard source.bytes.count <= Self.largest else {
            nodes = []
            problems = [source.problem(.tooLarge(limit: Self.largest))]
            return
        }
        guard source.isUTF8 else {
            nodes = []
            problems = [source.problem(.notUTF8)]
            return
        }
        let tokenizer = Tokenizer(source)
        var parser = Parser(StandaloneLines(tokenizer.tokens, of: source).tokens, of: source)
        nodes = parser.parse()
        problems = tokenizer.problems + parser.problems
    }
}
