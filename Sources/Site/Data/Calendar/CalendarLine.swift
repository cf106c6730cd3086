extension [UInt8] {
    /// A content line of iCalendar (RFC 5545 3.1), folded at 75 octets without cutting a character, ended by CRLF.
    mutating func appendCalendarLine(_ name: String, _ value: String) {
        var room = 75
        for scalar in "\(name):\(value)".unicodeScalars {
            // What no line may hold: an escaped line break is a backslash and an n by now.
            if scalar.value < 0x20 && scalar.value != 0x09 || scalar.value == 0x7F { continue }
            let bytes = UTF8.width(scalar)
            if bytes > room {
                self += "\r\n ".utf8
                room = 74
            }
            self += String(scalar).utf8
            room -= bytes
        }
        self += "\r\n".utf8
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
