import Content

/// Changes one key of a head and leaves all else as it stands.
struct HeadEditor {
    var raw: RawLines
    let outline: TextOutline
    let order: [String]
}

extension HeadEditor {
    /// The lines of an entry, from 0, without blank lines and comments that stand between it and the next.
    private func span(of index: Int) -> Range<Int> {
        let entries = outline.entries
        let start = entries[index].line - 1
        let limit = outline.head.map { $0.upperBound - 1 } ?? start + 1
        var end = entries.map { $0.line - 1 }.filter { $0 > start }.min() ?? limit
        while end > start + 1,
            raw.lines[end - 1].bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 })
                || raw.lines[end - 1].bytes.first == UInt8(ascii: "#")
        { end -= 1 }
        return start..<end
    }

    mutating func set(_ key: String, to value: EditValue) throws(EditFault) {
        let folded = FieldKey.fold(key)
        guard let index = outline.entries.firstIndex(where: { $0.folded == folded }) else {
            return insert(key, value)
        }
        let entry = outline.entries[index]
        if EditValue(entry.value).means(value) { return }
        let span = span(of: index)
        guard standsAlone(entry) else { throw .notAsMeant(part: key) }
        if replaceInLine(entry, value, span) || replaceBlock(entry, value, span) { return }
        try rewrite(entry, value, span)
    }

    mutating func remove(_ key: String) throws(EditFault) {
        let folded = FieldKey.fold(key)
        guard let index = outline.entries.firstIndex(where: { $0.folded == folded }) else { return }
        guard standsAlone(outline.entries[index]) else { throw .notAsMeant(part: key) }
        raw.replace(span(of: index), with: [])
    }

    /// A key that has its line to itself, as all have but those of a head in braces.
    private func standsAlone(_ entry: FrontMatter.Entry) -> Bool {
        let scan = LineScan(bytes: raw.lines[entry.line - 1].bytes)
        guard let offset = scan.offset(column: entry.column) else { return false }
        return scan.bytes[..<offset].allSatisfy { $0 == 0x20 }
            && !outline.entries.contains { $0.line == entry.line && $0.column != entry.column }
    }

    // A value on the line of its key

    private mutating func replaceInLine(_ entry: FrontMatter.Entry, _ value: EditValue, _ span: Range<Int>) -> Bool {
        guard span.count == 1, entry.value.line == entry.line || entry.value.isNothing else { return false }
        let line = entry.line - 1
        let scan = LineScan(bytes: raw.lines[line].bytes)
        if entry.value.isNothing {
            guard let colon = colon(of: entry, scan), scan.isDone(from: colon + 1) else { return false }
            put(" " + ValueWriting.written(value, in: .line), at: colon + 1..<colon + 1, line)
            return true
        }
        guard let start = scan.offset(column: entry.value.column), start < scan.bytes.count else { return false }
        if let end = scan.closing(from: start) {
            guard scan.isDone(from: end) else { return false }
            put(inPlace(of: entry.value, start..<end, scan, value), at: start..<end, line)
            return true
        }
        let end = scan.plainEnd(from: start)
        guard case .text(let text) = entry.value.content,
            String(decoding: scan.bytes[start..<end], as: UTF8.self) == text
        else { return false }
        let commas: [String]? =
            if case .list = value { value.texts.flatMap { $0.contains { $0.contains(",") } ? nil : $0 } } else { nil }
        let written = commas.map { ValueWriting.written($0.joined(separator: ", "), in: .line) }
        put(written ?? ValueWriting.written(value, in: .line), at: start..<end, line)
        return true
    }

    /// In the marks and brackets that the value has, with those of its parts that stay as they are written.
    private func inPlace(
        of old: FrontMatter.Value, _ range: Range<Int>, _ scan: LineScan, _ value: EditValue
    ) -> String {
        switch (old.content, value) {
        case (.text, .text(let text)):
            return ValueWriting.written(
                text, in: .line, quotes: ValueWriting.Quotes(rawValue: scan.bytes[range.lowerBound]))
        case (.list(let items), .list(let new)):
            let parts = scan.parts(range)
            guard parts.count == items.count else { break }
            var known = zip(items.map { EditValue($0) }, parts).map { (value: $0, text: $1) }
            let written = new.map { item in
                guard let place = known.firstIndex(where: { $0.value == item }) else {
                    return ValueWriting.written(item, in: .brackets)
                }
                return known.remove(at: place).text
            }
            return "[" + written.joined(separator: ", ") + "]"
        case (.map(let pairs), .map(let new)):
            let parts = scan.parts(range)
            guard parts.count == pairs.count else { break }
            let known = zip(pairs, parts).map {
                (key: FieldKey.fold($0.key), value: EditValue($0.value), text: $1)
            }
            let written = new.map { pair in
                known.first { $0.key == FieldKey.fold(pair.key) && $0.value == pair.value }?.text
                    ?? ValueWriting.written(.map([pair]), in: .line).dropFirst().dropLast().description
            }
            return "{" + written.joined(separator: ", ") + "}"
        default: break
        }
        return ValueWriting.written(value, in: .line)
    }

    private mutating func put(_ text: String, at range: Range<Int>, _ line: Int) {
        var bytes = raw.lines[line].bytes
        bytes.replaceSubrange(range, with: Array(text.utf8))
        raw.replace(line..<line + 1, with: [String(decoding: bytes, as: UTF8.self)])
    }

    /// The colon behind a key.
    private func colon(of entry: FrontMatter.Entry, _ scan: LineScan) -> Int? {
        guard let start = scan.offset(column: entry.column), start < scan.bytes.count else { return nil }
        let from = scan.closing(from: start) ?? start
        return scan.bytes[from...].firstIndex(of: UInt8(ascii: ":"))
    }

    // A value on the lines below its key

    private mutating func replaceBlock(_ entry: FrontMatter.Entry, _ value: EditValue, _ span: Range<Int>) -> Bool {
        guard entry.value.line > entry.line, let parts = BlockParts(entry.value, in: raw, end: span.upperBound),
            let lines = parts.lines(for: value)
        else { return false }
        raw.replace(parts.range, with: lines)
        return true
    }

    /// The key with its value anew, when its style cannot hold the value.
    private mutating func rewrite(_ entry: FrontMatter.Entry, _ value: EditValue, _ span: Range<Int>) throws(EditFault)
    {
        let scan = LineScan(bytes: raw.lines[span.lowerBound].bytes)
        guard let colon = colon(of: entry, scan) else { throw .notAsMeant(part: entry.key) }
        let head = String(decoding: scan.bytes[...colon], as: UTF8.self)
        let rest = String(decoding: scan.bytes[(colon + 1)...], as: UTF8.self).trimmingSpaces
        let comment = rest.hasPrefix("# ") ? " " + rest : ""
        raw.replace(span, with: [head + " " + ValueWriting.written(value, in: .line) + comment])
    }
}

