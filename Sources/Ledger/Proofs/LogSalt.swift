import Crypto

/// What keeps the tree from telling what it hides: a secret of the log's own, kept in content/ and never published. The
/// same log with the same salt gives the same tree.
public struct LogSalt: Sendable {
    /// Relative to the site's root.
    public static let file = "content/forsegling/salt"

    private let key: SymmetricKey

    /// Of the file: 64 hexadecimal digits and a line feed.
    public init?(reading bytes: [UInt8]) {
        guard bytes.count == 65, bytes.last == 0x0A,
            let secret = Hex.bytes(String(decoding: bytes.dropLast(), as: UTF8.self))
        else { return nil }
        key = SymmetricKey(data: secret)
    }

    /// A new one, by chance.
    public init() { key = SymmetricKey(size: .bits256) }
}

extension LogSalt {
    public var bytes: [UInt8] { Array(key.withUnsafeBytes { Hex.text($0) }.utf8) + [0x0A] }

    /// A secret for each line, which hangs on all that the line says.
    func line(_ number: Int, _ digest: Digest) -> LineSalt { LineSalt(key: hash("rad \(number) \(digest.text)")) }

    /// For what may be told of without telling what it is; 128 hexadecimal digits.
    func longHash(of bytes: [UInt8]) -> String {
        Hex.text(HMAC<SHA512>.authenticationCode(for: bytes, using: key))
    }

    private func hash(_ text: String) -> SymmetricKey {
        SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }
}

/// The secret of one line.
struct LineSalt: Sendable {
    fileprivate let key: SymmetricKey

    func hash(_ text: String) -> TreeHash {
        TreeHash(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }
}
