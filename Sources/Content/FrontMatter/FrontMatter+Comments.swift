import Meetings

extension FrontMatter {
    /// What falls away after ` # `, the one thing that begins a comment in a value (FORMAT §1).
    package struct Comment: Sendable, Equatable {
        let text: String
        let line: Int
        let column: Int
    }

    /// Takes the comments out, so that every # that is left is text.
    struct CommentCutter {
        private(set) var bytes: [UInt8] = []
        /// Those after a value without quotation marks, which somebody may have meant as a part of it.
        private(set) var comments: [Comment] = []
        private var state = State.plain

        private enum State: Equatable {
            case plain
            /// In the text after `|` or `>`: the lines that are indented by more than this.
            case block(Int)
            /// In quotation marks that a line above opened.
            case quoted(UInt8)
        }
    }
}

extension FrontMatter.CommentCutter {
    init(_ text: ArraySlice<UInt8>, firstLine: Int) {
        bytes.reserveCapacity(text.count)
        var start = text.startIndex
        var number = firstLine
        while start < text.endIndex {
            let end = text.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? text.endIndex
            add(text[start..<end], number: number)
            if end < text.endIndex { bytes.append(UInt8(ascii: "\n")) }
            start = end + 1
            number += 1
        }
    }

    private mutating func add(_ line: ArraySlice<UInt8>, number: Int) {
        let indentation = line.prefix { $0 == 0x20 }.count
        if case .block(let outer) = state {
            if indentation == line.count || indentation > outer {
                bytes += line
                return
            }
            state = .plain
        }
        var scan = LineScan(line, indentation: indentation)
        if case .quoted(let mark) = state {
            guard scan.skipQuoted(mark) else {
                bytes += line
                return
            }
            state = .plain
        } else if scan.isWholeComment {
            // An empty line says the same.
            return
        }
        let found = scan.run()
        guard let cut = found.comment else {
            bytes += line
            if let mark = found.openQuote {
                state = .quoted(mark)
            } else if let outer = scan.block {
                state = .block(outer)
            }
            return
        }
        var kept = line[..<cut]
        while let last = kept.last, last == 0x20 || last == 0x09 { kept = kept.dropLast() }
        bytes += kept
        if let outer = LineScan(kept, indentation: indentation).block { state = .block(outer) }
        let isText = kept.last.map { !"\"']}".utf8.contains($0) && $0 != UInt8(ascii: ":") } ?? false
        guard isText, state == .plain else { return }
        let column = line[..<cut].reduce(into: 1) { count, byte in if byte & 0xC0 != 0x80 { count += 1 } }
        comments.append(FrontMatter.Comment(text: line[(cut + 1)...].trimmed.text, line: number, column: column))
    }
}

/// Looks through one line for the comment, minding quotation marks.
private struct LineScan {
    let line: ArraySlice<UInt8>
    let indentation: Int
    private var index: Int

    init(_ line: ArraySlice<UInt8>, indentation: Int) {
        (self.line, self.indentation) = (line, indentation)
        index = line.startIndex + indentation
    }

    /// YAML's own comments: the line's first sign.
    var isWholeComment: Bool { line.trimmed.first == UInt8(ascii: "#") }

    /// The indentation that the text below belongs deeper than, where the line ends with `|` or `>`.
    var block: Int? {
        let text = line.trimmed
        let mark = text.drop { _ in false }.reversed().drop {
            $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
        }
        guard let sign = mark.first, sign == UInt8(ascii: "|") || sign == UInt8(ascii: ">") else { return nil }
        let before = mark.dropFirst().first
        guard before == 0x20 || before == nil else { return nil }
        let key = mark.dropFirst().drop { $0 == 0x20 }.first
        guard key == UInt8(ascii: ":") || key == UInt8(ascii: "-") else { return nil }
        // A key in a list's item begins after the dash.
        let rest = line.dropFirst(indentation)
        let dashes = rest.prefix { $0 == UInt8(ascii: "-") || $0 == 0x20 }.count
        return key == UInt8(ascii: ":") ? indentation + dashes : indentation
    }

    /// Past the end of a text in quotation marks; false where the line ends first.
    mutating func skipQuoted(_ mark: UInt8) -> Bool {
        while index < line.endIndex {
            let byte = line[index]
            index += 1
            if byte == UInt8(ascii: "\\") && mark == UInt8(ascii: "\"") {
                index += 1
            } else if byte == mark {
                let isDoubled = mark == UInt8(ascii: "'") && index < line.endIndex && line[index] == mark
                if !isDoubled { return true }
                index += 1
            }
        }
        return false
    }

    mutating func run() -> (comment: Int?, openQuote: UInt8?) {
        var mayQuote = index == line.startIndex + indentation
        var isFlow = false
        var isKey = true
        while index < line.endIndex {
            let byte = line[index]
            let previous = index > line.startIndex ? line[index - 1] : 0x20
            let next = index + 1 < line.endIndex ? line[index + 1] : 0
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard mayQuote else { break }
                index += 1
                if !skipQuoted(byte) { return (nil, byte) }
                mayQuote = false
                continue
            case UInt8(ascii: "#") where isSpace(previous) && isSpace(next): return (index, nil)
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if mayQuote { isFlow = true }
            case UInt8(ascii: ","):
                if isFlow { mayQuote = true }
            case UInt8(ascii: ":"):
                if isSpace(next) && (isKey || isFlow) { (mayQuote, isKey) = (true, false) }
            case UInt8(ascii: "-"): break
            case 0x20, 0x09: break
            default: mayQuote = false
            }
            index += 1
        }
        return (nil, nil)
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension FrontMatter {
    /// Gives each comment to the value that it stands behind.
    static func attach(_ comments: [Comment], to entries: [Entry]) -> [Entry] {
        var rest = comments[...]
        let places = textPlaces(in: entries)
        var owners: [Int: Comment] = [:]
        while let comment = rest.popFirst() {
            let before = places.lastIndex {
                $0.line < comment.line || $0.line == comment.line && $0.column < comment.column
            }
            if let before { owners[before] = comment }
        }
        var index = 0
        return entries.map { attach(owners, to: $0, &index) }
    }

    /// Where each text begins, in the order of the file.
    private static func textPlaces(in entries: [Entry]) -> [(line: Int, column: Int)] {
        entries.flatMap { textPlaces(in: $0.value) }
    }

    private static func textPlaces(in value: Value) -> [(line: Int, column: Int)] {
        switch value.content {
        case .text: [(value.line, value.column)]
        case .list(let items): items.flatMap { textPlaces(in: $0) }
        case .map(let entries): textPlaces(in: entries)
        }
    }

    private static func attach(_ owners: [Int: Comment], to entry: Entry, _ index: inout Int) -> Entry {
        let value = attach(owners, to: entry.value, &index)
        return Entry(key: entry.key, line: entry.line, column: entry.column, value: value)
    }

    private static func attach(_ owners: [Int: Comment], to value: Value, _ index: inout Int) -> Value {
        var value = value
        switch value.content {
        case .text:
            value.comment = owners[index]
            index += 1
        case .list(let items):
            value = Value(
                content: .list(items.map { attach(owners, to: $0, &index) }), line: value.line, column: value.column)
        case .map(let entries):
            value = Value(
                content: .map(entries.map { attach(owners, to: $0, &index) }), line: value.line, column: value.column)
        }
        return value
    }
}
