/// Where in a text's bytes something is that looks like personal data.
public struct PersonalDataMark: Sendable {
    public let kind: Kind
    public let range: Range<Int>

    public enum Kind: Hashable, Sendable {
        case identityNumber(IdentityNumber)
        case email
        case phone
    }
}

extension PersonalDataMark {
    public var number: IdentityNumber? { if case .identityNumber(let number) = kind { number } else { nil } }

    /// Every mark of a text, in its order.
    public static func all(in bytes: [UInt8], form: TextForm) -> [PersonalDataMark] {
        let marks = bytes.withUnsafeBufferPointer { PersonalDataScanner.marks(in: $0, form: form) }
        let inTables = form == .markdown ? TableNumbers.marks(in: bytes) : []
        let further = inTables.filter { mark in !marks.contains { $0.range.overlaps(mark.range) } }
        return further.isEmpty ? marks : (marks + further).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The personnummer of a text, in its order.
    public static func identityNumbers(in bytes: [UInt8], form: TextForm) -> [PersonalDataMark] {
        bytes.withUnsafeBufferPointer { PersonalDataScanner.identityNumbers(in: $0, form: form) }
    }

    /// As `identityNumbers`, of a finished page, where a date's digits always stand in a row: at the speed of memory.
    public static func identityNumbers(onPage bytes: [UInt8], form: TextForm) -> [PersonalDataMark] {
        bytes.withUnsafeBufferPointer { PersonalDataScanner.identityNumbers(onPage: $0, form: form) }
    }
}
