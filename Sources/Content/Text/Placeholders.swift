import Diagnostics

extension TextFile {
    /// What is still to be filled in: a value, a line, a list item or a clause that is nothing but "…" (FORMAT §13). An
    /// ellipsis in a sentence is text.
    var placeholders: [Diagnostic] {
        var found = emptyClauses
        var index = 0
        while let hit = nextEllipsis(from: index) {
            let start = bytes[..<hit].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let end = bytes[hit...].firstIndex(of: 0x0A) ?? bytes.count
            let isInHead = frontMatter?.contains(hit) ?? false
            if isInHead || body.contains(hit), Placeholder.isOne(bytes[start..<end], isInHead: isInHead) {
                let written = String(decoding: bytes[start..<end].trimmed, as: UTF8.self)
                found.append(Diagnostic(bytes.place(of: hit, in: file), .placeholder(text: written)))
            }
            index = end
        }
        return found
    }

    /// Items of a list that are nothing but their "att", and that no indented or following line goes on from.
    private var emptyClauses: [Diagnostic] {
        var found: [Diagnostic] = []
        var start = body.lowerBound
        while start < body.upperBound {
            let end = min(bytes.firstIndex(of: 0x0A, from: start) ?? body.upperBound, body.upperBound)
            let line = bytes[start..<end].trimmed
            // No marker with its "att" and emphasis is longer.
            if line.count < 40, Placeholder.isEmptyClause(line), !isContinued(after: end) {
                found.append(Diagnostic(bytes.place(of: start, in: file), .placeholder(text: line.text)))
            }
            start = end + 1
        }
        return found
    }

    private func isContinued(after end: Int) -> Bool {
        let lines = bytes[min(end + 1, body.upperBound)..<body.upperBound].split(
            separator: 0x0A, maxSplits: 8, omittingEmptySubsequences: false)
        guard let next = lines.first(where: { !$0.trimmed.isEmpty }) else { return false }
        if next.first == 0x20 || next.first == 0x09 { return true }
        let isAtOnce = lines.first.map { !$0.trimmed.isEmpty } ?? false
        return isAtOnce && next.first != UInt8(ascii: "#") && !Placeholder.isItem(next.trimmed)
    }

    private func nextEllipsis(from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index + 2 < bytes.count {
                let byte = bytes[index]
                if byte == 0x2E, bytes[index + 1] == 0x2E, bytes[index + 2] == 0x2E { return index }
                if byte == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0xA6 { return index }
                index += 1
            }
            return nil
        }
    }
}

private enum Placeholder {
    static let ellipsis: [UInt8] = [0xE2, 0x80, 0xA6]

    /// A line that has nothing else: after its key in a head, after its marker, its "att", its one word and colon, and its
    /// emphasis.
    static func isOne(_ line: ArraySlice<UInt8>, isInHead: Bool) -> Bool {
        if isInHead {
            let value = line.firstIndex(of: UInt8(ascii: ":")).map { line[($0 + 1)...] } ?? line
            return value.split { "[],{}".utf8.contains($0) }.contains { isEllipsis(withoutMarks($0)) }
        }
        var rest = withoutMarker(line.trimmed)
        // "Beslut: att …"
        let plain = String(decoding: rest.filter { $0 != UInt8(ascii: "*") }, as: UTF8.self)
        if let words = StatedLine.words(of: plain), !words.isEmpty {
            return isOne(Array(words.utf8)[...], isInHead: false)
        }
        if let att = AttMark.length(in: rest) { rest = rest.dropFirst(att) }
        rest = rest.drop { $0 == UInt8(ascii: "#") }
        // "Ja: …"
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")), !rest[..<colon].trimmed.contains(0x20) {
            rest = rest[(colon + 1)...]
        }
        return isEllipsis(withoutMarks(rest))
    }

    /// An item's marker and "att", and no word.
    static func isEmptyClause(_ line: ArraySlice<UInt8>) -> Bool {
        let rest = withoutMarker(line)
        guard rest.count < line.count, let att = AttMark.length(in: rest) else { return false }
        return withoutMarks(rest.dropFirst(att)).isEmpty
    }

    static func isItem(_ line: ArraySlice<UInt8>) -> Bool { withoutMarker(line).count < line.count }

    private static func withoutMarker(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = line.prefix { $0.isDigit }
        if !digits.isEmpty, let mark = line.dropFirst(digits.count).first, ".)".utf8.contains(mark) {
            return line.dropFirst(digits.count + 1).trimmed
        }
        guard let first = line.first, "-+*".utf8.contains(first), line.dropFirst().first == 0x20 else { return line }
        return line.dropFirst().trimmed
    }

    private static func withoutMarks(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.trimmed
        while let first = text.first, "\"'*_-[(".utf8.contains(first) || text.starts(with: "–".utf8) {
            text = text.dropFirst("\"'*_-[(".utf8.contains(first) ? 1 : "–".utf8.count).trimmed
        }
        while let last = text.last, "\"'*_,;])".utf8.contains(last) { text = text.dropLast().trimmed }
        return text
    }

    /// "…", "...", "… .", and as many as there are.
    private static func isEllipsis(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        var isFound = false
        while !rest.isEmpty {
            if rest.starts(with: ellipsis) {
                rest = rest.dropFirst(3)
                isFound = true
            } else if rest.starts(with: "...".utf8) {
                rest = rest.dropFirst(3)
                isFound = true
            } else if rest.first == UInt8(ascii: ".") || rest.first == 0x20 {
                rest = rest.dropFirst()
            } else {
                return false
            }
        }
        return isFound
    }
}
