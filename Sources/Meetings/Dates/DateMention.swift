/// A date in a running text.
package struct DateMention: Equatable, Sendable {
    package let date: CalendarDate
    /// Its bytes in the text's UTF-8, "den" before it not counted.
    package let range: Range<Int>
}

extension DateMention {
    /// Every date written out in a text, in its order. Digits that go on (a personnummer, a dnr) are none.
    package static func all(in text: String, clock: CalendarDate) -> [DateMention] {
        var scanner = TextScanner(text)
        var found: [DateMention] = []
        while !scanner.isAtEnd {
            guard scanner.isAtDigit else {
                scanner.position += 1
                continue
            }
            let start = scanner.position
            if !goesOn(before: start, in: scanner), case .date(let date) = scanner.date(clock: clock),
                !goesOn(after: scanner.position, in: scanner)
            {
                found.append(DateMention(date: date, range: start..<scanner.position))
            } else {
                scanner.position = start
                while scanner.isAtDigit { scanner.position += 1 }
            }
        }
        return found
    }

    private static func goesOn(before index: Int, in scanner: TextScanner) -> Bool {
        guard index > 0 else { return false }
        let byte = scanner.bytes[index - 1]
        if byte.isASCIILetter || byte.isDigit { return true }
        // "v:19-07-10" and "2019-200918", but not "Datum:2020-09-18"
        let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
        return isSign && index > 1 && scanner.bytes[index - 2].isDigit
    }

    private static func goesOn(after index: Int, in scanner: TextScanner) -> Bool {
        guard index < scanner.bytes.count else { return false }
        let byte = scanner.bytes[index]
        if byte.isDigit || byte.isASCIILetter { return true }
        let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
        return isSign && index + 1 < scanner.bytes.count && scanner.bytes[index + 1].isDigit
    }
}
