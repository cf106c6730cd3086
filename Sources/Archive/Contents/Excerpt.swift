import Meetings
import Register

/// What an audience may read of a text that it does not see whole: without its head, without notes, and of a record
/// without the §§ that are hidden.
enum Excerpt {
    /// A comment in the text, or one in its head.
    static func hasNotes(_ bytes: [UInt8]) -> Bool {
        if place(of: "<!--", in: bytes[...]) != nil { return true }
        let head = bytes.count - lines(bytes).body.reduce(0) { $0 + $1.count }
        return bytes[..<head].split(separator: 0x0A).contains { line in
            line.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#") || place(of: " # ", in: line) != nil
        }
    }

    static func text(_ bytes: [UInt8], title: String) -> [UInt8] {
        let body = withoutNotes(lines(bytes).body.flatMap { Array($0) })
        return heading(title, body) + body
    }

    /// Lines of a record count from 1, its head among them.
    static func record(_ bytes: [UInt8], _ linked: LinkedMinutes, all: LinkedMinutes, title: String) -> [UInt8] {
        let (start, body) = lines(bytes)
        var starts: [(line: Int, hidden: Int?)] = []
        for (seen, whole) in zip(linked.entries, all.entries) {
            guard case .open(let entry, _) = whole else { continue }
            if case .concealed(let number, _) = seen {
                starts.append((entry.line, number))
            } else {
                starts.append((entry.line, nil))
            }
        }
        var text: [UInt8] = []
        var hidden: Int?
        for (offset, line) in body.enumerated() {
            if let begun = starts.first(where: { $0.line == start + offset }) {
                hidden = begun.hidden
                if let hidden { text += "## § \(hidden)\n\nVisas inte.\n\n".utf8 }
            }
            if hidden == nil { text += line }
        }
        text = withoutNotes(text)
        return heading(title, text) + text
    }

    private static func heading(_ title: String, _ body: [UInt8]) -> [UInt8] {
        let first = body.drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
        return first.starts(with: "# ".utf8) ? [] : Array("# \(title)\n\n".utf8)
    }

    /// The lines after the head, each with its line feed, and the number of the first of them.
    private static func lines(_ bytes: [UInt8]) -> (start: Int, body: [ArraySlice<UInt8>]) {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            lines.append(bytes[start..<end])
            start = end
        }
        func isFence(_ line: ArraySlice<UInt8>) -> Bool {
            line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x0A }
        }
        guard let first = lines.first, isFence(first),
            let end = lines.indices.dropFirst().first(where: { isFence(lines[$0]) })
        else { return (1, lines) }
        return (end + 2, Array(lines[(end + 1)...]))
    }

    private static func withoutNotes(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        var text: [UInt8] = []
        while let start = place(of: "<!--", in: rest) {
            text += rest[..<start]
            guard let end = place(of: "-->", in: rest[(start + 4)...]) else { return text }
            rest = rest[(end + 3)...]
        }
        return text + rest
    }

    private static func place(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(text.utf8)
        var index = bytes.startIndex
        while index + wanted.count <= bytes.endIndex {
            if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
            index += 1
        }
        return nil
    }
}
