extension FrontMatter {
    /// Reads the part of YAML that nearly every front matter keeps to: `key: text`, `key: [text, text]`, and `key:`
    /// followed by `- text` lines, all of them plain. Nil when there is anything else in it.
    init?(plain bytes: ArraySlice<UInt8>, firstLine: Int) {
        var reader = PlainReader(bytes: bytes, position: bytes.startIndex, line: firstLine)
        while !reader.isAtEnd {
            guard reader.skipsOrReads(into: &entries) else { return nil }
        }
    }
}

private struct PlainReader {
    let bytes: ArraySlice<UInt8>
    var position: Int
    var line: Int

    var isAtEnd: Bool { position >= bytes.endIndex }

    private func lineEnd(from start: Int) -> Int {
        bytes.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? bytes.endIndex
    }

    private mutating func advance(past end: Int) {
        position = min(end + 1, bytes.endIndex)
        line += 1
    }

    /// One line, or a key with its list; false when it is not plain.
    mutating func skipsOrReads(into entries: inout [FrontMatter.Entry]) -> Bool {
        let start = position
        let end = lineEnd(from: start)
        if start == end || bytes[start] == UInt8(ascii: "#") {
            guard !hasOddCharacter(from: start, to: end) else { return false }
            advance(past: end)
            return true
        }
        guard let colon = keyEnd(from: start, to: end) else { return false }
        // YAML takes no longer key than 1024 characters.
        guard colon - start <= 1024, !hasOddCharacter(from: start, to: colon) else { return false }
        let key = String(decoding: bytes[start..<colon], as: UTF8.self)
        let keyLine = line
        var valueStart = colon + 1
        while valueStart < end, bytes[valueStart] == 0x20 { valueStart += 1 }
        guard valueStart == end || valueStart > colon + 1 else { return false }
        let valueEnd = trimmedEnd(from: valueStart, to: end)
        let column = characters(from: start, to: valueStart) + 1
        let content: FrontMatter.Content
        if valueStart == valueEnd {
            advance(past: end)
            guard let (items, indentation) = blockList() else { return false }
            if let first = items.first {
                entries.append(entry(key, keyLine, .list(items), first.line, indentation + 1))
            } else {
                entries.append(entry(key, keyLine, .text(""), keyLine, characters(from: start, to: colon) + 2))
            }
            return true
        } else if bytes[valueStart] == UInt8(ascii: "[") {
            guard let items = flowList(from: valueStart, to: valueEnd, lineStart: start) else { return false }
            content = .list(items)
        } else {
            guard isPlain(from: valueStart, to: valueEnd) else { return false }
            content = .text(String(decoding: bytes[valueStart..<valueEnd], as: UTF8.self))
        }
        advance(past: end)
        // An indented line would belong to the value.
        guard isAtEnd || bytes[position] != 0x20 else { return false }
        entries.append(entry(key, keyLine, content, keyLine, column))
        return true
    }

    private func entry(
        _ key: String, _ keyLine: Int, _ content: FrontMatter.Content, _ line: Int, _ column: Int
    ) -> FrontMatter.Entry {
        let value = FrontMatter.Value(content: content, line: line, column: column)
        return FrontMatter.Entry(key: key, line: keyLine, column: 1, value: value)
    }

