import System

/// How bytes are written so that they are text in HTML, or an address in an attribute. The rules are libcmark's own.
///
/// Each rule is a set of bytes held in one or two words, one bit a byte; runs outside the set are copied whole.
extension ByteBuffer {
    /// NUL (the end of a C string), `"`, `&`, `<` and `>`.
    private static var special: UInt64 { 1 | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E }
    /// What an address keeps as it is: letters, digits and `!#$%()*+,-./:;=?@_~`.
    private static var addressLow: UInt64 { 0xAFFF_FF3A_0000_0000 }
    private static var addressHigh: UInt64 { 0x47FF_FFFE_87FF_FFFF }

    /// Appends a C string as HTML text and returns its length.
    @discardableResult
    mutating func appendEscaped(cString: UnsafePointer<UInt8>) -> Int {
        var next = cString
        while true {
            let run = Memory.run(UnsafeRawPointer(next).assumingMemoryBound(to: CChar.self), until: "\"&<>")
            append(next, count: run)
            next += run
            if next.pointee == 0 { return next - cString }
            appendReference(next.pointee)
            next += 1
        }
    }

    mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        var run = 0
        for index in 0..<bytes.count {
            let byte = bytes[index]
            guard byte <= 0x3E, byte != 0, Self.special >> UInt64(byte) & 1 != 0 else { continue }
            append(base + run, count: index - run)
            appendReference(byte)
            run = index + 1
        }
        append(base + run, count: bytes.count - run)
    }

    /// Appends a C string as the value of an `href` or `src`: what is no address character is percent-encoded.
    mutating func appendAddress(cString: UnsafePointer<UInt8>) {
        appendAddress(
            UnsafeBufferPointer(
                start: cString, count: Memory.length(UnsafeRawPointer(cString).assumingMemoryBound(to: CChar.self))))
    }

    mutating func appendAddress(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            let keeps = byte < 64 ? Self.addressLow >> UInt64(byte) : Self.addressHigh >> UInt64(byte & 63)
            if byte < 128, keeps & 1 != 0 {
                append(byte)
            } else if byte == UInt8(ascii: "&") {
                append("&amp;")
            } else if byte == UInt8(ascii: "'") {
                append("&#x27;")
            } else {
                append(UInt8(ascii: "%"))
                append(Self.hexadecimal(byte >> 4))
                append(Self.hexadecimal(byte & 15))
            }
        }
    }

    private mutating func appendReference(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "<"): append("&lt;")
        case UInt8(ascii: ">"): append("&gt;")
        case UInt8(ascii: "&"): append("&amp;")
        default: append("&quot;")
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}
