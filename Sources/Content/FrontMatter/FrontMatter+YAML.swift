import Diagnostics
import Yams

extension FrontMatter {
    private static let deepest = 20

    /// Reads any YAML through Yams, taking every scalar as it was written. Every # is text.
    init(yaml written: ArraySlice<UInt8>, firstLine: Int) throws(FrontMatterFault) {
        guard written.contains(UInt8(ascii: "#")) else {
            try self.init(withoutHash: written, firstLine: firstLine)
            return
        }
        // A sign that the text does not have takes its place while YAML is read.
        let signs = (0xE023...0xE0FF).lazy.compactMap(Unicode.Scalar.init).map(Character.init)
        let text = String(decoding: written, as: UTF8.self)
        guard let sign = signs.first(where: { !text.contains($0) }) else { throw fault(.other, firstLine, 1) }
        try self.init(
            withoutHash: Array(text.map { $0 == "#" ? String(sign) : String($0) }.joined().utf8)[...],
            firstLine: firstLine)
        entries = entries.map { FrontMatter.restore(sign, in: $0) }
    }

    private static func restore(_ sign: Character, in entry: Entry) -> Entry {
        Entry(
            key: restore(sign, in: entry.key), line: entry.line, column: entry.column,
            value: restore(sign, in: entry.value))
    }

    private static func restore(_ sign: Character, in value: Value) -> Value {
        let content: Content =
            switch value.content {
            case .text(let text): .text(restore(sign, in: text))
            case .list(let items): .list(items.map { restore(sign, in: $0) })
            case .map(let entries): .map(entries.map { restore(sign, in: $0) })
            }
        return Value(content: content, line: value.line, column: value.column)
    }

    private static func restore(_ sign: Character, in text: String) -> String {
        text.contains(sign) ? String(text.map { $0 == sign ? "#" : $0 }) : text
    }

    private init(withoutHash bytes: ArraySlice<UInt8>, firstLine: Int) throws(FrontMatterFault) {
        if let (line, column) = FrontMatter.aliasesThatMultiply(in: bytes) {
            throw FrontMatterFault(line: line + firstLine - 1, column: column, reason: .anchorOrAlias)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        do {
            // The parser holds the anchors that nodes refer to weakly, so it has to outlive the walk.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            let root = try parser.singleRoot()
            try withExtendedLifetime(parser) {
                guard let root else { return }
                let shift = firstLine - 1
                let value = try FrontMatter.value(root, shift: shift, depth: 0)
                switch value.content {
                case .map(let entries): self.entries = entries
                case .text(""): break
                case .text, .list: throw fault(.notKeysAndValues, value.line, value.column)
                }
            }
        } catch let fault as FrontMatterFault {
            throw fault
        } catch let error as YamlError {
            throw FrontMatterFault(error, in: text, firstLine: firstLine)
        } catch {
            throw fault(.other, firstLine, 1)
        }
    }

    /// Where the first anchor stands, in a text with so many aliases that what they stand for could grow beyond all
    /// bounds: Yams compares keys with all that is in them.
    private static func aliasesThatMultiply(in bytes: ArraySlice<UInt8>) -> (line: Int, column: Int)? {
        var aliases = 0
        var first: (line: Int, column: Int)?
        var (line, column) = (1, 0)
        var previous = UInt8(ascii: "\n")
        for byte in bytes {
            if byte & 0xC0 != 0x80 { column += 1 }
            let mayBegin = " \n\t[{,:?-".utf8.contains(previous)
            if mayBegin && byte == UInt8(ascii: "*") { aliases += 1 }
            if mayBegin && byte == UInt8(ascii: "&") && first == nil { first = (line, column) }
            if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 0) }
            previous = byte
        }
        return aliases > 24 ? first : nil
    }

    private static func value(_ node: Node, shift: Int, depth: Int) throws -> Value {
        let line = (node.mark?.line ?? 1) + shift
        let column = node.mark?.column ?? 1
        if node.anchor != nil { throw FrontMatterFault(line: line, column: column, reason: .anchorOrAlias) }
        guard depth < deepest else { throw fault(.nestedTooDeep, line, column) }
        switch node {
        case .scalar(let scalar):
            if !isPlainTag(scalar.tag) { throw fault(.reservedCharacter, line, column) }
            if scalar.style == .plain, let lost = keyWithoutSpace(in: scalar.string) {
                throw fault(.keyInValue(lost), line, column)
            }
            var text = scalar.string
            while text.last == "\n" { text.removeLast() }
            return Value(content: .text(text), line: line, column: column)
        case .sequence(let items):
            let values = try items.map { try value($0, shift: shift, depth: depth + 1) }
            return Value(content: .list(values), line: line, column: column)
        case .mapping(let pairs):
            let entries = try pairs.map { key, content in
                let written = try value(key, shift: shift, depth: depth + 1)
                guard case .text(let name) = written.content else {
                    throw fault(.notKeysAndValues, written.line, written.column)
                }
                let inner = try value(content, shift: shift, depth: depth + 1)
                return Entry(key: name, line: written.line, column: written.column, value: inner)
            }
            return Value(content: .map(entries), line: line, column: column)
        case .alias:
            throw FrontMatterFault(line: line, column: column, reason: .anchorOrAlias)
        }
    }
}

