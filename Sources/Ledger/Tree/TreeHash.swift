import Crypto

/// A node of a Merkle tree: 32 bytes of SHA-256, as RFC 9162 §2.1.1 makes them.
public struct TreeHash: Hashable, Sendable {
    // Inline, for a large log has a million of them.
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64
}

extension TreeHash {
    /// Of a tree without leaves.
    public static let nothing = TreeHash(SHA256.hash(data: [UInt8]()))

    /// A leaf and a node begin with different bytes, so that neither passes for the other.
    public init(leaf data: [UInt8]) { self.init(SHA256.hash(data: [0] + data)) }

    public init(_ left: TreeHash, _ right: TreeHash) {
        var hash = SHA256()
        hash.update(data: [1])
        for node in [left, right] { withUnsafeBytes(of: node) { hash.update(bufferPointer: $0) } }
        self.init(hash.finalize())
    }

    /// Of 32 bytes.
    init(_ bytes: some ContiguousBytes32) {
        self = bytes.withUnsafeBytes { bytes in
            let words = (0..<4).map { bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
            return TreeHash(first: words[0], second: words[1], third: words[2], fourth: words[3])
        }
    }

    /// Nil for anything but 32 bytes in Base64.
    public init?(base64 text: some StringProtocol) {
        guard let bytes = Base64.bytes(text), bytes.count == 32 else { return nil }
        self.init(bytes)
    }

    public var bytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }
    public var base64: String { Base64.text(bytes) }
}

/// What 32 bytes can be read from.
protocol ContiguousBytes32 {
    func withUnsafeBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value
}

extension SHA256Digest: ContiguousBytes32 {}
extension HashedAuthenticationCode<SHA256>: ContiguousBytes32 {}
extension [UInt8]: ContiguousBytes32 {}
