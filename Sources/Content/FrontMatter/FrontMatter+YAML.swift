import Diagnostics
import Yams

extension FrontMatter {
    private static let deepest = 20

    /// Reads any YAML through Yams, taking every scalar as it was written.
    init(yaml bytes: ArraySlice<UInt8>, firstLine: Int) throws(FrontMatterFault) {
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

    private static func value(_ node: Node, shift: Int, depth: Int) throws -> Value {
        let line = (node.mark?.line ?? 1) + shift
        let column = node.mark?.column ?? 1
        if node.anchor != nil { throw FrontMatterFault(line: line, column: column, reason: .anchorOrAlias) }
        guard depth < deepest else { throw fault(.nestedTooDeep, line, column) }
        switch node {
        case .scalar(let scalar):
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
        let shift = firstLine - 1
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            if problem.contains("undefined alias") || problem.contains("alias") || problem.contains("anchor") {
                self.init(line: mark.line + shift, column: mark.column, reason: .anchorOrAlias)
                return
            }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            // An unfinished quote or bracket is noticed at the end; the remedy is where it begins.
            let atEnd = min(mark.line, lines.count)
            let line = lines.isEmpty ? "" : String(lines[max(0, atEnd - 1)])
            self.init(
                line: min(mark.line, max(1, lines.count)) + shift, column: mark.column,
                reason: .yaml(FrontMatterFault.reason(problem, line: line, whole: text)))
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            let places = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { _, line in
                let start = line.drop { " -{,".contains($0) }
                return start.hasPrefix(key + ":") || line.contains(" \(key):") || line.contains("{\(key):")
            }
            let first = places.first?.offset ?? context.mark.line - 1
            let second = places.dropFirst().first?.offset ?? first
            self.init(
                line: second + firstLine, column: 1, reason: .duplicateKey(key, firstLine: first + firstLine))
        case .reader(_, let offset, _, _):
            let before = text.unicodeScalars.prefix(offset ?? 0)
            let line = before.reduce(into: 0) { count, scalar in if scalar == "\n" { count += 1 } }
            self.init(line: line + firstLine, column: 1, reason: .yaml(.other))
        default:
            self.init(line: firstLine, column: 1, reason: .yaml(.other))
        }
    }

    private static func reason(_ problem: String, line: String, whole: String) -> YAMLFault {
        if problem.contains("mapping values are not allowed") { return .colonInValue }
        if problem.contains("unexpected end of stream") && (whole.contains("\"") || whole.contains("'")) {
            return .unclosedQuote
        }
        if problem.contains("',' or ']'") || problem.contains("',' or '}'") { return .unclosedBracket }
        if problem.contains("cannot start any token") {
            return line.contains("\t") ? .tab : .reservedCharacter
        }
        if problem.contains("did not find expected key") || problem.contains("block end") { return .indentation }
        if problem.contains("could not find expected ':'") { return .notKeysAndValues }
        if problem.contains("tab") { return .tab }
        return .other
    }
}
