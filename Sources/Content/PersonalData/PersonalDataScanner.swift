import Diagnostics
import Meetings

/// Finds personnummer, e-mail addresses and phone numbers in the bytes of a text, in one pass.
struct PersonalDataScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var found: [PersonalDataMark] = []

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }
}

extension PersonalDataScanner {
    static func findings(in bytes: [UInt8], file: String) -> [PersonalDataFinding] {
        let marks = PersonalDataMark.all(in: bytes)
        if marks.isEmpty { return [] }
        // The marks come in order, so that the text is walked over once.
        var (line, column, counted) = (1, 1, 0)
        return marks.map { mark in
            let start = mark.range.lowerBound
            while counted < start {
                if bytes[counted] == UInt8(ascii: "\n") {
                    (line, column) = (line + 1, 1)
                } else if bytes[counted] & 0xC0 != 0x80 {
                    column += 1
                }
                counted += 1
            }
            let back = start < counted ? bytes.characters(from: start, to: counted) : 0
            return PersonalDataFinding(kind: mark.kind, place: Place(file, line: line, column: column - back))
        }
    }

    fileprivate static func marks(in bytes: UnsafeBufferPointer<UInt8>) -> [PersonalDataMark] {
        var scanner = PersonalDataScanner(bytes)
        scanner.scan()
        return scanner.found
    }

    private mutating func scan() {
        var index = 0
        while index < bytes.count {
            while index + 8 <= bytes.count {
                let ahead = bytesBeforeSign(at: index)
                index += ahead
                if ahead < 8 { break }
            }
            guard index < bytes.count else { return }
            let byte = bytes[index]
            if byte.isDigit {
                let end = digitsEnd(from: index)
                if let length = identityNumber(at: index, firstRunEnds: end) {
                    add(.identityNumber, index..<(index + length))
                    index += length
                } else if let length = phone(at: index) {
                    add(.phone, index..<(index + length))
                    index += length
                } else {
                    index = end
                }
            } else if byte == UInt8(ascii: "+"), let length = phone(at: index) {
                add(.phone, index..<(index + length))
                index += length
            } else {
                if byte == UInt8(ascii: "@"), let range = email(at: index) { add(.email, range) }
                index += 1
            }
        }
    }

    /// How many of eight bytes come before a digit, `+`, `@` or one of a few signs that look like one.
    @inline(__always)
    private func bytesBeforeSign(at index: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
            .littleEndian
        let digits = word & (ones &* 0xF0) ^ ones &* 0x30
        let pluses = word ^ ones &* UInt64(UInt8(ascii: "+"))
        let signs = word ^ ones &* UInt64(UInt8(ascii: "@"))
        let zeros = (digits &- ones) & ~digits | (pluses &- ones) & ~pluses | (signs &- ones) & ~signs
        return (zeros & (ones &* 0x80)).trailingZeroBitCount / 8
    }

    private mutating func add(_ kind: PersonalDataFinding.Kind, _ range: Range<Int>) {
        found.append(PersonalDataMark(kind: kind, range: range))
    }

    private func digitsEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end].isDigit { end += 1 }
        return end
    }

    private func digit(_ index: Int) -> Int { Int(bytes[index]) - 0x30 }

    /// The length of a dash or plus between the date and the last four digits; nil when there is none.
    private func signLength(at index: Int) -> Int? {
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") { return 1 }
        let isDash =
            index + 2 < bytes.count && bytes[index] == 0xE2 && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x88)
        return isDash ? 3 : nil
    }

    /// The sign as Markdown may write it: `811218\-9876`, `811218-**9876**`, `811218&#45;9876` are read alike on a page.
    private func signLengthWithMarkup(at start: Int) -> Int? {
        func markupEnd(_ from: Int) -> Int {
            var end = from
            while end < bytes.count, "*_`\\".utf8.contains(bytes[end]) { end += 1 }
            return end
        }
        let before = markupEnd(start)
        let entities = ["&#45;", "&#x2d;", "&#x2D;", "&#43;", "&minus;", "&ndash;", "&hyphen;", "&dash;"]
        let entity = entities.first { bytes[before...].starts(with: $0.utf8) }
        guard let length = entity?.utf8.count ?? signLength(at: before) else { return nil }
        return markupEnd(before + length) - start
    }
}

extension PersonalDataScanner {
    /// Ten or twelve digits with a sign, or twelve without: a real date (a samordningsnummer's day has 60 added) and a
    /// right check digit. Gives its length.
    private func identityNumber(at start: Int, firstRunEnds end: Int) -> Int? {
        if start > 0, bytes[start - 1].isDigit { return nil }
        let first = end - start
        guard first == 6 || first == 8 || first == 12 else { return nil }
        var digits: [Int] = []
        let length: Int
        if first == 12 {
            digits = (start..<end).map(digit)
            length = 12
        } else if first == 6 || first == 8, let sign = signLengthWithMarkup(at: end) {
            let last = end + sign
            let lastEnd = digitsEnd(from: last)
            guard lastEnd - last == 4 else { return nil }
            digits = (start..<end).map(digit) + (last..<lastEnd).map(digit)
            length = lastEnd - start
        } else {
            return nil
        }
        // 1900 is no leap year but 2000 is: where the century is not told, every fourth year may be one.
        var century = 20
        if digits.count == 12 {
            century = digits[0] * 10 + digits[1]
            guard (18...20).contains(century) else { return nil }
            digits.removeFirst(2)
        }
        return isRealDate(digits, century: century) && hasRightCheckDigit(digits) ? length : nil
    }

