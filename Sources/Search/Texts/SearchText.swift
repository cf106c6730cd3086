/// What a document says, as plain text in sections, each with its place on the page.
public struct SearchText: Sendable {
    /// How much the words of a section say of what the document is about.
    public enum Weight: Int, Sendable {
        case background = 0
        /// Names and facts of its head.
        case fact = 3
        /// What is proposed or decided.
        case clause = 4
    }

    struct Section {
        /// `att-1`; empty for the top.
        let anchor: String
        var heading: String
        let weight: Weight
        var range: Range<Int>
    }

    private(set) var bytes: [UInt8] = []
    private(set) var sections: [Section] = []
    private var headingStart: Int?

    public init() {}
}

extension SearchText {
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        sections.removeAll(keepingCapacity: true)
        headingStart = nil
    }

    /// What comes next stands here.
    public mutating func begin(_ weight: Weight = .background, anchor: String = "", heading: String = "") {
        sections.append(Section(anchor: anchor, heading: heading, weight: weight, range: bytes.count..<bytes.count))
    }

    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { appendPlain($0) }
        end()
    }

    public mutating func append(plain text: some Sequence<UInt8>) {
        let text = Array(text)
        text.withUnsafeBufferPointer { appendPlain($0) }
        end()
    }

    /// A fragment of HTML: what it says; each heading with an id begins a section.
    public mutating func append(html: [UInt8]) {
        if sections.isEmpty { begin() }
        html.withUnsafeBufferPointer { html in
            var index = 0
            while index < html.count {
                let byte = html[index]
                if byte == UInt8(ascii: "<") {
                    index = readTag(html, at: index)
                } else if byte == UInt8(ascii: "&") {
                    index = readEntity(html, at: index)
                } else {
                    let start = index
                    while index < html.count, html[index] != UInt8(ascii: "<"), html[index] != UInt8(ascii: "&") {
                        index += 1
                    }
                    appendPlain(UnsafeBufferPointer(rebasing: html[start..<index]))
                }
            }
        }
        end()
    }

    /// White space is one space, and none at a section's beginning.
    private mutating func appendPlain(_ text: UnsafeBufferPointer<UInt8>) {
        if sections.isEmpty { begin() }
        var start = 0
        var index = 0
        while index < text.count {
            // A single space between words goes by with them.
            if text[index] > 0x20
                || text[index] == 0x20 && index > start && index + 1 < text.count && text[index + 1] > 0x20
            {
                index += 1
                continue
            }
            if start < index { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index])) }
            space()
            index += 1
            start = index
        }
        if start < index { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index])) }
    }

    private mutating func space() {
        let start = headingStart ?? sections.last?.range.lowerBound ?? 0
        if bytes.count > start, bytes.last != 0x20 { bytes.append(0x20) }
    }

    /// The end of a piece: the next one begins a word of its own.
    private mutating func end() {
        space()
        guard !sections.isEmpty else { return }
        sections[sections.count - 1].range = sections[sections.count - 1].range.lowerBound..<bytes.count
    }

    /// - Returns: the place after the tag.
    private mutating func readTag(_ html: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        var index = start + 1
        let isClosing = index < html.count && html[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        let name = index
        while index < html.count, html[index] | 0x20 >= UInt8(ascii: "a"), html[index] | 0x20 <= UInt8(ascii: "z") {
            index += 1
        }
        let letters = index - name
        let first = letters > 0 ? html[name] | 0x20 : 0
        let isHeading =
            letters == 1 && first == UInt8(ascii: "h") && index < html.count
            && (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(html[index])
        var end = index
        var quote: UInt8 = 0
        while end < html.count {
            if quote != 0 {
                if html[end] == quote { quote = 0 }
            } else if html[end] == UInt8(ascii: "\"") {
                quote = html[end]
            } else if html[end] == UInt8(ascii: ">") {
                break
            }
            end += 1
        }
        if isHeading {
            if isClosing { endHeading() } else { beginHeading(id(UnsafeBufferPointer(rebasing: html[index..<end]))) }
        } else if !Self.isInline(first, letters) {
            space()
        }
        return min(end + 1, html.count)
    }

    private mutating func beginHeading(_ anchor: String) {
        end()
        begin(sections.last?.weight ?? .background, anchor: anchor)
        headingStart = bytes.count
    }

    private mutating func endHeading() {
        guard let start = headingStart else { return }
        headingStart = nil
        let text = bytes[start...].last == 0x20 ? bytes[start...].dropLast() : bytes[start...]
        sections[sections.count - 1].heading = String(decoding: text, as: UTF8.self)
        bytes.removeSubrange(start...)
    }

    private func id(_ attributes: UnsafeBufferPointer<UInt8>) -> String {
        let mark = Array(" id=\"".utf8)
        guard attributes.count > mark.count,
            let start = (0...(attributes.count - mark.count)).first(where: { start in
                mark.indices.allSatisfy { attributes[start + $0] == mark[$0] }
            })
        else { return "" }
        let value = attributes[(start + mark.count)...].prefix { $0 != UInt8(ascii: "\"") }
        return String(decoding: value, as: UTF8.self)
    }

    /// `a b i em strong code span sup sub abbr del ins`: a word may go on after them.
    private static func isInline(_ first: UInt8, _ letters: Int) -> Bool {
        switch letters {
        case 1: first == UInt8(ascii: "a") || first == UInt8(ascii: "b") || first == UInt8(ascii: "i")
        case 2: first == UInt8(ascii: "e")
        case 3: first == UInt8(ascii: "s") || first == UInt8(ascii: "d") || first == UInt8(ascii: "i")
        case 4: first == UInt8(ascii: "s") || first == UInt8(ascii: "c") || first == UInt8(ascii: "a")
        case 6: first == UInt8(ascii: "s")
        default: false
        }
    }

    private mutating func readEntity(_ html: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        var end = start + 1
        while end < html.count, end - start < 10, html[end] != UInt8(ascii: ";") { end += 1 }
        guard end < html.count, html[end] == UInt8(ascii: ";") else {
            bytes.append(UInt8(ascii: "&"))
            return start + 1
        }
        let name = String(decoding: html[(start + 1)..<end], as: UTF8.self)
        switch name {
        case "amp": bytes.append(UInt8(ascii: "&"))
        case "lt": bytes.append(UInt8(ascii: "<"))
        case "gt": bytes.append(UInt8(ascii: ">"))
        case "quot": bytes.append(UInt8(ascii: "\""))
        case "nbsp": bytes += [0xC2, 0xA0]
        default:
            let number =
                name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.drop { $0 == "#" })
            if let sign = number.flatMap({ Unicode.Scalar($0) }) { bytes += String(sign).utf8 } else { space() }
        }
        return end + 1
    }
}

// MARK: - Passages

extension SearchText {
    /// A long document is found passage by passage: runs of sections, none much longer than a file may be.
    func passages() -> [[Section]] {
        var passages: [[Section]] = []
        var size = Self.passageSize
        for section in sections where !section.range.isEmpty || !section.heading.isEmpty {
            for piece in pieces(of: section) {
                if size + piece.range.count > Self.passageSize || passages.isEmpty {
                    passages.append([])
                    size = 0
                }
                passages[passages.count - 1].append(piece)
                size += piece.range.count + 60
            }
        }
        return passages.isEmpty ? [[]] : passages
    }

    static let passageSize = 20_000

    private func pieces(of section: Section) -> [Section] {
        guard section.range.count > Self.passageSize else { return [section] }
        var pieces: [Section] = []
        var start = section.range.lowerBound
        while start < section.range.upperBound {
            var end = min(start + Self.passageSize, section.range.upperBound)
            // At a space, or else before a letter.
            if end < section.range.upperBound {
                end = bytes[start..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? end
                while end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            }
            pieces.append(
                Section(
                    anchor: section.anchor, heading: section.heading, weight: section.weight, range: start..<end))
            start = end
        }
        return pieces
    }
}
