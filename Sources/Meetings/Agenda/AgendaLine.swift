/// One line of an agenda as its file has it: a heading, or what names a matter.
public struct AgendaLine: Hashable, Sendable {
    /// Without the number that was printed in front of it.
    public let text: String
    public let level: AgendaLevel

    public init(_ written: String, level: AgendaLevel = .point) {
        let text = AgendaLine.withoutNumber(written)
        (self.text, self.level) = (text == written ? AgendaLine.withoutLetter(written) : text, level)
    }

    /// Of a text whose number is gone already.
    public init(unnumbered text: String, level: AgendaLevel) { (self.text, self.level) = (text, level) }
}

/// Where a line stands: a point of the agenda, or a, b … below the nearest point before it.
public enum AgendaLevel: Hashable, Sendable {
    case point
    case subpoint
}

extension AgendaLine {
    /// "Övriga frågor" of `4. Övriga frågor`; so with `4)`, `§ 4` and `4 a)` (FORMAT §5). A number alone is the text.
    public static func withoutNumber(_ line: String) -> String {
        var scanner = TextScanner(line)
        scanner.skipSpaces()
        let hasSign = scanner.skipParagraphSign()
        scanner.skipSpaces()
        guard let number = scanner.digits(upTo: 3), number.value > 0, !scanner.isAtDigit else { return line }
        let hasMark = scanner.skipLetterOfNumber(afterSign: hasSign) || scanner.skipMarkOfNumber()
        guard hasSign || hasMark else { return line }
        let isSpaced = scanner.skipSpaces()
        let rest = String(decoding: scanner.bytes[scanner.position...], as: UTF8.self)
        // "3.2019:30"
        let isJoined = !isSpaced && hasMark && DiaryNumber.looksLikeOne(String(rest.prefix { $0 != " " }))
        return isSpaced && !scanner.isAtEnd || isJoined && rest.contains(":") ? rest : line
    }

    /// "Ekonomi" of `a) Ekonomi`: the list has its own letters.
    private static func withoutLetter(_ line: String) -> String {
        var scanner = TextScanner(line)
        scanner.skipSpaces()
        guard let letter = scanner.byte(), letter.isASCIILetter else { return line }
        scanner.position += 1
        guard scanner.skip(UInt8(ascii: ")")), scanner.skipSpaces(), !scanner.isAtEnd else { return line }
        return String(decoding: scanner.bytes[scanner.position...], as: UTF8.self)
    }

    /// "Övriga frågor" of `4 Övriga frågor` and `4.1 Övriga frågor`: what a line says where its number has no mark.
    public static func withoutBareNumber(_ line: String) -> (number: Int, rest: String)? {
        var scanner = TextScanner(line)
        scanner.skipSpaces()
        guard let number = scanner.digits(upTo: 3), number.value > 0 else { return nil }
        while scanner.byte() == UInt8(ascii: "."), scanner.byte(at: 1)?.isDigit == true {
            scanner.position += 1
            _ = scanner.digits(upTo: 3)
        }
        guard scanner.skipSpaces(), !scanner.isAtEnd else { return nil }
        let rest = String(decoding: scanner.bytes[scanner.position...], as: UTF8.self)
        // "200 000 kronor" has one number.
        let isOneNumber = scanner.isAtDigit && !DiaryNumber.looksLikeOne(String(rest.prefix { $0 != " " }))
        return isOneNumber ? nil : (number.value, rest)
    }
}

extension TextScanner {
    @discardableResult
    fileprivate mutating func skipParagraphSign() -> Bool {
        guard byte() == 0xC2, byte(at: 1) == 0xA7 else { return false }
        position += 2
        skipParagraphSign()
        return true
    }

    /// The `a)` of `3 a)` and `3a.`; the `a` of `§ 3a`.
    fileprivate mutating func skipLetterOfNumber(afterSign hasSign: Bool) -> Bool {
        let start = position
        skipSpaces()
        if let letter = byte(), letter.isASCIILetter {
            position += 1
            if skipMarkOfNumber() || hasSign && position == start + 1 && spaceLength(at: position) != nil {
                return true
            }
        }
        position = start
        return false
    }

    fileprivate mutating func skipMarkOfNumber() -> Bool {
        skip(UInt8(ascii: ".")) || skip(UInt8(ascii: ")")) || skip(UInt8(ascii: ":"))
    }
}
