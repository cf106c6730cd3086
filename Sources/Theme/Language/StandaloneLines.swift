/// Finds the lines that hold nothing but tags and so leave no line behind: Mustache's "standalone" tags.
///
/// A tag that prints is never standalone, others are when alone on their line. Tags of layouts and blocks may share
/// a line with each other, unless a block begins and ends there: that one is a place in the line. What a layout that
/// begins and ends on the line is given counts as a part of its tag.
struct StandaloneLines {
    private let source: Source
    private(set) var tokens: [Token]
    /// For every end tag, the kind of the tag that it ends.
    private var opened: [Int: Token.Kind] = [:]

    init(_ tokens: [Token], of source: Source) {
        self.source = source
        self.tokens = tokens
        findOpenings()
        markLines()
    }
}

extension StandaloneLines {
    private mutating func findOpenings() {
        var open: [Token.Kind] = []
        for (index, token) in tokens.enumerated() {
            if token.opens { open.append(token.kind) }
            if token.kind == .end { opened[index] = open.popLast() }
        }
    }

    private mutating func markLines() {
        var start = 0
        for index in tokens.indices where endsLine(tokens[index]) || index == tokens.count - 1 {
            mark(start...index)
            start = index + 1
        }
    }

    private func endsLine(_ token: Token) -> Bool {
        token.kind == .text && source.bytes[token.range].last == UInt8(ascii: "\n")
    }

    private mutating func mark(_ line: ClosedRange<Int>) {
        let given = givenToParents(on: line)
        let isStandalone = isStandalone(line.filter { !given.contains($0) })
        let first = tokens[line.lowerBound]
        let startsBlank = first.kind == .text && source.bytes[first.range].isAllWhiteSpace
        let indentation = startsBlank ? first.range : first.range.lowerBound..<first.range.lowerBound
        for index in line where !given.contains(index) {
            tokens[index].isStandalone = isStandalone
            let isFirstTag = index == line.lowerBound + (startsBlank ? 1 : 0)
            if tokens[index].kind != .text, isStandalone || isFirstTag { tokens[index].indentation = indentation }
        }
    }

    private func givenToParents(on line: ClosedRange<Int>) -> Set<Int> {
        var open: [Int] = []
        var given: Set<Int> = []
        for index in line {
            if tokens[index].opens { open.append(index) }
            if tokens[index].kind == .end, let start = open.popLast(), tokens[start].kind == .parent {
                given.formUnion((start + 1)..<index)
            }
        }
        return given
    }

    private func isStandalone(_ line: [Int]) -> Bool {
        let texts = line.filter { tokens[$0].kind == .text }
        let tags = line.filter { tokens[$0].kind != .text }
        guard !tags.isEmpty, texts.allSatisfy({ source.bytes[tokens[$0].range].isAllWhiteSpace }) else { return false }
        if tags.count == 1, let tag = tags.first {
            if case .variable = tokens[tag].kind { return false }
            return true
        }
        return tags.allSatisfy(belongsToLayouts) && !holdsWholeBlock(tags)
    }

    private func belongsToLayouts(_ tag: Int) -> Bool {
        let kind = tokens[tag].kind == .end ? opened[tag] : tokens[tag].kind
        return kind == .parent || kind == .block
    }

    private func holdsWholeBlock(_ tags: [Int]) -> Bool {
        var open: [Token.Kind] = []
        for tag in tags {
            if tokens[tag].kind != .end {
                open.append(tokens[tag].kind)
            } else if open.popLast() == .block {
                return true
            }
        }
        return false
    }
}
