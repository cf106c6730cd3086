import Crypto

/// A public key with the name that its signatures have in a note (c2sp.org/signed-note, "Verifier keys").
public struct NoteKey: Hashable, Sendable {
    public let name: String
    public let kind: Kind
    /// 32 bytes.
    let key: [UInt8]

    public enum Kind: UInt8, Sendable {
        /// Ed25519 over the text.
        case log = 1
        /// Ed25519 over the text and a time (c2sp.org/tlog-cosignature).
        case cosigner = 4
    }
}

extension NoteKey {
    public init(_ key: SigningKey, name: String, kind: Kind) {
        self.init(name: name, kind: kind, key: key.publicBytes)
    }

    /// Of a public key in 64 hexadecimal digits.
    public init?(hex: String, name: String, kind: Kind) {
        guard let key = Hex.bytes(hex), key.count == 32 else { return nil }
        self.init(name: name, kind: kind, key: key)
    }

    /// `example.com/foo+530d903a+AekyeR…`
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, NoteKey.isName(parts[0]), let bytes = Base64.bytes(parts[2]), bytes.count == 33,
            let kind = Kind(rawValue: bytes[0])
        else { return nil }
        self.init(name: String(parts[0]), kind: kind, key: Array(bytes.dropFirst()))
        guard Hex.text(id) == parts[1] else { return nil }
    }

    public var text: String { "\(name)+\(Hex.text(id))+\(Base64.text([kind.rawValue] + key))" }

    public var hex: String { Hex.text(key) }

    public var id: [UInt8] { Array(SHA256.hash(data: Array(name.utf8) + [0x0A, kind.rawValue] + key).prefix(4)) }

    public static func isName(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "+" || $0.isNewline }
    }

    /// The signature that claims to be this key's.
    public func claimed(in note: SignedNote) -> SignedNote.Signature? {
        note.signatures.first { $0.name == name && $0.keyID == id }
    }

    /// The time is that of a cosignature, in seconds since 1970; zero for a log's own signature. Nil where the key has not
    /// signed the note.
    public func signed(_ note: SignedNote) -> UInt64? {
        guard let signature = claimed(in: note), let key = PublicKey(bytes: key) else { return nil }
        switch kind {
        case .log: return key.isSignature(signature.bytes, of: Array(note.text.utf8)) ? 0 : nil
        case .cosigner:
            guard signature.bytes.count == 72 else { return nil }
            let time = signature.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let message = Cosignature.message(note.text, time: time)
            return key.isSignature(Array(signature.bytes.dropFirst(8)), of: message) ? time : nil
        }
    }
}

extension SignedNote {
    /// With the log's own signature.
    public init(_ checkpoint: Checkpoint, signedBy key: SigningKey) {
        let own = NoteKey(key, name: checkpoint.origin, kind: .log)
        let signature = key.signatureBytes(of: Array(checkpoint.text.utf8))
        self.init(
            text: checkpoint.text,
            signatures: [SignedNote.Signature(name: own.name, keyID: own.id, bytes: signature)])
    }
}

/// What somebody else's signature of a head is of (c2sp.org/tlog-cosignature).
public enum Cosignature {
    static func message(_ text: String, time: UInt64) -> [UInt8] { Array("cosignature/v1\ntime \(time)\n\(text)".utf8) }

    public static func make(_ text: String, name: String, time: UInt64, key: SigningKey) -> SignedNote.Signature {
        let own = NoteKey(key, name: name, kind: .cosigner)
        let big = (0..<8).map { UInt8(truncatingIfNeeded: time >> (56 - 8 * UInt64($0))) }
        return SignedNote.Signature(
            name: name, keyID: own.id, bytes: big + key.signatureBytes(of: message(text, time: time)))
    }
}
