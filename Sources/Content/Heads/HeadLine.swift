import Meetings

/// A line as somebody sees it who looks for a head: without spaces and invisible characters at its ends.
struct HeadLine {
    let number: Int
    private let bytes: ArraySlice<UInt8>

    init(_ line: ArraySlice<UInt8>, number: Int) {
        self.number = number
        var bytes = line
        while let first = bytes.first, first <= 0x20 || first == 0x7F { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 || last == 0x7F { bytes.removeLast() }
        // Only what is no ASCII can be invisible as well.
        let hasPlainEnds = bytes.first.map { $0 < 0x80 } ?? true && bytes.last.map { $0 < 0x80 } ?? true
        self.bytes = hasPlainEnds ? bytes : HeadLine.visible(bytes)
    }

    private static func visible(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let start = scalars.firstIndex { !HeadLine.isInvisible($0) } ?? scalars.endIndex
        let end = scalars.lastIndex { !HeadLine.isInvisible($0) }.map { scalars.index(after: $0) } ?? start
        return Array(String(String.UnicodeScalarView(scalars[start..<end])).utf8)[...]
    }
}

extension HeadLine {
    var text: String { String(decoding: bytes, as: UTF8.self) }

    var isBlank: Bool { bytes.isEmpty }

    var isHeading: Bool { bytes.first == UInt8(ascii: "#") }

    /// Dashes of any kind, or what else editors make of them, and nothing more.
    var isRule: Bool {
        !isBlank && !beginsWithWord && text.unicodeScalars.allSatisfy { HeadLine.isDash($0) || HeadLine.isMark($0) }
    }

    /// Dashes alone, two or more of them.
    var isDashes: Bool {
        !beginsWithWord && text.unicodeScalars.count > 1 && text.unicodeScalars.allSatisfy { HeadLine.isDash($0) }
            || ["—", "―", "⸺", "⸻"].contains(text)
    }

    /// A dash that Word makes of two or three.
    var hasTypesetDash: Bool { text.unicodeScalars.contains { HeadLine.isDash($0) && $0 != "-" } }

    /// `--- titel: X`, `---yaml`
    var beginsWithDashes: Bool {
        if beginsWithWord { return false }
        let dashes = text.unicodeScalars.prefix { HeadLine.isDash($0) }
        return dashes.count > 1
    }

    /// The key of `key: value`, folded; of `key = value` too, as others write heads. A sentence has too much before its
    /// first colon.
    var key: String? {
        // `:`, `=`, or the first byte of `：`
        guard bytes.contains(where: { $0 == 0x3A || $0 == 0x3D || $0 == 0xEF }) else { return nil }
        var written = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars.drop(while: HeadLine.isBeforeKey) {
            switch scalar {
            case ":", "=", "：": return count > 0 ? FieldKey.fold(String(written)) : nil
            case "*", "_", "`", "\"", "'", " ", "\u{A0}": continue
            default:
                count += 1
                if count > 40 { return nil }
                written.append(scalar)
            }
        }
        return nil
    }

    var hasOurKey: Bool { key.map { HeadKey.all.contains($0) } ?? false }

    var hasGuardingKey: Bool { key.map { HeadKey.guarding.contains($0) } ?? false }

    /// A guarding key with a value that would hide something, or let it out some day.
    func guards(isRecord: Bool) -> Bool {
        guard let key, HeadKey.guarding.contains(key), let colon = text.firstIndex(of: ":") else { return false }
        let value = text[text.index(after: colon)...].drop { " *_`\"".contains($0) }
        switch key {
        case "synlighet":
            let word = FieldKey.fold(String(value.prefix { $0.isLetter }))
            return Visibility.allCases.contains { FieldKey.fold($0.rawValue) == word }
        case "publiceras": return value.first?.isNumber ?? false
        default:
            let isGround = value.first?.isNumber ?? false || value.hasPrefix("OSL") || value.hasPrefix("ja")
            return isRecord && isGround
        }
    }

    /// `synlighe: …`
    var hasNearlyGuardingKey: Bool { key.flatMap { Spelling.nearest(to: $0, among: HeadKey.guarding) } != nil }

    /// An ASCII letter or digit, as nearly every line begins with.
    private var beginsWithWord: Bool {
        switch bytes.first {
        case .some(0x30...0x39), .some(0x41...0x5A), .some(0x61...0x7A): true
        default: false
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2010...0x2015, 0x2043, 0x2212, 0x2500...0x2501, 0x2E3A...0x2E3B, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }

    private static func isBeforeKey(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "–", "—", ">", "*", "_", "`", "\"", "'", "#", "+", " ": true
        default: false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { "*_=~+`\\>.•·# ".unicodeScalars.contains(scalar) }
}
