import Crypto

/// An Ed25519 key that signs lines. It lives in a file outside the site.
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// The 32 bytes of the key, as PKCS #8 in PEM (`openssl genpkey -algorithm ed25519`) or as 64 hexadecimal digits.
    public init?(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { $0 != " " } }
        let seed: [UInt8]?
        if lines.first == "-----BEGINPRIVATEKEY-----", lines.last == "-----ENDPRIVATEKEY-----" {
            let der = Base64.bytes(lines.dropFirst().dropLast().joined())
            // RFC 8410: the algorithm, and the seed as an octet string in an octet string.
            let prefix: [UInt8] = [0x30, 0x2E, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 0x22, 4, 0x20]
            seed = der.flatMap { $0.count == 48 && $0.starts(with: prefix) ? Array($0.dropFirst(16)) : nil }
        } else {
            seed = lines.count == 1 ? Hex.bytes(lines[0]) : nil
        }
        guard let seed, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
        self.key = key
    }

    /// A new key, for tests and for those without openssl.
    public init() { key = Curve25519.Signing.PrivateKey() }
}

extension SigningKey {
    /// 64 hexadecimal digits.
    public var publicKey: String { Hex.text(key.publicKey.rawRepresentation) }

    /// 64 hexadecimal digits, to be kept secret.
    public var secret: String { Hex.text(key.rawRepresentation) }

    var publicBytes: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// 64 bytes; empty should the library refuse.
    func signatureBytes(of bytes: [UInt8]) -> [UInt8] { (try? key.signature(for: bytes)).map { Array($0) } ?? [] }

    /// 128 hexadecimal digits; empty should the library refuse, and then the line would count as wrongly signed.
    public func signature(of bytes: [UInt8]) -> String {
        (try? key.signature(for: bytes)).map { Hex.text($0) } ?? ""
    }
}

/// What tells whether a signature is the key's.
public struct PublicKey: Sendable {
    private let key: Curve25519.Signing.PublicKey

    /// Nil for anything but the 64 hexadecimal digits of a key.
    public init?(_ text: String) {
        guard let bytes = Hex.bytes(text), bytes.count == 32,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    init?(bytes: [UInt8]) {
        guard bytes.count == 32, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
            return nil
        }
        self.key = key
    }

    func isSignature(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        signature.count == 64 && key.isValidSignature(signature, for: bytes)
    }

    public func isSignature(_ signature: String, of bytes: [UInt8]) -> Bool {
        guard let signature = Hex.bytes(signature), signature.count == 64 else { return false }
        return key.isValidSignature(signature, for: bytes)
    }
}
