import Diagnostics

/// Keys and values as a secretary wrote them. Every value is text: nothing is turned into a number, a truth value
/// or a date by YAML's own typing (FORMAT §1).
package struct FrontMatter: Sendable {
    package var entries: [Entry] = []

    package struct Entry: Sendable, Equatable {
        /// As written.
        package let key: String
        /// As it is compared.
        package let folded: String
        package let line: Int
        package let column: Int
        package let value: Value
    }

    package struct Value: Sendable, Equatable {
        package let content: Content
        package let line: Int
        package let column: Int
        /// What falls away behind a text that has no quotation marks.
        package var comment: Comment?
    }

    package enum Content: Sendable, Equatable {
        /// Empty where nothing was written.
        case text(String)
        case list([Value])
        case map([Entry])
    }
}

extension FrontMatter.Entry {
    init(key: String, line: Int, column: Int, value: FrontMatter.Value) {
        (self.key, folded, self.line, self.column) = (key, FieldKey.fold(key), line, column)
        self.value = value
    }
}

extension FrontMatter.Value {
    /// The lines of the keys in a list of maps, or a map.
    fileprivate var linesOfKeys: [Int] {
        switch content {
        case .text: []
        case .map(let entries): entries.map(\.line)
        case .list(let items): items.flatMap(\.linesOfKeys)
        }
    }

    /// Nothing was written.
    var isEmpty: Bool {
        if case .text(let text) = content { text.isEmpty } else { false }
    }
}

/// Why a front matter could not be read, and where.
package struct FrontMatterFault: Error {
    let line: Int
    let column: Int
    let reason: Reason

    enum Reason: Sendable {
        case yaml(YAMLFault)
        case anchorOrAlias
        case duplicateKey(String, firstLine: Int)
    }
}

extension FrontMatter {
    /// Reads the lines of a front matter, the first of which is `firstLine` of its file. What most secretaries write
    /// is read here; the rest of YAML is for Yams. That both read alike is tested.
    package init(_ bytes: ArraySlice<UInt8>, firstLine: Int) throws(FrontMatterFault) {
        guard bytes.contains(UInt8(ascii: "#")) else {
            try self.init(uncommented: bytes, firstLine: firstLine)
            return
        }
        let cut = CommentCutter(bytes, firstLine: firstLine)
        try self.init(uncommented: cut.bytes[...], firstLine: firstLine)
        if !cut.comments.isEmpty { entries = FrontMatter.attach(cut.comments, to: entries) }
    }

    private init(uncommented bytes: ArraySlice<UInt8>, firstLine: Int) throws(FrontMatterFault) {
        if let plain = FrontMatter(plain: bytes, firstLine: firstLine) {
            self = plain
        } else {
            try self.init(yaml: FrontMatter.withBracesAsText(bytes), firstLine: firstLine)
        }
        try rejectDuplicates(in: entries)
        try rejectSwallowedKeys(in: bytes, firstLine: firstLine)
    }

    /// A line that begins with a key that hides, and that YAML reads as a part of the value above it: "syfte: >" and
    /// below it, indented, "synlighet: ledamöter".
    private func rejectSwallowedKeys(in bytes: ArraySlice<UInt8>, firstLine: Int) throws(FrontMatterFault) {
        // Nearly every head has all its lines at the left margin.
        var previous = UInt8(ascii: "\n")
        let mayHave = bytes.contains { byte in
            defer { previous = byte }
            return previous == UInt8(ascii: "\n") && (byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "-"))
        }
        guard mayHave else { return }
        // What they name may be hidden by itself (FORMAT §4, §5).
        let naming = ["bilagor", "original", "underskrivet"]
        let inner = entries.filter { naming.contains($0.folded) }.flatMap(\.value.linesOfKeys)
        let known = Set(entries.map(\.line) + inner)
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            // A key at the left margin is one.
            guard let first = line.first, first == 0x20 || first == 0x09 || first == UInt8(ascii: "-"),
                line.contains(UInt8(ascii: ":"))
            else { continue }
            let head = HeadLine(line.drop { " \t[{,-\"'".utf8.contains($0) }, number: firstLine + index)
            guard head.hasGuardingKey, let key = head.key, !known.contains(head.number) else { continue }
            throw FrontMatterFault(line: head.number, column: 1, reason: .yaml(.keyInValue(key)))
        }
    }

    /// Puts a value such as `{{titel}}` or `{utkast} Budget` in quotation marks: YAML would take it for keys and values,
    /// but braces in content are text and never stop a build (FORMAT §1).
    private static func withBracesAsText(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.contains(UInt8(ascii: "{")) else { return bytes }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return Array(lines.map { bracesAsText(in: $0) }.joined(separator: [UInt8(ascii: "\n")]))[...]
    }

    private static func bracesAsText(in line: ArraySlice<UInt8>) -> [UInt8] {
        let (open, close, quote) = (UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "'"))
        guard let first = line.first, first != 0x20, first != UInt8(ascii: "#"), first != UInt8(ascii: "-"),
            let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let start = line[(colon + 1)...].firstIndex(where: { $0 != 0x20 }), start > colon + 1, line[start] == open,
            let end = line[start...].firstIndex(of: close)
        else { return Array(line) }
        // Three at most, as templates write them: what is nested deeper is no text that anybody means.
        guard line[start...].prefix(while: { $0 == open }).count <= 3 else { return Array(line) }
        let inner = line[(start + 1)..<end]
        let isMap = inner.contains(UInt8(ascii: ":")) && inner.first != open
        guard !isMap, inner.contains(where: { $0 != 0x20 }) else { return Array(line) }
        var value = Array(line[start...])
        while value.last == 0x20 { value.removeLast() }
        return line[..<start] + [quote] + value.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }

    /// Keys are compared without case and diacritics.
    private func rejectDuplicates(in entries: [Entry]) throws(FrontMatterFault) {
        for (index, entry) in entries.enumerated() {
            if let first = entries[..<index].first(where: { $0.folded == entry.folded }) {
                throw FrontMatterFault(
                    line: entry.line, column: entry.column,
                    reason: .duplicateKey(entry.key, firstLine: first.line))
            }
            if case .map(let inner) = entry.value.content { try rejectDuplicates(in: inner) }
            if case .list(let items) = entry.value.content {
                for case .map(let inner) in items.map(\.content) { try rejectDuplicates(in: inner) }
            }
        }
    }
}
