/// Appends CSV (RFC 4180), UTF-8 without a BOM, lines ended by CRLF.
struct CSVWriter {
    private var isFirst = true
}

extension CSVWriter {
    /// A field; in quotation marks where it needs them. A text that a spreadsheet would take for a formula (it begins with
    /// `=`, `+`, `-`, `@` or a tab) gets an apostrophe in front, which makes it a text again.
    mutating func text(_ text: String, _ page: inout [UInt8]) {
        separate(&page)
        var text = text
        text.withUTF8 { bytes in
            let isFormula = bytes.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false
            let needsQuotes = bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
            if needsQuotes { page.append(0x22) }
            if isFormula { page.append(UInt8(ascii: "'")) }
            var copied = 0
            for index in bytes.indices where bytes[index] == 0x22 {
                page.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...index]))
                copied = index
            }
            page.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
            if needsQuotes { page.append(0x22) }
        }
    }

    mutating func number(_ number: Int, _ page: inout [UInt8]) {
        separate(&page)
        page += String(number).utf8
    }

    mutating func empty(_ page: inout [UInt8]) { separate(&page) }

    mutating func endLine(_ page: inout [UInt8]) {
        page += "\r\n".utf8
        isFirst = true
    }

    private mutating func separate(_ page: inout [UInt8]) {
        if !isFirst { page.append(UInt8(ascii: ",")) }
        isFirst = false
    }
}