    /// The colon after a key of letters, digits, dashes and underscores.
    private func keyEnd(from start: Int, to end: Int) -> Int? {
        guard bytes[start].isASCIILetter || bytes[start] >= 0xC3 else { return nil }
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: ":") { return index }
            guard byte.isASCIILetter || byte.isDigit || byte >= 0x80 || byte == 0x2D || byte == 0x5F else { return nil }
            index += 1
        }
        return nil
    }

    /// Text that YAML reads as it stands: begins with a letter or a digit, has no `: ` and no tab. A # in it is text.
    private func isPlain(from start: Int, to end: Int) -> Bool {
        guard start < end, bytes[start].isASCIILetter || bytes[start].isDigit || bytes[start] >= 0xC3 else {
            return false
        }
        guard !hasOddCharacter(from: start, to: end) else { return false }
        var previous: UInt8 = 0
        for byte in bytes[start..<end] {
            if previous == UInt8(ascii: ":") && byte == 0x20 { return false }
            previous = byte
        }
        return previous != UInt8(ascii: ":")
    }

    /// Control characters, U+0080–009F, U+2028/9, U+FEFF and its neighbours: they have meanings of their own in YAML.
    private func hasOddCharacter(from start: Int, to end: Int) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes[start..<end] {
            if byte < 0x20 || byte == 0x7F || byte == 0xEF { return true }
            if previous == 0xC2 && byte < 0xA0 { return true }
            if previous == 0xE2 && byte == 0x80 && hasLineSeparator(from: start, to: end) { return true }
            previous = byte
        }
        return false
    }

    private func hasLineSeparator(from start: Int, to end: Int) -> Bool {
        guard end - start >= 3 else { return false }
        for index in start..<(end - 2) where bytes[index] == 0xE2 && bytes[index + 1] == 0x80 {
            if bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 { return true }
        }
        return false
    }

    private func flowList(from start: Int, to end: Int, lineStart: Int) -> [FrontMatter.Value]? {
        guard end - start >= 2, bytes[end - 1] == UInt8(ascii: "]") else { return nil }
        var items: [FrontMatter.Value] = []
        var itemStart = start + 1
        while itemStart < end {
            let itemEnd = bytes[itemStart..<(end - 1)].firstIndex(of: UInt8(ascii: ",")) ?? end - 1
            var first = itemStart
            while first < itemEnd, bytes[first] == 0x20 { first += 1 }
            let last = trimmedEnd(from: first, to: itemEnd)
            if first == last && items.isEmpty && itemEnd == end - 1 { return [] }
            guard isPlain(from: first, to: last),
                !bytes[first..<last].contains(where: { "[]{}:".utf8.contains($0) })
            else { return nil }
            let text = String(decoding: bytes[first..<last], as: UTF8.self)
            let column = characters(from: lineStart, to: first) + 1
            items.append(FrontMatter.Value(content: .text(text), line: line, column: column))
            itemStart = itemEnd + 1
        }
        return items
    }

    /// The `- text` lines from here on, all with the same indentation; empty when the next line is a key.
    private mutating func blockList() -> (items: [FrontMatter.Value], indentation: Int)? {
        var items: [FrontMatter.Value] = []
        var indentation: Int?
        while !isAtEnd {
            let start = position
            let end = lineEnd(from: start)
            var first = start
            while first < end, bytes[first] == 0x20 { first += 1 }
            guard first < end, bytes[first] == UInt8(ascii: "-") else {
                // A comment, an empty or an indented line in or after the list is for Yams to weigh.
                let isKey = first == start && start < end && bytes[start] != UInt8(ascii: "#")
                return isKey ? (items, indentation ?? 0) : nil
            }
            guard indentation == nil || indentation == first - start else { return nil }
            indentation = first - start
            var itemStart = first + 1
            while itemStart < end, bytes[itemStart] == 0x20 { itemStart += 1 }
            let itemEnd = trimmedEnd(from: itemStart, to: end)
            guard itemStart > first + 1, isPlain(from: itemStart, to: itemEnd) else { return nil }
            let text = String(decoding: bytes[itemStart..<itemEnd], as: UTF8.self)
            let column = characters(from: start, to: itemStart) + 1
            items.append(FrontMatter.Value(content: .text(text), line: line, column: column))
            advance(past: end)
        }
        return (items, indentation ?? 0)
    }

    private func trimmedEnd(from start: Int, to end: Int) -> Int {
        var last = end
        while last > start, bytes[last - 1] == 0x20 { last -= 1 }
        return last
    }

    private func characters(from start: Int, to end: Int) -> Int {
        bytes[start..<end].reduce(into: 0) { count, byte in
            if byte & 0xC0 != 0x80 { count += 1 }
        }
    }
}
