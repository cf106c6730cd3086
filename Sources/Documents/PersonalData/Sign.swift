/// A sign of a text as its reader sees it, as far as a personnummer is concerned.
enum Sign: Equatable {
    case digit(UInt64)
    /// In small letters.
    case letter(UInt8)
    case space
    case lineEnd
    case dash
    case plus
    /// Whatever parts two words: a sign of another kind, a cell's or a paragraph's edge.
    case other
    case end
}

extension Sign {
    var isDigit: Bool { if case .digit = self { true } else { false } }

    init(scalar: UInt32) {
        self =
            switch scalar {
            case 0x30...0x39: .digit(UInt64(scalar - 0x30))
            case 0xFF10...0xFF19: .digit(UInt64(scalar - 0xFF10))
            case 0x41...0x5A: .letter(UInt8(scalar + 0x20))
            case 0x61...0x7A: .letter(UInt8(scalar))
            case 0x0A, 0x0D, 0x2028, 0x2029, 0x85: .lineEnd
            case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
            case 0x2D, 0x2010...0x2015, 0x2043, 0x207B, 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0x5F: .dash
            case 0x2B, 0xFF0B: .plus
            default: .other
            }
    }

    /// Signs that take no room on a page: soft hyphens, joiners, marks of direction, marks upon the sign before.
    static func isUnseen(scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: true
        default: false
        }
    }
}
