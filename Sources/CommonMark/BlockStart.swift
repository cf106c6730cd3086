/// Whether a line, where no paragraph is open, starts a block of its own rather than a row or a paragraph. Indented
/// code and quotes are not asked for: they show in what libcmark makes of the line.
struct BlockStart {
    /// From the first character that is no space.
    private let text: UnsafeBufferPointer<UInt8>

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }
}

extension BlockStart {
    var isBlock: Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "#"): return isHeading
        case UInt8(ascii: "`"), UInt8(ascii: "~"): return isFence
        case UInt8(ascii: "<"): return isTag
        case UInt8(ascii: "-"), UInt8(ascii: "*"): return listMarker != nil || isRule
        case UInt8(ascii: "_"): return isRule
        default: return listMarker != nil
        }
    }

    /// How many bytes a list marker at the start takes.
    var listMarker: Int? {
        guard let first = text.first else { return nil }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return isSpaceOrEnd(at: 1) && !isRule ? 1 : nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            var digits = 1
            while digits < text.count, (0x30...0x39).contains(text[digits]) { digits += 1 }
            guard digits <= 9, digits < text.count,
                text[digits] == UInt8(ascii: ".") || text[digits] == UInt8(ascii: ")"), isSpaceOrEnd(at: digits + 1)
            else { return nil }
            return digits + 1
        default: return nil
        }
    }

    private var isHeading: Bool {
        var level = 0
        while level < text.count, text[level] == UInt8(ascii: "#") { level += 1 }
        return level <= 6 && isSpaceOrEnd(at: level)
    }

    private var isFence: Bool {
        let mark = text[0]
        var length = 0
        while length < text.count, text[length] == mark { length += 1 }
        return length >= 3 && (mark == UInt8(ascii: "~") || !text[length...].contains(mark))
    }

    private var isRule: Bool {
        var marks = 0
        for byte in text {
            if byte == text[0] {
                marks += 1
            } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
                return false
            }
        }
        return marks >= 3
    }

    /// Wider than CommonMark's conditions for a block of HTML; libcmark is asked where it matters.
    private var isTag: Bool {
        guard text.count > 1 else { return false }
        switch text[1] | 0x20 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): return true
        default: return text[1] == UInt8(ascii: "!") || text[1] == UInt8(ascii: "/") || text[1] == UInt8(ascii: "?")
        }
    }

    private func isSpaceOrEnd(at index: Int) -> Bool {
        index >= text.count || text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t")
    }
}
