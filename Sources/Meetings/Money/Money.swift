/// An amount in whole Swedish kronor.
public struct Money: Hashable, Sendable {
    public let kronor: Int

    public init(kronor: Int) { self.kronor = kronor }
}

extension Money: Comparable {
    public static func < (left: Money, right: Money) -> Bool { left.kronor < right.kronor }
    public static func + (left: Money, right: Money) -> Money {
        Money(kronor: left.kronor.addingReportingOverflow(right.kronor).partialValue)
    }
}

extension Money: CustomStringConvertible {
    /// `1 050 000 kronor`, with no-break spaces.
    public var description: String { grouped + "\u{A0}kronor" }

    /// `1 050 000`, with no-break spaces.
    public var grouped: String {
        let digits = Array(String(kronor.magnitude).utf8)
        var text = kronor < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { text += "\u{A0}" }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return text
    }
}

extension Money {
    /// A written amount (FORMAT §1): `1 050 000 kr`, `1050000`, `5,9 mnkr`, `212 tkr`. Without a unit it is kronor.
    public init?(_ text: String) {
        var scanner = TextScanner(text)
        scanner.skipSpaces()
        guard let number = scanner.amountNumber() else { return nil }
        let unit = scanner.unitOfMoney() ?? 1
        scanner.skipSpaces()
        guard scanner.isAtEnd, let kronor = number.kronor(unit: unit) else { return nil }
        self.kronor = kronor
    }

    /// Every amount in a running text, in its order. A number without a unit of kronor is no amount.
    public static func all(in text: String) -> [Money] { mentions(in: text).map(\.money) }

    /// The same, each with the byte of the text's UTF-8 where its number begins.
    static func mentions(in text: String) -> [(money: Money, start: Int)] {
        guard text.utf8.contains(where: \.isDigit) else { return [] }
        var scanner = TextScanner(text)
        var found: [(money: Money, start: Int)] = []
        while !scanner.isAtEnd {
            if !scanner.isAtDigit {
                scanner.position += 1
                continue
            }
            let start = scanner.position
            let isInWord = scanner.byte(at: -1).map { $0.isASCIILetter || $0 == UInt8(ascii: ",") } ?? false
            if let number = scanner.amountNumber(), let unit = scanner.unitOfMoney(), !isInWord,
                let kronor = number.kronor(unit: unit)
            {
                found.append((Money(kronor: kronor), start))
            }
            while scanner.isAtDigit { scanner.position += 1 }
        }
        return found
    }
}

/// A decimal number as written: 5,9 is whole 5, fraction 9 of 10.
private struct AmountNumber {
    var whole: Int
    var fraction = 0
    var scale = 1
    /// `5.9`: a decimal only before thousands and millions, so that a day (`1.5`) or a version makes no kronor.
    var hasPoint = false

    func kronor(unit: Int) -> Int? {
        if hasPoint && unit == 1 { return nil }
        let (big, overflow) = whole.multipliedReportingOverflow(by: unit)
        guard !overflow, big < 1_000_000_000_000_000 else { return nil }
        return big + fraction * unit / scale
    }
}

extension TextScanner {
    /// Digits, in groups of three with any one space between where they are grouped, and an optional decimal part.
    fileprivate mutating func amountNumber() -> AmountNumber? {
        guard let first = digits(), !isAtDigit else { return nil }
        var number = AmountNumber(whole: first.value)
        if first.count <= 3 {
            while let group = groupOfThree() {
                let (next, overflow) = number.whole.multipliedReportingOverflow(by: 1000)
                guard !overflow, next < 1_000_000_000_000_000 else { return nil }
                number.whole = next + group
            }
        }
        let start = position
        if skip(UInt8(ascii: ",")), let decimals = digits(upTo: 6) {
            number.fraction = decimals.value
            for _ in 0..<decimals.count { number.scale *= 10 }
            return number
        }
        position = start
        if skip(UInt8(ascii: ".")), let decimals = digits(upTo: 2), !isAtDigit {
            (number.fraction, number.hasPoint) = (decimals.value, true)
            for _ in 0..<decimals.count { number.scale *= 10 }
        } else {
            position = start
        }
        return number
    }

    private mutating func groupOfThree() -> Int? {
        let start = position
        if let length = spaceLength(at: position), bytes[position] != 0x0A || length > 1 {
            position += length
        } else if !skip(UInt8(ascii: ".")) {
            return nil
        }
        if let group = digits(upTo: 3), group.count == 3, !isAtDigit { return group.value }
        position = start
        return nil
    }

    /// Kronor a unit: 1, 1 000 or 1 000 000; `nil` and unmoved when no unit follows.
    fileprivate mutating func unitOfMoney() -> Int? {
        let start = position
        skipSpaces()
        if skipWord("kronor") || skipWord("kr") || skipWord("sek") {
            skip(UInt8(ascii: "."))
            return 1
        }
        if skip(UInt8(ascii: ":")), skipDash() { return 1 }
        if skipWord("tkr") || skipWord("tusen kronor") || skipWord("tusen kr") { return 1000 }
        if skipWord("mnkr") || skipWord("mkr") || skipWord("mkr.") || skipWord("msek") { return 1_000_000 }
        if skipWord("miljoner") || skipWord("miljon") || skipWord("milj") || skipWord("mn") {
            skip(UInt8(ascii: "."))
            skipSpaces()
            if skipWord("kronor") || skipWord("kr") { return 1_000_000 }
        }
        position = start
        return nil
    }
}
