import Content
import Diagnostics

/// Bytes and edits in, bytes out: what was meant is read from them, and every other byte stands as it stood. It knows no
/// disk and no clock.
///
/// The parts are found by the readers that find them when a site is built, and what comes out is read again. An edit
/// that would be read as something else than was meant is refused, and nothing is changed.
public struct Editor: Sendable {
    /// The keys in the order that a head has them; a new one goes after the nearest earlier one.
    let order: [String]

    /// `bodies` are the codes of the site's bodies, which are keys too.
    public init(bodies: [String]) { order = FieldKey.order(bodies: bodies) }
}

extension Editor {
    public func apply(_ edits: [Edit], to bytes: [UInt8]) throws(EditFault) -> [UInt8] {
        var bytes = bytes
        for edit in edits { bytes = try apply(edit, to: bytes) }
        return bytes
    }

    private func apply(_ edit: Edit, to bytes: [UInt8]) throws(EditFault) -> [UInt8] {
        switch edit {
        case .text(let text):
            var raw = RawLines(bytes)
            raw.replace(0..<raw.lines.count, with: RawLines.split(text))
            return raw.bytes
        case .body(let text):
            var raw = RawLines(bytes)
            let outline = try outline(bytes)
            let start = min(outline.bodyLine - 1, raw.lines.count)
            raw.replace(start..<raw.lines.count, with: RawLines.split(text))
            return try proven(raw.bytes, "Text") { bytes throws(EditFault) in
                try body(of: bytes) == RawLines.split(text).joined(separator: "\n")
            }
        case .head(let key, let value): return try setHead(key, value, in: bytes)
        case .agenda(let points):
            return try setHead("dagordning", agenda(points, now: try value(of: "dagordning", in: bytes)), in: bytes)
        case .entry(let number, let change):
            var editor = try entryEditor(number, bytes)
            let before = try entries(of: bytes)
            try editor.apply(change)
            return try proven(editor.raw.bytes, "§ \(number)") { bytes throws(EditFault) in
                EntryProof(before: before, after: try entries(of: bytes)).shows(change, of: number)
            }
        }
    }

    /// The bytes, where they say what was meant.
    private func proven(
        _ bytes: [UInt8], _ part: String, says: ([UInt8]) throws(EditFault) -> Bool
    ) throws(EditFault) -> [UInt8] {
        guard try says(bytes) else { throw .notAsMeant(part: part) }
        return bytes
    }
}

// Heads

extension Editor {
    private func setHead(_ key: String, _ value: EditValue?, in bytes: [UInt8]) throws(EditFault) -> [UInt8] {
        let outline = try outline(bytes)
        if let value, value.isEmpty, try self.value(of: key, in: bytes)?.isEmpty == true { return bytes }
        var editor = HeadEditor(raw: RawLines(bytes), outline: outline, order: order)
        if let value, !value.isEmpty { try editor.set(key, to: value) } else { try editor.remove(key) }
        let changed = editor.raw.bytes
        guard changed != bytes else { return bytes }
        let folded = FieldKey.fold(key)
        let others = outline.entries.filter { $0.folded != folded }.map { ($0.folded, EditValue($0.value)) }
        let body = try body(of: bytes)
        return try proven(changed, key) { bytes throws(EditFault) in
            let entries = try self.outline(bytes).entries
            let now = entries.first { $0.folded == folded }.map { EditValue($0.value) }
            let rest = entries.filter { $0.folded != folded }.map { ($0.folded, EditValue($0.value)) }
            let isMeant = value.map { $0.isEmpty ? now == nil : now?.means($0) ?? false } ?? (now == nil)
            let bodyNow = try self.body(of: bytes)
            return isMeant && rest.elementsEqual(others) { $0 == $1 } && bodyNow.isSame(as: body, head: outline.head)
        }
    }

    /// The agenda's points as values: one that has points of its own below it keeps them.
    private func agenda(_ points: [String], now: EditValue?) -> EditValue {
        guard case .list(let items)? = now else { return .list(points.map { .text($0) }) }
        var rest = items
        return .list(
            points.map { point in
                guard let place = rest.firstIndex(where: { $0.point == point }) else { return .text(point) }
                return rest.remove(at: place)
            })
    }
}

extension String {
    /// A head that is new may put a blank line below itself.
    fileprivate func isSame(as body: String, head: Range<Int>?) -> Bool {
        self == body || head == nil && (self == "\n" + body || self == body)
    }
}

