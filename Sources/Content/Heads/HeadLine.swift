import Meetings

/// A line as somebody sees it who looks for a head: without spaces and invisible characters at its ends.
struct HeadLine {
    let number: Int
    let text: String

    init(_ bytes: ArraySlice<UInt8>, number: Int) {
        self.number = number
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let start = scalars.firstIndex { !HeadLine.isInvisible($0) } ?? scalars.endIndex
        let end = scalars.lastIndex { !HeadLine.isInvisible($0) }.map { scalars.index(after: $0) } ?? start
        text = String(String.UnicodeScalarView(scalars[start..<end]))
    }
}

extension HeadLine {
    var isBlank: Bool { text.isEmpty }

    /// Dashes of any kind, or what else editors make of them, and nothing more.
    var isRule: Bool { !text.isEmpty && text.unicodeScalars.allSatisfy { HeadLine.isDash($0) || HeadLine.isMark($0) } }

    /// Dashes alone, two or more of them.
    var isDashes: Bool {
        text.unicodeScalars.count > 1 && text.unicodeScalars.allSatisfy { HeadLine.isDash($0) }
            || ["—", "―", "⸺", "⸻"].contains(text)
    }

    /// A dash that Word makes of two or three.
    var hasTypesetDash: Bool { text.unicodeScalars.contains { HeadLine.isDash($0) && $0 != "-" } }

    /// `--- titel: X`, `---yaml`
    var beginsWithDashes: Bool {
        let dashes = text.unicodeScalars.prefix { HeadLine.isDash($0) }
        return dashes.count > 1
    }

    /// The key of `key: value`, folded; of `key = value` too, as others write heads. A sentence has too much before its
    /// first colon.
    var key: String? {
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

    /// `synlighe: …`
    var hasNearlyGuardingKey: Bool { key.flatMap { Spelling.nearest(to: $0, among: HeadKey.guarding) } != nil }

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
