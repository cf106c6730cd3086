import Content

/// Writes values as a secretary would: plain where that is read as it was meant, else in quotation marks. The reader
/// itself is asked.
enum ValueWriting {
    enum Place {
        /// Alone on its line.
        case line
        /// Between brackets, with commas around.
        case brackets
    }

    enum Quotes: UInt8 {
        case double = 0x22
        case single = 0x27
    }

    static func written(_ value: EditValue, in place: Place) -> String {
        switch value {
        case .text(let text): written(text, in: place)
        case .list(let items): "[" + items.map { written($0, in: .brackets) }.joined(separator: ", ") + "]"
        case .map(let pairs):
            "{"
                + pairs.map { "\(written($0.key, in: .brackets)): \(written($0.value, in: .brackets))" }
                .joined(separator: ", ") + "}"
        }
    }

    static func written(_ text: String, in place: Place, quotes: Quotes? = nil) -> String {
        switch quotes {
        case .double?: return doubleQuoted(text)
        case .single?:
            let isOneLine = !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
            return isOneLine ? "'" + text.replacing("'", with: "''") + "'" : doubleQuoted(text)
        case nil: return isPlain(text, in: place) ? text : doubleQuoted(text)
        }
    }

    private static func isPlain(_ text: String, in place: Place) -> Bool {
        guard !text.contains("\n"), !text.contains("\r") else { return false }
        switch place {
        case .line:
            // In a list's item too, where "a: b" would be a key.
            return read("x: \(text)\n") == .text(text) && read("x:\n  - \(text)\n") == .list([.text(text)])
        case .brackets:
            guard !text.contains("{"), !text.contains("}") else { return false }
            return read("x: [\(text), y]\n") == .list([.text(text), .text("y")])
                && read("x: {y: \(text), z: w}\n")
                    == .map([EditValue.Pair("y", .text(text)), EditValue.Pair("z", .text("w"))])
        }
    }

    private static func read(_ head: String) -> EditValue? {
        guard let read = try? FrontMatter(Array(head.utf8)[...], firstLine: 1), read.entries.count == 1,
            read.entries[0].value.comment == nil
        else { return nil }
        return EditValue(read.entries[0].value)
    }

    private static func doubleQuoted(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\t": written += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let code = String(scalar.value, radix: 16)
                written += "\\x" + (code.count == 1 ? "0" : "") + code
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written + "\""
    }
}

extension EditValue {
    init(_ value: FrontMatter.Value) {
        switch value.content {
        case .text(let text): self = .text(text)
        case .list(let items): self = .list(items.map { EditValue($0) })
        case .map(let entries): self = .map(entries.map { Pair($0.key, EditValue($0.value)) })
        }
    }

    /// The texts that a list, or a text with commas in it, holds; nil for one with something else in it.
    var texts: [String]? {
        switch self {
        case .text(let text):
            return text.split(separator: ",").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
        case .list(let items):
            var texts: [String] = []
            for case .text(let text) in items { texts.append(text) }
            return texts.count == items.count ? texts : nil
        case .map: return nil
        }
    }

    /// True where a reader of lists takes both for the same.
    func means(_ other: EditValue) -> Bool {
        if self == other { return true }
        guard case .list = other, let own = texts, let meant = other.texts else { return false }
        return own == meant
    }
}

extension StringProtocol {
    /// Without ordinary and no-break spaces and tabs around it.
    var trimmingSpaces: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[first...last])
    }

    var isBlank: Bool { allSatisfy { $0 == " " || $0 == "\t" } }
}

extension EditValue {
    /// As it stands behind a key, in quotation marks where it needs them.
    public var written: String { ValueWriting.written(self, in: .line) }
}
