extension [UInt8] {
    /// `<name>text</name>`
    mutating func appendElement(_ name: StaticString, _ text: String) {
        append(UInt8(ascii: "<"))
        name.withUTF8Buffer { self += $0 }
        append(UInt8(ascii: ">"))
        appendXML(text.utf8)
        self += "</".utf8
        name.withUTF8Buffer { self += $0 }
        self += ">\n".utf8
    }

    /// Escaped for an element or an attribute. Control characters, which XML 1.0 has no way to write, are left out.
    mutating func appendXML(_ text: some Sequence<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): self += "&amp;".utf8
            case UInt8(ascii: "<"): self += "&lt;".utf8
            case UInt8(ascii: ">"): self += "&gt;".utf8
            case UInt8(ascii: "\""): self += "&quot;".utf8
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: continue
            // U+FFFE and U+FFFF, EF BF BE and EF BF BF, are no characters of XML either.
            case 0xBE where suffix(2).elementsEqual([0xEF, 0xBF]), 0xBF where suffix(2).elementsEqual([0xEF, 0xBF]):
                removeLast(2)
            default: append(byte)
            }
        }
    }
}
