import Meetings

/// What a time stamp authority answered (RFC 3161 §2.4.2), as far as it says of itself: whether it is true, its signature
/// tells (`TimestampCheck`).
public struct TimestampAnswer: Sendable {
    /// When, in universal time.
    public let time: LogTime
    private let algorithm: TimestampHash
    private let imprint: [UInt8]

    /// Nil for bytes that are no granted answer, or one with a hash other than SHA-256 and SHA-512.
    public init?(reading bytes: [UInt8]) {
        var whole = DERReader(bytes[...])
        guard var answer = whole.enter(0x30), whole.isAtEnd, var status = answer.enter(0x30),
            let code = status.content(0x02), code == [0] || code == [1],
            let information = TimestampAnswer.information(&answer)
        else { return nil }
        var inner = DERReader(information[...])
        guard var fields = inner.enter(0x30), fields.content(0x02) == [1], fields.content(0x06) != nil,
            var imprint = fields.enter(0x30), var identifier = imprint.enter(0x30),
            let name = identifier.content(0x06), let hash = imprint.content(0x04),
            let algorithm = TimestampHash.allCases.first(where: { $0.identifier == name }),
            fields.content(0x02) != nil, let time = fields.content(0x18).flatMap({ TimestampAnswer.time($0) })
        else { return nil }
        (self.time, self.algorithm, self.imprint) = (time, algorithm, hash)
    }
}

extension TimestampAnswer {
    public func isOf(_ data: [UInt8], _ algorithm: TimestampHash) -> Bool {
        algorithm == self.algorithm && algorithm.hash(of: data) == imprint
    }

    /// TSTInfo, in a signed message in the answer.
    private static func information(_ answer: inout DERReader) -> [UInt8]? {
        guard var message = answer.enter(0x30), message.content(0x06) != nil, var explicit = message.enter(0xA0),
            var signed = explicit.enter(0x30), signed.content(0x02) != nil, signed.content(0x31) != nil,
            var content = signed.enter(0x30), content.content(0x06) != nil, var octets = content.enter(0xA0)
        else { return nil }
        return octets.content(0x04)
    }

    /// `20261204093012Z` or `20261204093012.5Z`, whole seconds of it.
    private static func time(_ bytes: [UInt8]) -> LogTime? {
        guard bytes.count >= 15, bytes.last == UInt8(ascii: "Z"), bytes.prefix(14).allSatisfy(\.isDigit) else {
            return nil
        }
        let digits = Array(String(decoding: bytes.prefix(14), as: UTF8.self))
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        let day = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
        return LogTime("\(day)T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
    }
}