extension EditValue {
    /// The text of an agenda's point (FORMAT §5).
    var point: String? {
        switch self {
        case .text(let text): return text
        case .list: return nil
        case .map(let pairs):
            guard pairs.count == 1 else { return nil }
            switch pairs[0].value {
            case .text(""): return pairs[0].key
            case .text(let rest): return "\(pairs[0].key): \(rest)"
            case .list: return pairs[0].key
            case .map: return nil
            }
        }
    }
}

// What stands in a file now

extension Editor {
    func outline(_ bytes: [UInt8]) throws(EditFault) -> TextOutline {
        do throws(UnreadableText) {
            return try TextOutline(bytes, file: "")
        } catch {
            throw .unreadable(line: error.diagnostic.place.line, text: error.diagnostic.problem.text(in: .swedish))
        }
    }

    /// The value of a key of the head; nil where it is not there.
    public func value(of key: String, in bytes: [UInt8]) throws(EditFault) -> EditValue? {
        let folded = FieldKey.fold(key)
        return try outline(bytes).entries.first { $0.folded == folded }.map { EditValue($0.value) }
    }

    /// Everything below the head, with single line feeds.
    public func body(of bytes: [UInt8]) throws(EditFault) -> String {
        let start = try outline(bytes).bodyLine - 1
        return RawLines(bytes).texts.dropFirst(start).joined(separator: "\n")
    }

    /// The whole text, with single line feeds and without a byte order mark.
    public func text(of bytes: [UInt8]) -> String { RawLines(bytes).texts.joined(separator: "\n") }

    private func entryEditor(_ number: Int, _ bytes: [UInt8]) throws(EditFault) -> EntryEditor {
        EntryEditor(raw: RawLines(bytes), bodyLine: try outline(bytes).bodyLine, number: number)
    }

    /// What an edit would change, as it stands: two texts that say the same of it can take the edit alike.
    public func part(_ edit: Edit, of bytes: [UInt8]) throws(EditFault) -> String {
        switch edit {
        case .text: return text(of: bytes)
        case .body: return try body(of: bytes)
        case .head(let key, _): return "\(String(describing: try value(of: key, in: bytes)))"
        case .agenda: return "\(String(describing: try value(of: "dagordning", in: bytes)))"
        case .entry(let number, let change):
            let editor = try entryEditor(number, bytes)
            switch change {
            case .text: return try editor.text()
            case .outcome: return try editor.outcome() ?? "–"
            case .votes: return try editor.section("Omröstning")
            case .followUps: return try editor.followUps().joined(separator: "\n")
            case .section(let heading, _): return try editor.section(heading)
            }
        }
    }
}

/// A head's key as a form shows it.
public struct HeadField: Sendable, Equatable {
    /// As written.
    public let key: String
    public let value: EditValue
    public let line: Int
}

/// A § as a form shows it.
public struct EntryField: Sendable, Equatable {
    public let number: Int
    public let heading: String
    public let line: Int
    public let text: String
    public let outcome: String?
    public let followUps: [String]
    public let sections: [Section]

    public struct Section: Sendable, Equatable {
        public let heading: String
        public let text: String
    }
}

extension Editor {
    public func head(of bytes: [UInt8]) throws(EditFault) -> [HeadField] {
        try outline(bytes).entries.map { HeadField(key: $0.key, value: EditValue($0.value), line: $0.line) }
    }

    /// The §§ of a record; none of another text.
    public func entries(of bytes: [UInt8]) throws(EditFault) -> [EntryField] {
        let outline = try outline(bytes)
        let raw = RawLines(bytes)
        let record = RecordOutline(lines: raw.texts, bodyLine: outline.bodyLine)
        var fields: [EntryField] = []
        for entry in record.entries {
            let editor = EntryEditor(raw: raw, bodyLine: outline.bodyLine, number: entry.number)
            var sections: [EntryField.Section] = []
            for section in entry.sections {
                sections.append(
                    EntryField.Section(heading: section.heading, text: editor.sectionText(section)))
            }
            fields.append(
                EntryField(
                    number: entry.number, heading: entry.heading, line: entry.line, text: editor.text(of: entry),
                    outcome: editor.outcome(of: entry), followUps: editor.followUps(of: entry), sections: sections))
        }
        return fields
    }
}
