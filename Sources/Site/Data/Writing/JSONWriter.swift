/// Appends JSON (RFC 8259), UTF-8, on one line. `<` is escaped, so that no text ends a `<script>` element that holds it.
struct JSONWriter {
    private var needsComma = false
}

extension JSONWriter {
    mutating func object(_ page: inout [UInt8], _ members: (inout JSONWriter, inout [UInt8]) -> Void) {
        begin(&page, UInt8(ascii: "{"))
        members(&self, &page)
        end(&page, UInt8(ascii: "}"))
    }

    mutating func array(_ page: inout [UInt8], _ elements: (inout JSONWriter, inout [UInt8]) -> Void) {
        begin(&page, UInt8(ascii: "["))
        elements(&self, &page)
        end(&page, UInt8(ascii: "]"))
    }

    /// A member's name; its value comes next.
    mutating func key(_ name: StaticString, _ page: inout [UInt8]) {
        separate(&page)
        page.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { page += $0 }
        page += "\":".utf8
        needsComma = false
    }

    mutating func key(_ name: String, _ page: inout [UInt8]) {
        separate(&page)
        page.appendJSON(name)
        page.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func text(_ text: String, _ page: inout [UInt8]) {
        separate(&page)
        page.appendJSON(text)
    }

    mutating func number(_ number: Int, _ page: inout [UInt8]) {
        separate(&page)
        page += String(number).utf8
    }

    mutating func flag(_ flag: Bool, _ page: inout [UInt8]) {
        separate(&page)
        page += (flag ? "true" : "false").utf8
    }

    mutating func null(_ page: inout [UInt8]) {
        separate(&page)
        page += "null".utf8
    }

    /// A member that is a text; none where there is no text.
    mutating func member(_ name: StaticString, _ text: String?, _ page: inout [UInt8]) {
        guard let text, !text.isEmpty else { return }
        key(name, &page)
        self.text(text, &page)
    }

    mutating func member(_ name: StaticString, _ number: Int, _ page: inout [UInt8]) {
        key(name, &page)
        self.number(number, &page)
    }

    mutating func member(_ name: StaticString, _ flag: Bool, _ page: inout [UInt8]) {
        key(name, &page)
        self.flag(flag, &page)
    }

    mutating func member(_ name: StaticString, _ texts: [String], _ page: inout [UInt8]) {
        key(name, &page)
        array(&page) { json, page in
            for text in texts { json.text(text, &page) }
        }
    }

    private mutating func separate(_ page: inout [UInt8]) {
        if needsComma { page.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func begin(_ page: inout [UInt8], _ mark: UInt8) {
        separate(&page)
        page.append(mark)
        needsComma = false
    }

    private mutating func end(_ page: inout [UInt8], _ mark: UInt8) {
        page.append(mark)
        needsComma = true
    }
}

extension [UInt8] {
    /// A text in quotation marks. Nearly every text needs no escape and is copied whole.
    mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x3C && $0 != 0x7F }) {
            self += text.utf8
        } else {
            for byte in text.utf8 { appendJSON(byte) }
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendJSON(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): self += "\\\"".utf8
        case UInt8(ascii: "\\"): self += "\\\\".utf8
        case 0x0A: self += "\\n".utf8
        case 0..<0x20, UInt8(ascii: "<"), 0x7F:
            self += "\\u00".utf8
            append(Self.hexadecimal(byte >> 4))
            append(Self.hexadecimal(byte & 15))
        default: append(byte)
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}
