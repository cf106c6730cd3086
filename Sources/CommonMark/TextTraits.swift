import System

/// What one quick look over the bytes tells before anything is parsed.
struct TextTraits {
    let hasNUL: Bool
    /// False where no line can be a table's delimiter row, so that most texts never pay for tables: nowhere a pipe, and
    /// nowhere a hyphen and a colon side by side.
    let mayHaveTables: Bool
    /// False where no bare address can stand: nowhere `://`, `www.` or `@`.
    let mayHaveAddresses: Bool
    /// False where no note can be referred to: nowhere `[^`.
    let mayHaveNotes: Bool
    /// Where the text starts: after a byte order mark.
    let start: Int
}

extension TextTraits {
    init(of text: UnsafeBufferPointer<UInt8>) {
        hasNUL = Self.next(0, in: text, from: 0) != nil
        mayHaveTables =
            Self.next(UInt8(ascii: "|"), in: text, from: 0) != nil || Self.hasMarkedHyphen(text)
        mayHaveAddresses = Self.hasAddressMark(text)
        mayHaveNotes = Self.hasNoteMark(text)
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

    static func hasAddressMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        next(UInt8(ascii: "@"), in: text, from: 0) != nil || has("://", in: text) || has("ww.", in: text)
    }

    static func hasNoteMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool { has("[^", in: text) }

    private static func has(_ word: StaticString, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while let found = next(word.utf8Start.pointee, in: text, from: index) {
            let rest = text[found...]
            if word.withUTF8Buffer({ rest.starts(with: $0) }) { return true }
            index = found + 1
        }
        return false
    }

    private static func next(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int)
        -> Int?
    {
        text.baseAddress.flatMap { Memory.place(of: byte, in: $0, from: start, to: text.count) }
    }
}
