import Glibc

/// What one quick look over the bytes tells before anything is parsed.
struct TextTraits {
    let hasNUL: Bool
    /// False where no line can be a table's delimiter row, so that most texts never pay for tables: nowhere a pipe, and
    /// nowhere a hyphen and a colon side by side.
    let mayHaveTables: Bool
    /// Where the text starts: after a byte order mark.
    let start: Int
}

extension TextTraits {
    init(of text: UnsafeBufferPointer<UInt8>) {
        hasNUL = Self.next(0, in: text, from: 0) != nil
        mayHaveTables =
            Self.next(UInt8(ascii: "|"), in: text, from: 0) != nil || Self.hasMarkedHyphen(text)
        start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// A colon with a hyphen on either side.
    private static func hasMarkedHyphen(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        var index = 0
        while let colon = next(UInt8(ascii: ":"), in: text, from: index) {
            if colon > 0, text[colon - 1] == hyphen { return true }
            if colon + 1 < text.count, text[colon + 1] == hyphen { return true }
            index = colon + 1
        }
        return false
    }

    private static func next(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int)
        -> Int?
    {
        guard start < text.count, let base = text.baseAddress,
            let found = memchr(base + start, Int32(byte), text.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
