import Meetings

/// The words of some HTML, whatever markup they stand in (docs/record-format.md): tags and comments fall, an image is its
/// alternative text, a `data` element its value, and white space is one space.
public struct CanonicalText: Hashable, Sendable {
    public let text: String

    public init(html: some Collection<UInt8>) { self.init(Array(html)) }

    /// With the words that a `data` element shows instead of its value.
    public init(shownIn html: some Collection<UInt8>) { self.init(Array(html), showsData: true) }

    /// What a page makes of a text: only its links and images are still to be filled in.
    public init(_ prose: Prose) {
        var html: [UInt8] = []
        var position = 0
        for link in prose.links {
            html += prose.html[position..<link.slot.lowerBound]
            switch link.target {
            case .file: break
            case .image(_, let alternative):
                for byte in alternative.utf8 {
                    switch byte {
                    case UInt8(ascii: "&"): html += "&amp;".utf8
                    case UInt8(ascii: "<"): html += "&lt;".utf8
                    default: html.append(byte)
                    }
                }
            case .attachment, .matter, .paragraph, .note: html += prose.html[link.slot]
            }
            position = link.slot.upperBound
        }
        self.init(html + prose.html[position...])
    }

    /// Plain words, such as a title.
    public init(plain text: String) { self.text = CanonicalText.collapsed(Array(text.utf8)) }

    /// Several parts with a space between, empty ones left out.
    public init(joining parts: [CanonicalText]) {
        text = parts.lazy.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    }

    public var digest: Digest { Digest(of: text) }
    public var isEmpty: Bool { text.isEmpty }
}

extension CanonicalText {
    private init(_ html: [UInt8], showsData: Bool = false) {
        var words: [UInt8] = []
        words.reserveCapacity(html.count)
        var index = 0
        var isInData = false
        while index < html.count {
            let byte = html[index]
            if byte == UInt8(ascii: "<") {
                let end = CanonicalText.end(ofTagAt: index, in: html)
                let tag = html[index..<end]
                if tag.starts(with: "<img ".utf8) {
                    words += CanonicalText.decoded(CanonicalText.attribute(" alt=\"", of: tag))
                } else if !showsData, tag.starts(with: "<data ".utf8) {
                    words += CanonicalText.decoded(CanonicalText.attribute(" value=\"", of: tag))
                    isInData = true
                } else if tag.starts(with: "</data".utf8) {
                    isInData = false
                }
                index = end
            } else {
                let end = html[index...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
                if !isInData { words += CanonicalText.decoded(html[index..<end]) }
                index = end
            }
        }
        text = CanonicalText.collapsed(words)
    }

    /// After the `>` of a tag, or the `-->` of a comment; a `>` in a quoted attribute ends nothing.
    private static func end(ofTagAt start: Int, in html: [UInt8]) -> Int {
        if html[start...].starts(with: "<!--".utf8) {
            var index = start + 4
            while index < html.count {
                if html[index] == UInt8(ascii: ">"), html[index - 1] == 0x2D, html[index - 2] == 0x2D {
                    return index + 1
                }
                index += 1
            }
            return html.count
        }
        var quote: UInt8?
        for index in start..<html.count {
            let byte = html[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            }
        }
        return html.count
    }

    private static func attribute(_ name: StaticString, of tag: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let name = name.withUTF8Buffer { Array($0) }
        for index in tag.indices where tag[index...].starts(with: name) {
            let start = index + name.count
            return tag[start..<(tag[start...].firstIndex(of: UInt8(ascii: "\"")) ?? tag.endIndex)]
        }
        return []
    }

    /// The five named entities and the numbered ones; anything else stands as it is.
    private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
        var plain: [UInt8] = []
        var rest = text
        while let byte = rest.first {
            guard byte == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let character = character(named: String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self))
            else {
                plain.append(byte)
                rest = rest.dropFirst()
                continue
            }
            plain += String(character).utf8
            rest = rest[(end + 1)...]
        }
        return plain
    }

    private static func character(named name: String) -> Character? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return "\u{A0}"
        default:
            guard name.first == "#" else { return nil }
            let digits = name.dropFirst()
            let isHexadecimal = digits.first == "x" || digits.first == "X"
            let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return code.flatMap { Unicode.Scalar($0) }.map { Character($0) }
        }
    }

    /// Runs of space, tab, line feed, form feed and carriage return as one space, and none at the ends.
    private static func collapsed(_ words: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(words.count)
        var isPending = false
        for byte in words {
            if byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B {
                isPending = !text.isEmpty
            } else {
                if isPending { text.append(0x20) }
                isPending = false
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
