/// Makes the addresses of headings within a page, each from its own words and those of the headings before it.
///
/// Lower case, Latin letters without their diacritics (`å ä` → `a`, `ö` → `o`), every run of other characters as one
/// `-`. No words: `avsnitt`. A word that pages keep for themselves (`main`, `innehall`, `top`, `att-` and digits) gets
/// `-rubrik`; an anchor that is taken gets `-2`, `-3` …
struct Anchors {
    private var taken: Set<String> = []
    /// The next number to try for an anchor that came more than once.
    private var next: [String: Int] = [:]
}

extension Anchors {
    mutating func anchor(for text: String) -> String {
        if taken.isEmpty { taken.reserveCapacity(24) }
        let plain = Self.reserved(Self.slug(text))
        if taken.insert(plain).inserted { return plain }
        var number = next[plain] ?? 2
        while true {
            let candidate = Self.reserved("\(plain)-\(number)")
            number += 1
            if taken.insert(candidate).inserted {
                next[plain] = number
                return candidate
            }
        }
    }

    static func slug(_ text: String) -> String {
        var text = text
        return text.withUTF8 { latinSlug($0) } ?? anySlug(text)
    }

    /// Of a text of ASCII and the letters of Latin-1, which nearly every heading is; nil for any other.
    private static func latinSlug(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        guard text.allSatisfy({ $0 < 0x80 || $0 & 0xC0 == 0x80 || $0 == 0xC3 }) else { return nil }
        let slug = String(unsafeUninitializedCapacity: text.count + text.count / 2) { slug in
            var count = 0
            var gap = false
            func write(_ letter: UInt8) {
                if gap, count > 0 {
                    slug[count] = UInt8(ascii: "-")
                    count += 1
                }
                gap = false
                slug[count] = letter
                count += 1
            }
            var index = 0
            while index < text.count {
                let byte = text[index]
                index += 1
                if byte < 0x80 {
                    if let letter = asciiLetter(byte) { write(letter) } else { gap = true }
                    continue
                }
                let value = 0xC0 | UInt32(text[index] & 0x3F)
                index += 1
                if value == 0xD7 || value == 0xF7 {
                    gap = true
                } else {
                    for letter in latin1(value).utf8 { write(letter) }
                }
            }
            return count
        }
        return slug.isEmpty ? "avsnitt" : slug
    }

    private static func anySlug(_ text: String) -> String {
        var slug: [UInt8] = []
        slug.reserveCapacity(text.utf8.count)
        var gap = false
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                guard let letter = asciiLetter(UInt8(truncatingIfNeeded: scalar.value)) else {
                    gap = true
                    continue
                }
                if gap, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
                gap = false
                slug.append(letter)
            } else if let letters = folded(scalar) {
                guard !letters.isEmpty else { continue }
                if gap, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
                gap = false
                slug.append(contentsOf: letters.utf8)
            } else {
                gap = true
            }
        }
        return slug.isEmpty ? "avsnitt" : String(decoding: slug, as: UTF8.self)
    }

    private static func reserved(_ anchor: String) -> String {
        switch anchor.utf8.first {
        case UInt8(ascii: "m"), UInt8(ascii: "i"), UInt8(ascii: "t"):
            return anchor == "main" || anchor == "innehall" || anchor == "top"
                ? anchor + "-rubrik" : anchor
        case UInt8(ascii: "a"):
            let number = anchor.utf8.dropFirst(4)
            guard anchor.hasPrefix("att-"), !number.isEmpty, number.allSatisfy({ (0x30...0x39).contains($0) }) else {
                return anchor
            }
            return anchor + "-rubrik"
        default: return anchor
        }
    }

    private static func asciiLetter(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): return byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
        default: return nil
        }
    }

    /// A character beyond ASCII as an anchor has it: nil for one that separates words, nothing for a combining
    /// diacritic.
    private static func folded(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xC0...0xFF where scalar.value != 0xD7 && scalar.value != 0xF7: return latin1(scalar.value)
        case 0x100...0x17F: return latinExtended(scalar.value)
        case 0x218, 0x219: return "s"
        case 0x21A, 0x21B: return "t"
        case 0x300...0x36F, 0xAD, 0x200D: return ""
        case 0x1E9E: return "ss"
        default:
            let properties = scalar.properties
            guard properties.isAlphabetic || properties.numericType == .decimal else { return nil }
            return properties.lowercaseMapping
        }
    }

    private static func latin1(_ value: UInt32) -> String {
        switch value {
        case 0xDF: return "ss"
        case 0xFF: return "y"
        default: break
        }
        switch value & ~0x20 {
        case 0xC0...0xC5: return "a"
        case 0xC6: return "ae"
        case 0xC7: return "c"
        case 0xC8...0xCB: return "e"
        case 0xCC...0xCF: return "i"
        case 0xD0: return "d"
        case 0xD1: return "n"
        case 0xD2...0xD6, 0xD8: return "o"
        case 0xD9...0xDC: return "u"
        case 0xDD: return "y"
        default: return "th"
        }
    }

    private static func latinExtended(_ value: UInt32) -> String {
        switch value {
        case 0x100...0x105: return "a"
        case 0x106...0x10D: return "c"
        case 0x10E...0x111: return "d"
        case 0x112...0x11B: return "e"
        case 0x11C...0x123: return "g"
        case 0x124...0x127: return "h"
        case 0x128...0x131: return "i"
        case 0x132...0x133: return "ij"
        case 0x134...0x135: return "j"
        case 0x136...0x138: return "k"
        case 0x139...0x142: return "l"
        case 0x143...0x14B: return "n"
        case 0x14C...0x151: return "o"
        case 0x152...0x153: return "oe"
        case 0x154...0x159: return "r"
        case 0x15A...0x161, 0x17F: return "s"
        case 0x162...0x167: return "t"
        case 0x168...0x173: return "u"
        case 0x174...0x175: return "w"
        case 0x176...0x178: return "y"
        default: return "z"
        }
    }
}
