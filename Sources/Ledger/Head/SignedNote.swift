/// A text and those who signed it (c2sp.org/signed-note).
public struct SignedNote: Hashable, Sendable {
    /// Ends with a line feed.
    public let text: String
    public private(set) var signatures: [Signature]

    public struct Signature: Hashable, Sendable {
        public let name: String
        /// The first four bytes of the key's own hash.
        public let keyID: [UInt8]
        public let bytes: [UInt8]
    }

    public init(text: String, signatures: [Signature] = []) { (self.text, self.signatures) = (text, signatures) }
}

extension SignedNote {
    /// Nil for anything that is no note: a text, an empty line, and at least one line with a signature.
    public init?(reading bytes: [UInt8]) {
        guard bytes.count <= 1 << 20, let whole = String(validating: bytes, as: UTF8.self), whole.utf8.last == 0x0A,
            !bytes.contains(where: { $0 < 0x20 && $0 != 0x0A })
        else { return nil }
        var lines = whole.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        var signatures: [Signature] = []
        while let line = lines.popLast(), !line.isEmpty {
            guard let signature = Signature(line) else { return nil }
            signatures.append(signature)
        }
        guard !signatures.isEmpty, !lines.isEmpty else { return nil }
        self.init(text: lines.map { $0 + "\n" }.joined(), signatures: signatures.reversed())
    }

    public var bytes: [UInt8] { Array((text + "\n" + signatures.map { $0.line + "\n" }.joined()).utf8) }

    /// The text with its first signature alone: what time stamps are of, for others may sign later.
    public var dated: [UInt8] { SignedNote(text: text, signatures: Array(signatures.prefix(1))).bytes }

    public mutating func add(_ signature: Signature) {
        signatures.removeAll { $0.name == signature.name && $0.keyID == signature.keyID }
        signatures.append(signature)
    }
}

extension SignedNote.Signature {
    fileprivate init?(_ line: Substring) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "\u{2014}", NoteKey.isName(parts[1]),
            let bytes = Base64.bytes(parts[2]), bytes.count > 4
        else { return nil }
        self.init(name: String(parts[1]), keyID: Array(bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
    }

    var line: String { "\u{2014} \(name) \(Base64.text(keyID + bytes))" }
}
