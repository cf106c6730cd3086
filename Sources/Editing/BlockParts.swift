import Content

/// A list or a map that is written a line, or some lines, for each of its parts.
struct BlockParts {
    /// The lines of all parts, from 0.
    let range: Range<Int>
    private var parts: [Part] = []
    private let indentation: String
    private let isList: Bool
    private let texts: [String]

    private struct Part {
        let key: String
        let value: EditValue
        /// Blank lines and comments above it, then its own.
        let gap: [String]
        let lines: [String]
    }
}

extension BlockParts {
    init?(_ value: FrontMatter.Value, in raw: RawLines, end: Int) {
        let starts: [(key: String, value: EditValue, line: Int, column: Int)]
        switch value.content {
        case .list(let items):
            starts = items.map { ("", EditValue($0), $0.line - 1, $0.column) }
            isList = true
        case .map(let entries):
            starts = entries.map { ($0.key, EditValue($0.value), $0.line - 1, $0.column) }
            isList = false
        case .text: return nil
        }
        guard let first = starts.first, zip(starts, starts.dropFirst()).allSatisfy({ $0.line < $1.line }) else {
            return nil
        }
        let head = raw.lines[first.line].text
        let lead = head.prefix { $0 == " " }
        indentation = String(lead)
        // An item's own column is behind its dash.
        guard head.dropFirst(lead.count).hasPrefix("-") == isList else { return nil }
        var own: [Range<Int>] = []
        for (index, start) in starts.enumerated() {
            let text = raw.lines[start.line].text
            guard text.hasPrefix(indentation), !text.dropFirst(indentation.count).hasPrefix(" ") else { return nil }
            var last = index + 1 < starts.count ? starts[index + 1].line : end
            guard last > start.line else { return nil }
            while last > start.line + 1, raw.lines[last - 1].text.isGap { last -= 1 }
            own.append(start.line..<last)
        }
        var before = first.line
        texts = raw.texts
        for (start, lines) in zip(starts, own) {
            let gap = Array(texts[before..<lines.lowerBound])
            parts.append(Part(key: start.key, value: start.value, gap: gap, lines: Array(texts[lines])))
            before = lines.upperBound
        }
        range = first.line..<before
    }

    /// The lines of a new value of the same kind; nil for another kind.
    func lines(for value: EditValue) -> [String]? {
        switch value {
        case .list(let items) where isList && !items.isEmpty:
            return arranged(items.map { ("", $0) }) { "\(indentation)- " + ValueWriting.written($0.1, in: .line) }
        case .map(let pairs) where !isList && !pairs.isEmpty:
            return arranged(pairs.map { ($0.key, $0.value) }) {
                "\(indentation)\(ValueWriting.written($0.0, in: .brackets)): "
                    + ValueWriting.written($0.1, in: .line)
            }
        default: return nil
        }
    }

    private func arranged(
        _ new: [(String, EditValue)], write: ((String, EditValue)) -> String
    ) -> [String] {
        var rest = parts
        var lines: [String] = []
        for item in new {
            guard
                let place = rest.firstIndex(where: {
                    $0.value == item.1 && (isList || FieldKey.fold($0.key) == FieldKey.fold(item.0))
                })
            else {
                lines.append(write(item))
                continue
            }
            let part = rest.remove(at: place)
            lines += part.gap + part.lines
        }
        // What stood above a part that is gone is somebody's remark all the same.
        return lines + rest.flatMap(\.gap).filter { !$0.isBlank }
    }
}

extension String {
    fileprivate var isGap: Bool { isBlank || trimmingSpaces.hasPrefix("#") }
}
