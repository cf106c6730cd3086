/// Walks the UTF-8 of a written value from left to right; every read either succeeds and moves, or leaves the
/// position as it was.
struct TextScanner {
    let bytes: [UInt8]
    var position = 0
}

extension TextScanner {
    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position >= bytes.count }
    var isAtDigit: Bool { position < bytes.count && bytes[position].isDigit }

    func byte(at offset: Int = 0) -> UInt8? {
        let index = position + offset
        return index >= 0 && index < bytes.count ? bytes[index] : nil
    }

    @discardableResult
    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Ordinary, no-break, thin and narrow spaces, and tabs and line ends. True when there was any.
    @discardableResult
    mutating func skipSpaces() -> Bool {
        let start = position
        while let length = spaceLength(at: position) { position += length }
        return position > start
    }

    /// The length in bytes of the space at an index; `nil` when there is none.
    func spaceLength(at index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case 0x20, 0x09, 0x0A, 0x0D: return 1
        case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return 2
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
            // U+2000–200A (thin and its like) and U+202F, the narrow no-break space
            return (0x80...0x8A).contains(bytes[index + 2]) || bytes[index + 2] == 0xAF ? 3 : nil
        default: return nil
        }
    }

    /// A hyphen, a no-break hyphen, a minus or a dash of any length; "--" counts as one.
    @discardableResult
    mutating func skipDash() -> Bool {
        let start = position
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "-") {
                position += 1
            } else if position + 2 < bytes.count, bytes[position] == 0xE2,
                (bytes[position + 1] == 0x80 && (0x90...0x95).contains(bytes[position + 2]))
                    || (bytes[position + 1] == 0x88 && bytes[position + 2] == 0x92)
            {
                position += 3
            } else {
                break
            }
        }
        return position > start
    }

    /// One or more digits, at most `upTo` of them; never more than 15 so that the value fits.
    mutating func digits(upTo limit: Int = 15) -> (value: Int, count: Int)? {
        var value = 0
        let start = position
        while position < bytes.count, bytes[position].isDigit, position - start < limit {
            value = value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        return position > start ? (value, position - start) : nil
    }

    /// The letters from here on (ASCII, and every character beyond it but spaces and dashes).
    mutating func word() -> String {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte.isASCIILetter {
                position += 1
            } else if byte >= 0xC3 && byte != 0xE2 {
                position += 1
                while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
            } else {
                break
            }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// The given lower-case word, in any case, not followed by a letter or a digit.
    mutating func skipWord(_ expected: StaticString) -> Bool {
        let count = expected.utf8CodeUnitCount
        guard position + count <= bytes.count,
            bytes[position].asciiLowercased == expected.utf8Start.pointee
        else {
            return false
        }
        let matches = expected.withUTF8Buffer { letters in
            (0..<count).allSatisfy { bytes[position + $0].asciiLowercased == letters[$0] }
        }
        guard matches else { return false }
        if let next = byte(at: count), next.isASCIILetter || next.isDigit || next >= 0xC3 && next != 0xE2 {
            return false
        }
        position += count
        return true
    }
}

extension UInt8 {
    @inlinable public var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    @inlinable public var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    @inlinable public var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
