/// The notes of a text: lines `[^1]: …`, with what is indented below them, as GitHub reads them.
///
/// They are taken out before the text is read, for CommonMark would take a note of one word for a link's definition and
/// leave any other as it stands. Whoever reads parts of the text by themselves gives each the same notes, so that a note
/// has one number.
public struct Footnotes: Sendable {
    /// In the order in which they are written.
    public private(set) var notes: [Note] = []
    /// Notes whose name an earlier one has.
    public private(set) var repeated: [Note] = []
    private var indices: [String: Int] = [:]
    /// Of each note its number, once a reference has been read; and how many have one.
    private var numbers: [Int?] = []
    private var count = 0

    public struct Note: Sendable {
        public let label: String
        /// Its line in the file.
        public let line: Int
        /// Its Markdown.
        public internal(set) var source: [UInt8]
    }

    public init() {}
}

extension Footnotes {
    public var isEmpty: Bool { notes.isEmpty && repeated.isEmpty }

    /// The notes in the order of their numbers; those that nothing refers to come last, in their own order.
    public var numbered: [(number: Int, note: Note, isReferred: Bool)] {
        var next = count
        let all = notes.indices.map { index in
            if let number = numbers[index] { return (number, notes[index], true) }
            next += 1
            return (next, notes[index], false)
        }
        return all.sorted { $0.0 < $1.0 }
    }

    /// The number of a note, given when it is first asked for; nil where there is no such note.
    mutating func number(for label: String) -> Int? {
        guard let index = indices[Footnotes.key(label)] else { return nil }
        if let number = numbers[index] { return number }
        count += 1
        numbers[index] = count
        return count
    }

    private mutating func add(_ note: Note) {
        let key = Footnotes.key(note.label)
        if indices[key] == nil {
            indices[key] = notes.count
            notes.append(note)
            numbers.append(nil)
        } else {
            repeated.append(note)
        }
    }

    private static func key(_ label: String) -> String { label.lowercased() }

    /// The first `[^name]` from an index on. A name has neither space nor brackets.
    static func reference(
        in text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (range: Range<Int>, label: String)? {
        var index = start
        while index + 3 < text.count {
            guard text[index] == UInt8(ascii: "["), text[index + 1] == UInt8(ascii: "^"),
                let end = labelEnd(in: text, from: index + 2)
            else {
                index += 1
                continue
            }
            return (index..<end + 1, String(decoding: text[index + 2..<end], as: UTF8.self))
        }
        return nil
    }

    /// The place of the bracket that ends a name.
    private static func labelEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var end = start
        while end < text.count, end - start < 100, text[end] > UInt8(ascii: " "), text[end] != UInt8(ascii: "["),
            text[end] != UInt8(ascii: "]")
        {
            end += 1
        }
        return end > start && end < text.count && text[end] == UInt8(ascii: "]") ? end : nil
    }
}

// MARK: - Taking them out

extension Footnotes {
    /// The notes of a text, and the text with their lines left blank, so that the others keep their numbers; nil for a
    /// text without any.
    public static func take(
        from body: ArraySlice<UInt8>, firstLine: Int
    ) -> (notes: Footnotes, rest: ArraySlice<UInt8>)? {
        let mayHave = body.withUnsafeBufferPointer { TextTraits.hasNoteMark($0) }
        guard mayHave else { return nil }
        return body.withUnsafeBufferPointer { text -> (Footnotes, ArraySlice<UInt8>)? in
            let lines = TextLines(text)
            var reader = Reader(lines: lines, firstLine: firstLine)
            reader.read()
            guard !reader.notes.isEmpty else { return nil }
            var rest = Array(text)
            for line in reader.taken { for index in lines.bytes(of: line) { rest[index] = UInt8(ascii: " ") } }
            return (reader.notes, rest[...])
        }
    }

    private struct Reader {
        let lines: TextLines
        let firstLine: Int
        var notes = Footnotes()
        var taken: [Int] = []
        private var fence: (mark: UInt8, length: Int)?

        init(lines: TextLines, firstLine: Int) { (self.lines, self.firstLine) = (lines, firstLine) }

        mutating func read() {
            var line = 0
            while line < lines.count {
                defer { line += 1 }
                let bytes = lines.bytes(of: line)
                if isInFence(bytes) { continue }
                guard let (label, content) = definition(bytes) else { continue }
                var source = Array(lines.text[content])
                taken.append(line)
                let first = line
                while let more = continuation(after: line) {
                    for next in line + 1...more.line {
                        source.append(UInt8(ascii: "\n"))
                        if next == more.line { source += lines.text[more.content] }
                        taken.append(next)
                    }
                    line = more.line
                }
                notes.add(Note(label: label, line: first + firstLine, source: source))
            }
        }

        /// Code shows how a note is written; it is none.
        private mutating func isInFence(_ bytes: Range<Int>) -> Bool {
            let text = lines.text[bytes].drop { $0 == UInt8(ascii: " ") }
            guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
                return fence != nil
            }
            let length = text.prefix { $0 == first }.count
            if let open = fence {
                if open.mark == first, length >= open.length { fence = nil }
                return true
            }
            if length >= 3 { fence = (first, length) }
            return fence != nil
        }

        /// `[^1]: text`, indented by three spaces at most.
        private func definition(_ bytes: Range<Int>) -> (label: String, content: Range<Int>)? {
            let text = UnsafeBufferPointer(rebasing: lines.text[bytes])
            let indent = text.prefix { $0 == UInt8(ascii: " ") }.count
            guard indent < 4, let (range, label) = Footnotes.reference(in: text, from: indent),
                range.lowerBound == indent, range.upperBound < text.count,
                text[range.upperBound] == UInt8(ascii: ":")
            else { return nil }
            var start = range.upperBound + 1
            while start < text.count, text[start] == UInt8(ascii: " ") || text[start] == 0x09 { start += 1 }
            return (label, bytes.lowerBound + start..<bytes.upperBound)
        }

        /// The next line that is the note's: one that goes on with its paragraph, or after a blank one an indented one.
        private func continuation(after line: Int) -> (line: Int, content: Range<Int>)? {
            var next = line + 1
            var blank = false
            while next < lines.count, lines.bytes(of: next).allSatisfy({ lines.text[$0] <= UInt8(ascii: " ") }) {
                next += 1
                blank = true
            }
            guard next < lines.count else { return nil }
            let bytes = lines.bytes(of: next)
            let indented = indentation(bytes)
            if let indented { return (next, indented) }
            let words = UnsafeBufferPointer(rebasing: lines.text[lines.content(of: next)])
            guard !blank, definition(bytes) == nil, !BlockStart(words).isBlock, words.first != UInt8(ascii: ">") else {
                return nil
            }
            return (next, bytes)
        }

        /// What stands after four spaces or a tab.
        private func indentation(_ bytes: Range<Int>) -> Range<Int>? {
            if lines.text[bytes.lowerBound] == 0x09 { return bytes.lowerBound + 1..<bytes.upperBound }
            let spaces = lines.text[bytes].prefix { $0 == UInt8(ascii: " ") }.count
            return spaces >= 4 ? bytes.lowerBound + 4..<bytes.upperBound : nil
        }
    }
}
