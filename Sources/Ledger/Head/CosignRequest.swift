/// What somebody is asked to sign: a head, and the proof that it contains the one that they signed before
/// (c2sp.org/tlog-witness).
public struct CosignRequest: Hashable, Sendable {
    /// The size of the head before; 0 for the first time.
    public let old: Int
    public let proof: [TreeHash]
    public let note: SignedNote

    public init(old: Int, proof: [TreeHash], note: SignedNote) {
        (self.old, self.proof, self.note) = (old, proof, note)
    }
}

extension CosignRequest {
    public init?(reading bytes: [UInt8]) {
        guard let end = bytes.indices.dropLast().first(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }),
            let head = String(validating: bytes[..<end], as: UTF8.self),
            let note = SignedNote(reading: Array(bytes[(end + 2)...]))
        else { return nil }
        let lines = head.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines[0].hasPrefix("old "), let old = Int(lines[0].dropFirst(4)), old >= 0, "old \(old)" == lines[0],
            lines.count <= 64
        else { return nil }
        let proof = lines.dropFirst().compactMap { TreeHash(base64: $0) }
        guard proof.count == lines.count - 1 else { return nil }
        self.init(old: old, proof: proof, note: note)
    }

    public var bytes: [UInt8] {
        Array((["old \(old)"] + proof.map(\.base64)).map { $0 + "\n" }.joined().utf8) + [0x0A] + note.bytes
    }
}
