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

    /// A member whose text is put together from parts, which costs no text of its own.
    mutating func member(
        _ name: StaticString, joining first: String, _ second: String, and third: String = "", _ page: inout [UInt8]
    ) {
        key(name, &page)
        separate(&page)
        page.append(UInt8(ascii: "\""))
        page.appendJSONBody(first)
        page.appendJSONBody(second)
        if !third.isEmpty { page.appendJSONBody(third) }
        page.append(UInt8(ascii: "\""))
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
    /// A text in quotation marks. Runs between the bytes that need an escape are copied whole.
    mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        appendJSONBody(text)
        append(UInt8(ascii: "\""))
    }

    /// A text as it stands between quotation marks.
    mutating func appendJSONBody(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var copied = 0
            for index in bytes.indices where JSONEscape.isNeeded(for: bytes[index]) {
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
                appendEscape(of: bytes[index])
                copied = index + 1
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
        }
    }

    private mutating func appendEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): self += "\\\"".utf8
        case UInt8(ascii: "\\"): self += "\\\\".utf8
        case 0x0A: self += "\\n".utf8
        default:
            self += "\\u00".utf8
            append(Self.hexadecimal(byte >> 4))
            append(Self.hexadecimal(byte & 15))
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}

private enum JSONEscape {
    @inline(__always)
    static func isNeeded(for byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x3C || byte == 0x7F
    }
}