/// `synlighet:ledamöter`, without the space after the colon or indented below a value, is a part of that value to YAML.
private func keyWithoutSpace(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
    for word in text.split(whereSeparator: { " \n\t\u{A0}".contains($0) }) {
        guard let colon = word.firstIndex(of: ":") else { continue }
        let key = String(word[..<colon])
        if HeadKey.guarding.contains(FieldKey.fold(key)) { return key }
    }
    return nil
}

/// No `!tag` was written: YAML would take it, and what it means, away from the value.
private func isPlainTag(_ tag: Tag) -> Bool {
    ["", "!", Tag.Name.str.rawValue].contains(tag.rawValue)
}

private func fault(_ reason: YAMLFault, _ line: Int, _ column: Int) -> FrontMatterFault {
    FrontMatterFault(line: line, column: column, reason: .yaml(reason))
}

extension Node {
    fileprivate var anchor: Anchor? {
        switch self {
        case .scalar(let scalar): scalar.anchor
        case .sequence(let sequence): sequence.anchor
        case .mapping(let mapping): mapping.anchor
        case .alias(let alias): alias.anchor
        }
    }
}

extension FrontMatterFault {
    /// Yams' words are for people who know YAML; a secretary gets what is wrong with the line.
    fileprivate init(_ error: YamlError, in text: String, firstLine: Int) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let shift = firstLine - 1
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let words = problem + " " + (context?.text ?? "")
            if words.contains("alias") || words.contains("anchor") {
                let place = context?.mark ?? mark
                self.init(line: place.line + shift, column: place.column, reason: .anchorOrAlias)
                return
            }
            let (reason, begins) = FrontMatterFault.reason(problem, at: mark, lines: lines)
            // An unfinished quote or bracket is noticed at the end; the remedy is where it begins.
            let place = begins ? context?.mark ?? mark : mark
            self.init(
                line: min(place.line, max(1, lines.count)) + shift, column: place.column, reason: .yaml(reason))
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            let second = FrontMatterFault.repetition(of: key, after: context.mark, in: lines)
            let place = second ?? (context.mark.line, context.mark.column)
            self.init(
                line: place.line + shift, column: place.column,
                reason: .duplicateKey(key, firstLine: context.mark.line + shift))
        case .reader(_, let offset, _, _):
            let before = text.unicodeScalars.prefix(offset ?? 0)
            let line = before.reduce(into: 0) { count, scalar in if scalar == "\n" { count += 1 } }
            self.init(line: line + firstLine, column: 1, reason: .yaml(.other))
        default:
            self.init(line: firstLine, column: 1, reason: .yaml(.other))
        }
    }

    /// What is wrong, and whether it stands where the thing that was being read begins.
    private static func reason(_ problem: String, at mark: Mark, lines: [String]) -> (YAMLFault, begins: Bool) {
        let line = lines.isEmpty ? "" : lines[max(0, min(mark.line, lines.count) - 1)]
        if problem.contains("mapping values are not allowed") {
            // A key that is indented below a value is taken for the value's next line.
            let key = String(line.unicodeScalars.prefix(max(0, mark.column - 1))).drop { $0 == " " }
            let isKey = line.hasPrefix(" ") && !key.contains(" ")
            return (isKey ? .indentation : .colonInValue, false)
        }
        if problem.contains("unexpected end of stream") { return (.unclosedQuote, true) }
        if problem.contains("',' or ']'") || problem.contains("',' or '}'") { return (.unclosedBracket, true) }
        if problem.contains("cannot start any token") {
            return (line.contains("\t") ? .tab : .reservedCharacter, false)
        }
        if problem.contains("did not find expected key") || problem.contains("block end") {
            return (.indentation, false)
        }
        if problem.contains("could not find expected ':'") { return (.notKeysAndValues, true) }
        if problem.contains("document start"), lines.first(where: { !$0.isEmpty })?.hasPrefix(" ") == true {
            return (.indentation, false)
        }
        return (problem.contains("tab") ? .tab : .other, false)
    }

    /// Where a key stands again: on its own line, as in `{au: 4, au: 5}`, or at the same column of a later one.
    private static func repetition(
        of key: String, after first: Mark, in lines: [String]
    ) -> (line: Int, column: Int)? {
        for (index, line) in lines.enumerated().dropFirst(first.line - 1) {
            let scalars = Array(line.unicodeScalars)
            for column in scalars.indices {
                let isFirstLine = index == first.line - 1
                guard isFirstLine ? column >= first.column : column == first.column - 1 else { continue }
                let before = column == 0 ? " " : scalars[column - 1]
                guard " {,".unicodeScalars.contains(before) else { continue }
                let rest = String(String.UnicodeScalarView(scalars[column...]))
                if [key + ":", "\"\(key)\":", "'\(key)':"].contains(where: rest.hasPrefix) {
                    return (index + 1, column + 1)
                }
            }
        }
        return nil
    }
}