// A key that was not there

extension HeadEditor {
    private mutating func insert(_ key: String, _ value: EditValue) {
        let lines = Self.lines(key, value)
        guard let head = outline.head else {
            let body = raw.texts
            let space = body.first.map(\.isBlank) ?? true ? [] : [""]
            raw.replace(0..<0, with: ["---"] + lines + ["---"] + space)
            return
        }
        let folded = FieldKey.fold(key)
        let rank = order.firstIndex(of: folded) ?? order.count
        let earlier = outline.entries.indices.filter { index in
            (order.firstIndex(of: outline.entries[index].folded) ?? order.count) <= rank
        }
        let nearest = earlier.max { left, right in
            let (a, b) = (outline.entries[left], outline.entries[right])
            return (order.firstIndex(of: a.folded) ?? order.count, a.line)
                < (order.firstIndex(of: b.folded) ?? order.count, b.line)
        }
        let place = nearest.map { span(of: $0).upperBound } ?? head.lowerBound - 1
        let indentation = outline.entries.first.map { String(repeating: " ", count: max(0, $0.column - 1)) } ?? ""
        raw.replace(place..<place, with: lines.map { indentation + $0 })
    }

    /// A short list in brackets, a long one a line each; an agenda and people always a line each.
    private static func lines(_ key: String, _ value: EditValue) -> [String] {
        let name = ValueWriting.written(key, in: .brackets)
        let line = "\(name): " + ValueWriting.written(value, in: .line)
        guard case .list(let items) = value, !items.isEmpty else { return [line] }
        if items.count == 1, case .text(let only) = items[0], !only.contains(","),
            !["dagordning", "bilagor"].contains(FieldKey.fold(key))
        {
            return ["\(name): " + ValueWriting.written(only, in: .line)]
        }
        let areLong = line.count > 100 || ["dagordning", "bilagor", "narvarande"].contains(FieldKey.fold(key))
        guard areLong else { return [line] }
        return ["\(name):"] + items.map { "  - " + ValueWriting.written($0, in: .line) }
    }
}

extension FrontMatter.Value {
    var isNothing: Bool { if case .text(let text) = content { text.isEmpty } else { false } }
}
