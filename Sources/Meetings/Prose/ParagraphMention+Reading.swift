extension ParagraphMention {
    /// Read where a text has `§`: "§ 12, FS 2026-12-11", "§ 12 FS den 11 december 2026", with its length. `text` begins
    /// at the sign. A day without its whole year names no meeting.
    package static func after(_ text: ArraySlice<UInt8>) -> (mention: ParagraphMention, length: Int)? {
        var scanner = TextScanner(bytes: Array(text.prefix(80)), position: 2)
        scanner.skipSpaces()
        guard let number = scanner.digits(upTo: 6), !scanner.isAtDigit else { return nil }
        scanner.skip(UInt8(ascii: ","))
        guard scanner.skipSpaces(), let body = BodyCode(scanner.code()), scanner.skipSpaces() else { return nil }
        let start = scanner.position
        // Any clock will do: a year of two digits is not taken.
        guard case .date(let date) = scanner.date(clock: CalendarDate(dayNumber: 0)), !scanner.isAtDigit,
            scanner.hasWholeYear(from: start)
        else { return nil }
        return (ParagraphMention(number: number.value, body: body, date: date), scanner.position)
    }

    /// The other order, "FS 2026-12-11 § 12", with how many bytes before the sign and after it belong to it. `before` ends
    /// where `text` begins.
    package static func around(
        _ before: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>
    ) -> (mention: ParagraphMention, before: Int, after: Int)? {
        var rest = before.suffix(40)
        func dropSpace() -> Bool {
            if rest.last == 0x20 || rest.last == 0x0A { rest = rest.dropLast(); return true }
            guard rest.suffix(2).elementsEqual([0xC2, 0xA0]) else { return false }
            rest = rest.dropLast(2)
            return true
        }
        guard dropSpace() else { return nil }
        if rest.last == UInt8(ascii: ",") { rest = rest.dropLast() }
        let written = String(decoding: rest.suffix(10), as: UTF8.self)
        rest = rest.dropLast(10)
        guard case .date(let date) = DateReading(written, clock: CalendarDate(dayNumber: 0)),
            date.description == written, dropSpace()
        else { return nil }
        let name = rest.reversed().prefix { $0.isASCIILetter || $0 >= 0x80 }.count
        let code = rest.suffix(name)
        let previous = rest.dropLast(name).last
        guard name > 0, name <= 12, previous.map({ !$0.isDigit }) ?? true,
            let body = BodyCode(String(decoding: code, as: UTF8.self))
        else { return nil }
        var scanner = TextScanner(bytes: Array(text.prefix(16)), position: 2)
        scanner.skipSpaces()
        guard let number = scanner.digits(upTo: 6), !scanner.isAtDigit else { return nil }
        return (
            ParagraphMention(number: number.value, body: body, date: date), before.endIndex - code.startIndex,
            scanner.position
        )
    }
}

extension TextScanner {
    /// A body's code: a short word.
    fileprivate mutating func code() -> String {
        let start = position
        let word = word()
        if word.utf8.count <= 12 { return word }
        position = start
        return ""
    }

    /// Four digits in a row between an index and here.
    fileprivate func hasWholeYear(from start: Int) -> Bool {
        var run = 0
        for byte in bytes[start..<position] {
            run = byte.isDigit ? run + 1 : 0
            if run == 4 && !(position - start == 6) { return true }
        }
        return false
    }
}
