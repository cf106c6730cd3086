import Crypto

/// SHA-256 of some bytes, as 64 hexadecimal digits in lower case.
public struct Digest: Hashable, Sendable {
    public let text: String
}

extension Digest {
    public init(of bytes: some Collection<UInt8>) {
        var hash = SHA256()
        if bytes.withContiguousStorageIfAvailable({ hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }) == nil {
            hash.update(data: Array(bytes))
        }
        self.init(finished: hash)
    }

    public init(of text: String) { self.init(of: Array(text.utf8)) }

    init(finished hash: SHA256) { text = Hex.text(hash.finalize()) }

    /// Nil for anything but 64 small hexadecimal digits.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 64, Hex.bytes(text) != nil else { return nil }
        self.text = String(text)
    }

    /// What the first line of a log has for the line before it.
    public static let nothing = Digest(text: String(repeating: "0", count: 64))

}

/// Bytes written as hexadecimal digits in lower case.
enum Hex {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var digits: [UInt8] = []
        for byte in bytes {
            digits.append(Self.digits[Int(byte >> 4)])
            digits.append(Self.digits[Int(byte & 15)])
        }
        return String(decoding: digits, as: UTF8.self)
    }

    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in text.utf8 {
            guard let value = digits.firstIndex(of: digit).map({ UInt8($0) }) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return high == nil ? bytes : nil
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
