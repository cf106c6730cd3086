/// Reads a text's bytes sign by sign, as its reader sees it.
struct SignReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let form: TextForm
}

extension SignReader {
    /// The next sign that is seen, and the index after it.
    @inline(__always)
    func sign(at start: Int) -> (sign: Sign, end: Int) {
        guard start < bytes.count else { return (.end, start) }
        let byte = bytes[start]
        if byte.isDigit { return (.digit(UInt64(byte - 0x30)), start + 1) }
        return rareSign(at: start)
    }

    private func rareSign(at start: Int) -> (sign: Sign, end: Int) {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if let after = unseen(at: index) {
                index = after
                continue
            }
            if byte == UInt8(ascii: "&"), form != .plain, let entity = entity(at: index) {
                if Sign.isUnseen(scalar: entity.scalar) {
                    index = entity.end
                    continue
                }
                return (Sign(scalar: entity.scalar), entity.end)
            }
            if byte == UInt8(ascii: "<"), form == .html { return tag(at: index) }
            if byte == UInt8(ascii: "%"), form != .plain, let scalar = escaped(at: index) {
                return (Sign(scalar: scalar), index + 3)
            }
            if byte < 0x80 { return (Sign(scalar: UInt32(byte)), index + 1) }
            let (scalar, end) = scalar(at: index)
            if Sign.isUnseen(scalar: scalar) {
                index = end
                continue
            }
            return (Sign(scalar: scalar), end)
        }
        return (.end, index)
    }

    /// The index after what stands in the text and not on the page; nil for what is seen.
    private func unseen(at index: Int) -> Int? {
        let byte = bytes[index]
        if form == .markdown, isEmphasis(at: index) { return index + 1 }
        guard byte == UInt8(ascii: "<"), form != .plain else { return nil }
        if starts(with: "<!--", at: index) { return end(of: "-->", from: index + 4) }
        guard form == .html else { return nil }
        let (name, end) = tagName(at: index)
        return name.map { SignReader.inlineTags.contains($0) } == true ? end : nil
    }

    /// A mark of emphasis, or a backslash. Between two digits a low line is a sign like any other.
    private func isEmphasis(at index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "\\"): true
        case UInt8(ascii: "_"):
            !(index > 0 && index + 1 < bytes.count && bytes[index - 1].isDigit && bytes[index + 1].isDigit)
        default: false
        }
    }

    /// A tag that parts what it stands between; a `<` that begins none is a sign.
    private func tag(at index: Int) -> (sign: Sign, end: Int) {
        let (name, end) = tagName(at: index)
        guard let name else { return (.other, index + 1) }
        return (name == "br" ? .lineEnd : .other, end)
    }

    /// The name of a tag in small letters, and the index after its end.
    private func tagName(at index: Int) -> (name: String?, end: Int) {
        var place = index + 1
        if place < bytes.count, bytes[place] == UInt8(ascii: "/") { place += 1 }
        let first = place
        while place < bytes.count, bytes[place].isASCIILetter || bytes[place].isDigit { place += 1 }
        guard place > first, place - first <= 12 else { return (nil, index + 1) }
        let name = String(decoding: bytes[first..<place].lazy.map { $0 | 0x20 }, as: UTF8.self)
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
        return (name, min(place + 1, bytes.count))
    }

    private static let inlineTags: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
        "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "time", "tspan", "u", "var", "wbr",
    ]

    func starts(with text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { text in
            index + text.count <= bytes.count && bytes[index..<(index + text.count)].elementsEqual(text)
        }
    }

    private func end(of text: StaticString, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if starts(with: text, at: index) { return index + text.utf8CodeUnitCount }
            index += 1
        }
        return bytes.count
    }
}

extension SignReader {
    /// A space, a dash or a plus as an address has them: `%20`, `%2D`, `%2B`.
    private func escaped(at index: Int) -> UInt32? {
        guard index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "2") else { return nil }
        switch bytes[index + 2] | 0x20 {
        case UInt8(ascii: "0") | 0x20: return 0x20
        case UInt8(ascii: "d"): return 0x2D
        case UInt8(ascii: "b"): return 0x2B
        default: return nil
        }
    }

    /// `&#45;`, `&#x2d;`, `&nbsp;`, with the index after it; nil for an `&` that begins none.
    private func entity(at index: Int) -> (scalar: UInt32, end: Int)? {
        var end = index + 1
        while end < bytes.count, end - index < 34, bytes[end] != UInt8(ascii: ";") { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";"), end > index + 1 else { return nil }
        let name = bytes[(index + 1)..<end]
        guard name.first == UInt8(ascii: "#") else {
            let named = SignReader.named[String(decoding: name, as: UTF8.self)]
            return named.map { ($0, end + 1) } ?? (UInt32(UInt8(ascii: "&")), end + 1)
        }
        let text = String(decoding: name.dropFirst(), as: UTF8.self)
        let scalar =
            text.first == "x" || text.first == "X" ? UInt32(text.dropFirst(), radix: 16) : UInt32(text, radix: 10)
        return scalar.map { ($0, end + 1) }
    }

    private static let named: [String: UInt32] = [
        "nbsp": 0xA0, "NonBreakingSpace": 0xA0, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "hairsp": 0x200A,
        "numsp": 0x2007, "puncsp": 0x2008, "ThinSpace": 0x2009, "MediumSpace": 0x205F, "Tab": 0x09, "NewLine": 0x0A,
        "minus": 0x2212, "ndash": 0x2013, "mdash": 0x2014, "hyphen": 0x2010, "dash": 0x2010, "horbar": 0x2015,
        "plus": 0x2B, "lowbar": 0x5F, "shy": 0xAD, "zwj": 0x200D, "zwnj": 0x200C, "NoBreak": 0x2060,
        "ZeroWidthSpace": 0x200B, "lrm": 0x200E, "rlm": 0x200F, "sol": 0x2F, "period": 0x2E, "colon": 0x3A,
    ]

    /// The scalar that some bytes beyond ASCII write; bytes that are no UTF-8 are signs of their own.
    private func scalar(at index: Int) -> (scalar: UInt32, end: Int) {
        let first = bytes[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        guard length > 1, index + length <= bytes.count else { return (0xFFFD, index + 1) }
        var scalar = UInt32(first) & (0xFF >> (UInt32(length) + 1))
        for place in (index + 1)..<(index + length) {
            guard bytes[place] & 0xC0 == 0x80 else { return (0xFFFD, index + 1) }
            scalar = scalar << 6 | UInt32(bytes[place] & 0x3F)
        }
        return (scalar, index + length)
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
