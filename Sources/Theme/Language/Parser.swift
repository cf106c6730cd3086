/// Builds the tree of a template, without recursion: any file may come.
struct Parser {
    private let source: Source
    private let tokens: [Token]
    private var open: [Opening] = []
    private var nodes: [Node] = []
    private(set) var problems: [ThemeProblem] = []

    /// Tags inside tags in one file.
    static let deepest = 64

    init(_ tokens: [Token], of source: Source) {
        self.source = source
        self.tokens = tokens
    }
}

extension Parser {
    /// A tag that waits for its end.
    private struct Opening {
        let token: Token
        var children: [Node] = []
    }

    mutating func parse() -> [Node] {
        var lineStarts = true
        for token in tokens {
            if token.kind == .text {
                if !token.isStandalone { add(.text(token.range, startsLine: lineStarts), at: token) }
                lineStarts = source.bytes[token.range].last == UInt8(ascii: "\n")
            } else {
                if lineStarts, !token.isStandalone, token.kind != .end {
                    let start = token.range.lowerBound
                    add(.text(start..<start, startsLine: true), at: token)
                    lineStarts = false
                }
                guard take(token) else { return abandon() }
            }
        }
        return abandon()
    }

    private mutating func add(_ content: Node.Content, at token: Token) {
        let node = Node(offset: token.range.lowerBound, content: content)
        if open.isEmpty {
            nodes.append(node)
        } else {
            open[open.count - 1].children.append(node)
        }
    }

    /// False when the tags are nested too deep to go on.
    private mutating func take(_ token: Token) -> Bool {
        switch token.kind {
        case .variable(let escaped):
            add(.variable(token.name, escaped: escaped), at: token)
        case .partial:
            add(.partial(token.name, indentation: token.isStandalone ? token.indentation : nil), at: token)
        case .section, .parent, .block:
            guard open.count < Self.deepest else {
                report(.tooDeep(limit: Self.deepest), at: token)
                open = []
                return false
            }
            open.append(Opening(token: token))
        case .end:
            close(token)
        case .text, .comment, .delimiters:
            break
        }
        return true
    }

    private mutating func close(_ end: Token) {
        guard open.contains(where: { $0.token.name == end.name }) else {
            report(.strayEnd(name: end.name), at: end)
            return
        }
        while let opening = open.popLast() {
            add(content(of: opening.token, opening.children, until: end), at: opening.token)
            if opening.token.name == end.name { return }
            report(.unclosedSection(name: opening.token.name), at: opening.token)
        }
    }

    /// Whatever is open at the end of the file is an error; the tree goes on without it.
    private mutating func abandon() -> [Node] {
        while let opening = open.popLast() {
            report(.unclosedSection(name: opening.token.name), at: opening.token)
            if open.isEmpty {
                nodes += opening.children
            } else {
                open[open.count - 1].children += opening.children
            }
        }
        return nodes
    }

    private mutating func report(_ reason: ThemeProblem.Reason, at token: Token) {
        guard problems.count < ThemeProblems.mostInFile else { return }
        problems.append(source.problem(reason, at: token.range.lowerBound))
    }
}

extension Parser {
    private func content(of token: Token, _ children: [Node], until end: Token) -> Node.Content {
        switch token.kind {
        case .parent:
            return .parent(token.name, indentation: token.isStandalone ? token.indentation : nil, children)
        case .block:
            return .block(
                Block(
                    name: token.name,
                    children: children,
                    isStandalone: token.isStandalone,
                    indentation: token.indentation,
                    contentIndentation: token.isStandalone ? contentIndentation(after: token, until: end) : nil))
        case .section(let inverted):
            return .section(token.name, inverted: inverted, children)
        default:
            return .text(0..<0, startsLine: false)
        }
    }

    /// The white space that begins the first line with anything on it, between a block's tags.
    private func contentIndentation(after token: Token, until end: Token) -> Range<Int>? {
        let newline = UInt8(ascii: "\n")
        var rest = token.range.upperBound..<end.range.lowerBound
        while let lineEnd = source.bytes[rest].firstIndex(of: newline) {
            rest = (lineEnd + 1)..<rest.upperBound
            let line = source.bytes[rest].prefix { $0 != newline }
            if !line.isAllWhiteSpace {
                return rest.lowerBound..<line.leadingBlanks.endIndex
            }
        }
        return nil
    }
}
