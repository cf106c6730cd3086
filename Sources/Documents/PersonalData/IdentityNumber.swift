/// A personnummer or a samordningsnummer, by its ten digits.
public struct IdentityNumber: Hashable, Sendable {
    /// Year, month and day in two digits each, and the last four. Of a reserve number the letter's place holds a nought.
    public let digits: UInt64
}

extension IdentityNumber {
    /// Ten or twelve digits with a real date (a samordningsnummer's day has 60 added) and a right check digit.
    init?(_ value: UInt64, count: Int) {
        guard IdentityNumber.hasRealDate(value, count: count), IdentityNumber.hasRightCheckDigit(value) else {
            return nil
        }
        digits = value % 10_000_000_000
    }

    /// A reserve number has a letter among its last four and so no check digit.
    init?(reserve value: UInt64, count: Int) {
        guard IdentityNumber.hasRealDate(value, count: count) else { return nil }
        digits = value % 10_000_000_000
    }

    /// Where the century is not told, every fourth year may be a leap year.
    private static func hasRealDate(_ value: UInt64, count: Int) -> Bool {
        let date = value / 10_000
        let (month, written) = (date / 100 % 100, date % 100)
        let day = written > 60 ? written - 60 : written
        guard count == 10 || (18...20).contains(date / 1_000_000), (1...12).contains(month), day >= 1 else {
            return false
        }
        let year = count == 10 ? 2000 + date / 10_000 : date / 10_000
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        switch month {
        case 2: return day <= (isLeap ? 29 : 28)
        case 4, 6, 9, 11: return day <= 30
        default: return day <= 31
        }
    }

    /// Luhn's formula over the last ten digits.
    private static func hasRightCheckDigit(_ value: UInt64) -> Bool {
        var (rest, sum) = (value, UInt64(0))
        for place in 0..<10 {
            let weighted = rest % 10 * (place % 2 == 0 ? 1 : 2)
            sum += weighted > 9 ? weighted - 9 : weighted
            rest /= 10
        }
        return sum % 10 == 0
    }
}
