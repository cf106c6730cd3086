/// A piece of an address: lower-case ASCII letters, digits and single dashes (FORMAT §9). Never empty.
public struct Slug: Hashable, Sendable {
    public let text: String

    /// A text that is known to be one.
    public init(text: String) { self.text = text }
}

extension Slug {
    /// å ä ö é ü become a a o e u; upper case becomes lower; every other run becomes one dash.
    /// `nil` when nothing is left.
    public init?(_ written: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(written.utf8.count)
        for scalar in written.unicodeScalars {
            let before = bytes.count
            scalar.appendFolded(to: &bytes)
            if bytes.count == before && !scalar.isCombiningMark && bytes.last != UInt8(ascii: "-") && !bytes.isEmpty {
                bytes.append(UInt8(ascii: "-"))
            }
        }
        if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
        guard !bytes.isEmpty else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
    }
}

extension Slug: Comparable, CustomStringConvertible {
    public static func < (left: Slug, right: Slug) -> Bool { left.text < right.text }
    public var description: String { text }
}

extension Unicode.Scalar {
    /// Combining diacritical marks: file names from some systems spell "å" as a and a ring.
    var isCombiningMark: Bool { (0x300...0x36F).contains(value) }

    /// The letter or digit in lower case without its diacritics; nothing for anything else.
    func appendFolded(to bytes: inout [UInt8]) {
        switch value {
        case 0x30...0x39, 0x61...0x7A: bytes.append(UInt8(value))
        case 0x41...0x5A: bytes.append(UInt8(value) | 0x20)
        default:
            guard let letters = foldedLetters else { return }
            bytes.append(letters.first)
            if let second = letters.second { bytes.append(second) }
        }
    }

    /// The letters that stand for one beyond ASCII; nil for what is no letter, or one without any.
    var foldedLetters: (first: UInt8, second: UInt8?)? {
        switch value {
        case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: (UInt8(ascii: "a"), nil)
        case 0xC6, 0xE6: (UInt8(ascii: "a"), UInt8(ascii: "e"))
        case 0xC7, 0xE7, 0x106...0x10D: (UInt8(ascii: "c"), nil)
        case 0x10E...0x111, 0xD0, 0xF0: (UInt8(ascii: "d"), nil)
        case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: (UInt8(ascii: "e"), nil)
        case 0x11C...0x123: (UInt8(ascii: "g"), nil)
        case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: (UInt8(ascii: "i"), nil)
        case 0x139...0x142: (UInt8(ascii: "l"), nil)
        case 0xD1, 0xF1, 0x143...0x148: (UInt8(ascii: "n"), nil)
        case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: (UInt8(ascii: "o"), nil)
        case 0x154...0x159: (UInt8(ascii: "r"), nil)
        case 0x15A...0x161: (UInt8(ascii: "s"), nil)
        case 0xDF: (UInt8(ascii: "s"), UInt8(ascii: "s"))
        case 0x162...0x167: (UInt8(ascii: "t"), nil)
        case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: (UInt8(ascii: "u"), nil)
        case 0xDD, 0xFD, 0xFF: (UInt8(ascii: "y"), nil)
        case 0x179...0x17E: (UInt8(ascii: "z"), nil)
        case 0xDE, 0xFE: (UInt8(ascii: "t"), UInt8(ascii: "h"))
        default: nil
        }
    }
}
