/// A block of HTML in the text, to be shown as text: comments `<!-- … -->` are left out, an unclosed one is kept.
struct RawHTML {
    /// What is left, without space and line breaks around it; empty where the block was comments alone.
    private(set) var text: [UInt8] = []
    /// How many lines the block has.
    private(set) var lines = 0
}

extension RawHTML {
    /// Reads a C string.
    init(_ literal: UnsafePointer<UInt8>) {
        var length = 0
        while literal[length] != 0 {
            if literal[length] == UInt8(ascii: "\n") { lines += 1 }
            length += 1
        }
        let bytes = UnsafeBufferPointer(start: literal, count: length)
        var index = 0
        // Past the last `-->` no comment is closed, so that many openings cost no more than one.
        let lastClose = Self.lastClose(in: bytes)
        while index < length {
            if index < lastClose, Self.starts("<!--", at: index, in: bytes) {
                index += 4
                while !Self.starts("-->", at: index, in: bytes), index < lastClose { index += 1 }
                index += 3
            } else {
                if !text.isEmpty || !Self.isSpace(bytes[index]) { text.append(bytes[index]) }
                index += 1
            }
        }
        while let last = text.last, Self.isSpace(last) { text.removeLast() }
    }

    /// True for an inline comment, as libcmark's literal of inline HTML has it.
    static func isComment(_ literal: UnsafePointer<UInt8>) -> Bool {
        literal[0] == UInt8(ascii: "<") && literal[1] == UInt8(ascii: "!") && literal[2] == UInt8(ascii: "-")
            && literal[3] == UInt8(ascii: "-")
    }

    private static func lastClose(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = bytes.count - 3
        while index >= 0, !starts("-->", at: index, in: bytes) { index -= 1 }
        return index
    }

    private static func starts(_ word: StaticString, at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[index + offset] != word.utf8Start[offset] { return false }
        return true
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }
}
