/// How bytes and words are written in a mail: quoted-printable and base64 (RFC 2045), encoded words (RFC 2047).
enum MailText {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Lines of at most 76 signs that end with CRLF. `text` has single line feeds.
    static func quotedPrintable(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var width = 0
        for (index, byte) in text.enumerated() {
            if byte == UInt8(ascii: "\n") {
                out += "\r\n".utf8
                width = 0
                continue
            }
            let next = index + 1 < text.count ? text[index + 1] : UInt8(ascii: "\n")
            let isSpace = byte == 0x20 || byte == 0x09
            // A space at the end of a line is lost, a full stop at its beginning means something to old servers, and a
            // line that begins with "From " is changed on its way.
            let isPlain =
                (byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=")) && !(byte == UInt8(ascii: ".") && width == 0)
                && !(width == 0 && text[index...].starts(with: "From ".utf8)) || isSpace && next != UInt8(ascii: "\n")
            let size = isPlain ? 1 : 3
            if width + size > 75 {
                out += "=\r\n".utf8
                width = 0
            }
            if isPlain {
                out.append(byte)
            } else {
                out += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
            width += size
        }
        return out
    }

    /// Lines of 76 signs.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count / 3 * 4 + bytes.count / 28)
        for start in stride(from: 0, to: bytes.count, by: 57) {
            out += base64(line: bytes[start..<min(start + 57, bytes.count)])
            out += "\r\n".utf8
        }
        return out
    }

    private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func base64(line bytes: some Collection<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = rest.prefix(3)
            rest = rest.dropFirst(3)
            let word = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - part.count))
            for place in 0..<4 {
                out.append(place <= part.count ? signs[Int(word >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
            }
        }
        return out
    }

    /// `name: value`, folded; a value beyond ASCII as encoded words of at most 75 signs, none with half a letter in it.
    static func field(_ name: String, _ value: String) -> [UInt8] {
        let line = "\(name): "
        let plain = clean(value)
        if plain.utf8.allSatisfy({ $0 < 0x80 }), line.utf8.count + plain.utf8.count <= 76, !plain.contains("=?") {
            return Array((line + plain + "\r\n").utf8)
        }
        return Array((line + encodedWords(plain).joined(separator: "\r\n ") + "\r\n").utf8)
    }

    /// Mailboxes, one a line.
    static func field(_ name: String, _ mailboxes: [(name: String, address: String)]) -> [UInt8] {
        let written = mailboxes.map { mailbox in
            mailbox.name.isEmpty ? mailbox.address : phrase(mailbox.name) + "<\(mailbox.address)>"
        }
        return Array("\(name): \(written.joined(separator: ",\r\n "))\r\n".utf8)
    }

    /// A name before an address, with the space after it: as it is, in quotes, or encoded.
    private static func phrase(_ name: String) -> String {
        let plain = clean(name)
        guard plain.utf8.allSatisfy({ $0 < 0x80 }), plain.utf8.count <= 60, !plain.contains("=?") else {
            return encodedWords(plain).joined(separator: "\r\n ") + "\r\n "
        }
        let isAtoms = plain.utf8.allSatisfy { byte in
            byte == 0x20 || byte == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
        }
        if isAtoms { return plain + " " }
        return "\"" + plain.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\" "
    }

    private static func encodedWords(_ text: String) -> [String] {
        var words: [String] = []
        var part: [UInt8] = []
        func end() {
            if !part.isEmpty { words.append("=?UTF-8?B?\(String(decoding: base64(line: part), as: UTF8.self))?=") }
            part = []
        }
        for character in text {
            // 45 bytes are 60 signs, and the first word shares its line with the field's name.
            let most = words.isEmpty ? 33 : 45
            if part.count + character.utf8.count > most { end() }
            if character.utf8.count > 45 {
                for scalar in character.unicodeScalars {
                    if part.count + 4 > 45 { end() }
                    part += String(Character(scalar)).utf8
                }
            } else {
                part += character.utf8
            }
        }
        end()
        return words
    }

    /// Nothing that could end a field and begin another.
    private static func clean(_ value: String) -> String {
        String(String.UnicodeScalarView(value.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
            .replacing("\u{A0}", with: " ")
    }
}
