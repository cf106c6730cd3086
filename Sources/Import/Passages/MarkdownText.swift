import Meetings

/// Between a document's words and Markdown.
enum MarkdownText {
    /// The words of an inline Markdown text: without emphasis, backslashes, tags and a link's address.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: isMarkup) else { return text }
        let bytes = Array(text.utf8)
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var brackets = BracketCursor(bytes)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\\") where index + 1 < bytes.count && isPunctuation(bytes[index + 1]):
                plain.append(bytes[index + 1])
                index += 1
            case UInt8(ascii: "*"):
                if isLoneStar(bytes, index) { plain.append(byte) }
            case UInt8(ascii: "_") where isEdge(bytes, index): break
            case UInt8(ascii: "`"): break
            case UInt8(ascii: "<"):
                if let end = tagEnd(bytes, index) { index = end } else { plain.append(byte) }
            case UInt8(ascii: "["):
                if let (range, end) = link(bytes, index, &brackets) {
                    plain += bytes[range]
                    index = end
                } else {
                    plain.append(byte)
                }
            default: plain.append(byte)
            }
            index += 1
        }
        return String(decoding: plain, as: UTF8.self)
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2A, 0x5F, 0x5C, 0x3C, 0x5B, 0x60: true  // * _ \ < [ `
        default: false
        }
    }

    /// A plain text's paragraph as Markdown that reads the same. Emphasis that somebody typed (`*ord*`) is kept.
    static func escaped(_ text: String) -> String { startEscaped(inlineEscaped(text)) }

    /// The same within a line.
    static func inlineEscaped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var safe: [UInt8] = []
        safe.reserveCapacity(bytes.count + 8)
        var brackets = BracketCursor(bytes)
        for (index, byte) in bytes.enumerated() {
            let isMark = byte == UInt8(ascii: "*") && isLoneStar(bytes, index)
            let isComment = byte == UInt8(ascii: "<") && bytes[index...].starts(with: "<!--".utf8)
            let isBackslash =
                byte == UInt8(ascii: "\\") && index + 1 < bytes.count && isPunctuation(bytes[index + 1])
            if isMark || isComment || isBackslash || byte == UInt8(ascii: "`") || opensLink(bytes, index, &brackets) {
                safe.append(UInt8(ascii: "\\"))
            }
            safe.append(byte)
        }
        return String(decoding: safe, as: UTF8.self)
    }

    /// A line that is a list's item or an att-sats as it stands.
    static func isListed(_ text: String) -> Bool { Bullet(text) != nil }

    /// A line's first characters, so that they begin no heading, list, quote or rule.
    static func startEscaped(_ text: String) -> String {
        guard let first = text.utf8.first else { return text }
        if "#>+-=~|".utf8.contains(first) { return "\\" + text }
        if first == UInt8(ascii: "*"), text.utf8.dropFirst().first == 0x20 { return "\\" + text }
        let digits = text.utf8.prefix { $0.isDigit }.count
        guard digits > 0, digits <= 9 else { return text }
        let mark = text.utf8.dropFirst(digits).first
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return text }
        let split = text.utf8.index(text.startIndex, offsetBy: digits)
        return String(text[..<split]) + "\\" + String(text[split...])
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isDigit || byte >= 0x80 }

    /// A star with no word on either side is a star: `(*)`.
    private static func isLoneStar(_ bytes: [UInt8], _ index: Int) -> Bool {
        var (start, end) = (index, index)
        while start > 0, bytes[start - 1] == bytes[index], index - start < 4 { start -= 1 }
        while end + 1 < bytes.count, bytes[end + 1] == bytes[index], end - index < 4 { end += 1 }
        let before = start > 0 ? bytes[start - 1] : 0x20
        let after = end + 1 < bytes.count ? bytes[end + 1] : 0x20
        let isBareBefore = before == 0x20 || before == UInt8(ascii: "(") || before == 0x09
        let isBareAfter = after == 0x20 || after == UInt8(ascii: ")") || after == 0x09
        return isBareBefore && isBareAfter
    }

    private static func isEdge(_ bytes: [UInt8], _ index: Int) -> Bool {
        let before = index > 0 && isWordByte(bytes[index - 1])
        let after = index + 1 < bytes.count && isWordByte(bytes[index + 1])
        return before != after
    }

    /// The index of the `>` of a tag such as `<i>`, `</span>` or `<br />`.
    private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start + 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
        guard index < bytes.count, bytes[index].isASCIILetter else { return nil }
        let limit = min(bytes.count, start + 200)
        while index < limit {
            if bytes[index] == UInt8(ascii: ">") { return index }
            if bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "@") { return nil }
            index += 1
        }
        return nil
    }

    /// A bracket that Markdown would make a link of; `[maskat]` and `[1]` are words.
    private static func opensLink(_ bytes: [UInt8], _ start: Int, _ brackets: inout BracketCursor) -> Bool {
        guard bytes[start] == UInt8(ascii: "["), let close = brackets.close(after: start) else { return false }
        return close + 1 < bytes.count && "([:".utf8.contains(bytes[close + 1])
    }

    /// The words of `[words](address)`, and where it ends.
    private static func link(
        _ bytes: [UInt8], _ start: Int, _ brackets: inout BracketCursor
    ) -> (Range<Int>, Int)? {
        guard let close = brackets.close(after: start), close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: "(")
        else { return nil }
        let limit = min(bytes.count, close + 400)
        guard close + 2 <= limit, let end = bytes[(close + 2)..<limit].firstIndex(of: UInt8(ascii: ")")) else {
            return nil
        }
        return ((start + 1)..<close, end)
    }
}

/// Where the next `]` stands. Asked from left to right, it walks over the text once.
private struct BracketCursor {
    private let bytes: [UInt8]
    private var next = -1

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func close(after index: Int) -> Int? {
        if next <= index {
            next = index + 1
            while next < bytes.count, bytes[next] != UInt8(ascii: "]") { next += 1 }
        }
        return next < bytes.count ? next : nil
    }
}