    private func isRealDate(_ digits: [Int], century: Int) -> Bool {
        let year = century * 100 + digits[0] * 10 + digits[1]
        let month = digits[2] * 10 + digits[3]
        var day = digits[4] * 10 + digits[5]
        if day > 60 { day -= 60 }
        return CalendarDate(year: year, month: month, day: day) != nil
    }

    /// Luhn's formula over all ten digits.
    private func hasRightCheckDigit(_ digits: [Int]) -> Bool {
        var sum = 0
        for (index, digit) in digits.enumerated() {
            let weighted = index % 2 == 0 ? digit * 2 : digit
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        return sum % 10 == 0
    }
}

extension PersonalDataScanner {
    /// An address around an `@`; with one stray space after the `@` it is still one.
    private func email(at sign: Int) -> Range<Int>? {
        func isLocal(_ byte: UInt8) -> Bool {
            byte.isASCIILetter || byte.isDigit || byte >= 0x80 || "._%+-".utf8.contains(byte)
        }
        func isDomain(_ byte: UInt8) -> Bool {
            byte.isASCIILetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "-")
        }
        var start = sign
        while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
        guard start < sign else { return nil }
        var end = sign + 1
        if end < bytes.count, bytes[end] == 0x20 { end += 1 }
        let domain = end
        var dot: Int?
        while end < bytes.count {
            if bytes[end] == UInt8(ascii: "."), end > domain {
                dot = end
            } else if !isDomain(bytes[end]) {
                break
            }
            end += 1
        }
        guard var lastDot = dot else { return nil }
        if lastDot == end - 1 {
            // The dot that ends the sentence is not the address's.
            end = lastDot
            guard let earlier = (domain..<lastDot).last(where: { bytes[$0] == UInt8(ascii: ".") }) else { return nil }
            lastDot = earlier
        }
        return lastDot > domain && end - lastDot > 2 && bytes[lastDot + 1].isASCIILetter ? start..<end : nil
    }

    /// Swedish numbers: `018-123 45 67`, `070-123 45 67`, `070 123 45 67`, `+46 70 123 45 67`. Gives the length.
    private func phone(at start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "0") || bytes[start] == UInt8(ascii: "+") else { return nil }
        if start > 0 {
            let before = bytes[start - 1]
            // "tel:018-…" but not the minutes of a time or the serial of a dnr
            let isLabel = before == UInt8(ascii: ":") && start > 1 && bytes[start - 2].isASCIILetter
            if !isLabel, before.isDigit || before.isASCIILetter || before >= 0x80 || "-:/.,+".utf8.contains(before) {
                return nil
            }
            if before == 0x20, start > 1, bytes[start - 2].isDigit { return nil }
        }
        var index = start
        var digits = 0
        if bytes[start] == UInt8(ascii: "+") {
            guard start + 3 < bytes.count, digit(start + 1) == 4, digit(start + 2) == 6 else { return nil }
            index = start + 3
            digits = 1
            // +46 (0)70
            if index < bytes.count, bytes[index] == 0x20 { index += 1 }
            if bytes[index...].prefix(3).elementsEqual("(0)".utf8) { index += 3 }
            if index < bytes.count, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "-") { index += 1 }
        } else {
            let area = digitsEnd(from: start)
            guard start + 1 < bytes.count, digit(start + 1) != 0 else { return nil }
            let isMobile = digit(start + 1) == 7
            // 0701234567
            if isMobile, area - start == 10 { return 10 }
            guard (2...4).contains(area - start),
                let sign = phoneSign(at: area, isMobile: isMobile && area - start == 3)
            else { return nil }
            digits = area - start
            index = area + sign
        }
        var end = index
        while index < bytes.count {
            if bytes[index].isDigit {
                digits += 1
                end = index + 1
                index += 1
            } else if bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "-"), index + 1 < bytes.count,
                bytes[index + 1].isDigit
            {
                index += 1
            } else if bytes[index] == 0xC2, index + 2 < bytes.count, bytes[index + 1] == 0xA0, bytes[index + 2].isDigit
            {
                index += 2
            } else {
                break
            }
        }
        return (8...11).contains(digits) ? end - start : nil
    }

    /// The length of what parts an area's digits from the rest: a dash or a slash, with a space on either side or none;
    /// a mobile number's may be a space alone.
    private func phoneSign(at start: Int, isMobile: Bool) -> Int? {
        var index = start
        func skipSpace() {
            if index < bytes.count, bytes[index] == 0x20 {
                index += 1
            } else if index + 1 < bytes.count, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
                index += 2
            }
        }
        skipSpace()
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") {
            index += 1
        } else if let length = signLength(at: index), bytes[index] != UInt8(ascii: "+") {
            index += length
        } else {
            return isMobile && index > start ? index - start : nil
        }
        skipSpace()
        return index - start
    }
}

/// Where in a text's bytes something is that looks like personal data.
package struct PersonalDataMark: Sendable {
    package let kind: PersonalDataFinding.Kind
    package let range: Range<Int>
}

extension PersonalDataMark {
    /// Every mark of a text, in its order.
    package static func all(in bytes: [UInt8]) -> [PersonalDataMark] {
        bytes.withUnsafeBufferPointer { PersonalDataScanner.marks(in: $0) }
    }
}
