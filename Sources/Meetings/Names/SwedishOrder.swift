/// A sort key in Swedish order: a–z, then å, ä, ö; other diacritics and case as their letter (ü as y). Numbers inside
/// a text sort by value, so that "Bilaga 10" comes after "Bilaga 9".
public struct SwedishOrder: Hashable, Sendable {
    private let key: [UInt8]
}

extension SwedishOrder {
    public init(_ text: String) {
        var key: [UInt8] = []
        var digits: [UInt8] = []
        func flush() {
            guard !digits.isEmpty else { return }
            let significant = digits.drop { $0 == UInt8(ascii: "0") }
            key.append(UInt8(ascii: "0"))
            key.append(UInt8(min(significant.count, 250)))
            key += significant
            digits = []
        }
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80, UInt8(scalar.value).isDigit {
                digits.append(UInt8(scalar.value))
                continue
            }
            flush()
            switch scalar {
            case "å", "Å": key.append(0x7B)
            case "ä", "Ä", "æ", "Æ": key.append(0x7C)
            case "ö", "Ö", "ø", "Ø": key.append(0x7D)
            case "ü", "Ü": key.append(UInt8(ascii: "y"))
            case "\u{30A}" where key.last == UInt8(ascii: "a"): key[key.count - 1] = 0x7B
            case "\u{308}" where key.last == UInt8(ascii: "a"): key[key.count - 1] = 0x7C
            case "\u{308}" where key.last == UInt8(ascii: "o"): key[key.count - 1] = 0x7D
            default:
                let before = key.count
                scalar.appendFolded(to: &key)
                if key.count == before && key.last != 0x20 && !scalar.isCombiningMark { key.append(0x20) }
            }
        }
        flush()
        self.key = key
    }
}

extension SwedishOrder: Comparable {
    public static func < (left: SwedishOrder, right: SwedishOrder) -> Bool {
        left.key.lexicographicallyPrecedes(right.key)
    }
}
