import Crypto

/// What a time stamp authority is sent (RFC 3161 §2.4.1): a hash, and the wish for the authority's certificate.
public struct TimestampQuery: Sendable {
    public let bytes: [UInt8]

    public init(of data: [UInt8], _ algorithm: TimestampHash) {
        let imprint = DER.sequence(
            DER.sequence(DER.value(0x06, algorithm.identifier), DER.value(0x05, [])),
            DER.value(0x04, algorithm.hash(of: data)))
        bytes = DER.sequence(DER.value(0x02, [1]), imprint, DER.value(0x01, [0xFF]))
    }
}

/// What a time stamp is of.
public enum TimestampHash: String, CaseIterable, Sendable {
    case sha256 = "SHA-256"
    case sha512 = "SHA-512"

    /// The object identifier's bytes.
    var identifier: [UInt8] {
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, self == .sha256 ? 0x01 : 0x03]
    }

    func hash(of data: [UInt8]) -> [UInt8] {
        self == .sha256 ? Array(SHA256.hash(data: data)) : Array(SHA512.hash(data: data))
    }
}
