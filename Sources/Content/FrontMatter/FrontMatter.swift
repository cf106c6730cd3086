import Diagnostics

/// Keys and values as a secretary wrote them. Every value is text: nothing is turned into a number, a truth value
/// or a date by YAML's own typing (FORMAT §1).
struct FrontMatter: Sendable {
    var entries: [Entry] = []

    struct Entry: Sendable, Equatable {
        /// As written.
        let key: String
        let line: Int
        let column: Int
        let value: Value
    }

    struct Value: Sendable, Equatable {
        let content: Content
        let line: Int
        let column: Int
    }

    indirect enum Content: Sendable, Equatable {
        /// Empty where nothing was written.
        case text(String)
        case list([Value])
        case map([Entry])
    }
}

/// Why a front matter could not be read, and where.
struct FrontMatterFault: Error {
    let line: Int
    let column: Int
    let reason: Reason

    enum Reason {
        case yaml(YAMLFault)
        case anchorOrAlias
        case duplicateKey(String, firstLine: Int)
    }
}

extension FrontMatter {
    /// Reads the lines of a front matter, the first of which is `firstLine` of its file. What most secretaries write
    /// is read here; the rest of YAML is for Yams. That both read alike is tested.
    init(_ bytes: ArraySlice<UInt8>, firstLine: Int) throws(FrontMatterFault) {
        if let plain = FrontMatter(plain: bytes, firstLine: firstLine) {
            self = plain
        } else {
            try self.init(yaml: bytes, firstLine: firstLine)
        }
        try rejectDuplicates(in: entries)
    }

    /// Keys are compared without case and diacritics.
    private func rejectDuplicates(in entries: [Entry]) throws(FrontMatterFault) {
        for (index, entry) in entries.enumerated() {
            let folded = FieldKey.fold(entry.key)
            if let first = entries[..<index].first(where: { FieldKey.fold($0.key) == folded }) {
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
