extension [UInt8] {
    /// A content line of iCalendar (RFC 5545 3.1), folded at 75 octets without cutting a character, ended by CRLF.
    mutating func appendCalendarLine(_ name: String, _ value: String) {
        var room = 75
        for part in [name, ":", value] {
            for byte in part.utf8 {
                // What no line may hold: an escaped line break is a backslash and an n by now.
                if byte < 0x20 && byte != 0x09 || byte == 0x7F { continue }
                if byte.lengthOfCharacter > room {
                    self += "\r\n ".utf8
                    room = 74
                }
                append(byte)
                room -= 1
            }
        }
        self += "\r\n".utf8
    }
}

extension UInt8 {
    /// Of the character in UTF-8 that begins with it; 1 for a byte within one, which has its room already.
    fileprivate var lengthOfCharacter: Int {
        switch self {
        case 0xC0...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...: 4
        default: 1
        }
    }
}

extension String {
    /// Escaped as a TEXT value (RFC 5545 3.3.11).
    var calendarText: String {
        var text: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): text += [UInt8(ascii: "\\"), byte]
            case 0x0A: text += "\\n".utf8
            default: text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
