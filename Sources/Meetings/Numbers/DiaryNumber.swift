/// A dnr as written (`2019:30`, `AMN-2023-00096`, `KS 2023/123`); compared without case, spaces and kind of dash.
public struct DiaryNumber: Sendable {
    public let text: String
    /// What is compared.
    public let key: String

    /// `nil` when nothing but spaces was written.
    public init?(_ text: String) {
        let key = DiaryNumber.key(of: text)
        guard !key.isEmpty else { return nil }
        self.text = text
        self.key = key
    }
}

extension DiaryNumber {
    /// The key of a text, whether or not it is a dnr: lower case, no spaces, every dash a hyphen.
    public static func key(of text: String) -> String {
        var text = text
        return text.withUTF8 { plainKey(of: $0) } ?? foldedKey(of: text)
    }

    /// Nearly every dnr is ASCII; nil for one that is not.
    private static func plainKey(of text: UnsafeBufferPointer<UInt8>) -> String? {
        guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: text.count) { key in
            var count = 0
            var previous: UInt8 = 0
            for byte in text {
                let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
                let isSameDash = byte == UInt8(ascii: "-") && previous == byte
                previous = byte
                if isSpace || isSameDash { continue }
                key[count] = byte.asciiLowercased
                count += 1
            }
            return count
        }
    }

    private static func foldedKey(of text: String) -> String {
        var scanner = TextScanner(text)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        while !scanner.isAtEnd {
            if scanner.skipSpaces() { continue }
            if scanner.skipDash() {
                bytes.append(UInt8(ascii: "-"))
                continue
            }
            bytes.append(scanner.bytes[scanner.position].asciiLowercased)
            scanner.position += 1
        }
        let key = String(decoding: bytes, as: UTF8.self)
        return bytes.contains { $0 >= 0x80 } ? key.lowercased() : key
    }

    /// True for a text that has the shape of a dnr: a four-digit year, a colon, slash or dash, and a serial number,
    /// with the letters of an authority at most. A day (`2020-09-18`), two years (`2020–2021`) and what begins with a
    /// word of its own ("Budget 2020-1") have not.
    public static func looksLikeOne(_ text: String) -> Bool {
        guard mayBeOne(text), !isBroken(text) else { return false }
        let key = key(of: text)
        let parts = key.split { ":/-".utf8.contains($0.utf8.first ?? 0) }
        let isYear = { (part: Substring) in part.utf8.count == 4 && part.utf8.allSatisfy(\.isDigit) }
        guard parts.count >= 2, parts.count <= 4, key.utf8.count <= 24 else { return false }
        let hasYear = parts.contains { isYear($0) || isYear($0.drop { !$0.isNumber }) }
        let hasSerial = parts.last?.utf8.last?.isDigit ?? false
        return hasYear && hasSerial && !hasWord(text) && !isTime(parts)
    }

    /// It has the digits of a year, and some dash, slash or colon. Most texts have neither.
    private static func mayBeOne(_ text: String) -> Bool {
        var digits = 0
        var hasSign = false
        for byte in text.utf8 {
            if byte.isDigit { digits += 1 }
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte >= 0x80 {
                hasSign = true
            }
        }
        return digits >= 4 && hasSign
    }

    /// Another number's sign, or a bracket or a comma within: "jfr § 14/2026", "2027 (KR 2026-0041".
    private static func isBroken(_ text: String) -> Bool {
        if text.unicodeScalars.contains("§") || isRegistered(text) || isSeries(text) { return true }
        let inner = text.utf8.dropFirst().dropLast()
        return inner.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
    }

    /// A personnummer or an organisation's number: "850709-9805", "556677-8899".
    private static func isRegistered(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].count == 4 && [6, 8, 10].contains(parts[0].count)
            && parts.joined().allSatisfy(\.isDigit)
    }

    /// "Möte 12/2026", "nr 4-2026": a word that numbers something else.
    private static func isSeries(_ text: String) -> Bool {
        guard let space = text.utf8.firstIndex(of: 0x20),
            text.utf8[..<space].contains(where: { (0x61...0x7A).contains($0) })
        else { return false }
        return ["möte", "nr", "lag", "mål", "prop", "jfr", "se", "rev", "sid", "kap"].contains(
            text[..<space].lowercased().filter { $0 != "." })
    }

    /// An authority's letters are few, or capitals.
    private static func hasWord(_ text: String) -> Bool {
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count > 4 && letters.contains(where: \.properties.isLowercase)
    }

    private static func isTime(_ parts: [Substring]) -> Bool {
        let numbers = parts.map { Int($0.drop { !$0.isNumber }) }
        let isYear = { (number: Int?) in number.map((1900...2099).contains) ?? false }
        switch numbers.count {
        case 2: return isYear(numbers[0]) && isYear(numbers[1])
        case 3: return isYear(numbers[0]) && parts[1].utf8.count <= 2 && parts[2].utf8.count <= 2
        default: return false
        }
    }
}

extension DiaryNumber: Hashable, Comparable, CustomStringConvertible {
    public static func == (left: DiaryNumber, right: DiaryNumber) -> Bool { left.key == right.key }
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
    public static func < (left: DiaryNumber, right: DiaryNumber) -> Bool {
        let (one, other) = (SwedishOrder(left.key), SwedishOrder(right.key))
        return one == other ? left.key < right.key : one < other
    }
    public var description: String { text }
}
