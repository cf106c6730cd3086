/// Splits a template at its tags.
struct Tokenizer {
    private let source: Source
    private var position = 0
    private var opening = Array("{{".utf8)
    private var closing = Array("}}".utf8)
    private(set) var tokens: [Token] = []
    private(set) var problems: [ThemeProblem] = []

    init(_ source: Source) {
        self.source = source
        readAll()
    }
}

extension Tokenizer {
    private mutating func readAll() {
        var textStart = 0
        while position < source.bytes.count {
            if starts(with: opening, at: position) {
                addText(textStart..<position)
                guard readTag() else { return }
                textStart = position
            } else {
                position += 1
            }
        }
        addText(textStart..<position)
    }

    private mutating func addText(_ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = source.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
            tokens.append(Token(.text, range: start..<(end ?? range.upperBound)))
            start = end ?? range.upperBound
        }
    }

    /// False when the tag has no end, so that nothing after it can be told apart.
    private mutating func readTag() -> Bool {
        let start = position
        let inner = start + opening.count
        let sigil = inner < source.bytes.count ? source.bytes[inner] : 0
        let form = Form(sigil)
        let nameStart = form.kind == .variable(escaped: true) ? inner : inner + 1
        let end = form.closingPrefix + closing
        guard let nameEnd = firstIndex(of: end, from: nameStart) else {
            report(.unclosedTag, at: start)
            return false
        }
        position = nameEnd + end.count
        let name = source.bytes[nameStart..<nameEnd].trimmedOfWhiteSpace.indices
        if name.isEmpty, form.kind != .comment {
            report(form.kind == .delimiters ? .badDelimiters : .emptyTag, at: start)
            return true
        }
        if form.kind == .delimiters { setDelimiters(source.text(name), at: start) }
        let spelled = form.kind == .comment ? "" : source.text(name)
        tokens.append(Token(form.kind, name: spelled, range: start..<position))
        return true
    }

    private mutating func report(_ reason: ThemeProblem.Reason, at offset: Int) {
        guard problems.count < ThemeProblems.mostInFile else { return }
        problems.append(source.problem(reason, at: offset))
    }

    private mutating func setDelimiters(_ text: String, at start: Int) {
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, !text.contains("=") else {
            report(.badDelimiters, at: start)
            return
        }
        opening = Array(parts[0].utf8)
        closing = Array(parts[1].utf8)
    }
}

extension Tokenizer {
    /// The character after the opening delimiter, and what it asks of the closing one.
    private struct Form {
        let kind: Token.Kind
        var closingPrefix: [UInt8] = []

        init(_ sigil: UInt8) {
            switch sigil {
            case UInt8(ascii: "&"): kind = .variable(escaped: false)
            case UInt8(ascii: "#"): kind = .section(inverted: false)
            case UInt8(ascii: "^"): kind = .section(inverted: true)
            case UInt8(ascii: "/"): kind = .end
            case UInt8(ascii: "!"): kind = .comment
            case UInt8(ascii: ">"): kind = .partial
            case UInt8(ascii: "<"): kind = .parent
            case UInt8(ascii: "$"): kind = .block
            case UInt8(ascii: "{"):
                kind = .variable(escaped: false)
                closingPrefix = [UInt8(ascii: "}")]
            case UInt8(ascii: "="):
                kind = .delimiters
                closingPrefix = [UInt8(ascii: "=")]
            default: kind = .variable(escaped: true)
            }
        }
    }

    private func starts(with mark: [UInt8], at index: Int) -> Bool {
        guard index + mark.count <= source.bytes.count, source.bytes[index] == mark.first else { return false }
        return source.bytes[index..<(index + mark.count)].elementsEqual(mark)
    }

    private func firstIndex(of mark: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + mark.count <= source.bytes.count {
            if starts(with: mark, at: index) { return index }
            index += 1
        }
        return nil
    }
}
