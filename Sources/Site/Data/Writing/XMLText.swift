extension [UInt8] {
    /// `<name>text</name>`
    mutating func appendElement(_ name: StaticString, _ text: String) {
        append(UInt8(ascii: "<"))
        name.withUTF8Buffer { self += $0 }
        append(UInt8(ascii: ">"))
        appendXML(text)
        self += "</".utf8
        name.withUTF8Buffer { self += $0 }
        self += ">\n".utf8
    }

    /// Escaped for an element or an attribute. Control characters, which XML 1.0 has no way to write, are left out.
    mutating func appendXML(_ text: String) {
        var text = text
        text.withUTF8 { appendXML($0) }
    }

    /// The same of UTF-8. Runs between what is written otherwise are copied whole.
    mutating func appendXML(_ bytes: UnsafeBufferPointer<UInt8>) {
        var copied = 0
        for index in bytes.indices where XMLEscape.mayBeNeeded(for: bytes[index]) {
            let reference: StaticString
            // How many bytes it is written for.
            var length = 1
            switch bytes[index] {
            case UInt8(ascii: "&"): reference = "&amp;"
            case UInt8(ascii: "<"): reference = "&lt;"
            case UInt8(ascii: ">"): reference = "&gt;"
            case UInt8(ascii: "\""): reference = "&quot;"
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: reference = ""
            // U+FFFE and U+FFFF, EF BF BE and EF BF BF, are no characters of XML either.
            case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
                (reference, length) = ("", 3)
            default: continue
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
            reference.withUTF8Buffer { append(contentsOf: $0) }
            copied = index + length
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
}

private enum XMLEscape {
    /// The control characters but tab, line feed and carriage return, and `" & < >`: a bit for each.
    private static var low: UInt64 { 0xFFFF_D9FF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E }

    @inline(__always)
    static func mayBeNeeded(for byte: UInt8) -> Bool {
        byte < 64 ? low & (1 << UInt64(byte)) != 0 : byte == 0xEF
    }
}
