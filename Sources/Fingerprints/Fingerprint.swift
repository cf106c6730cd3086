/// 64 bits of what something is made from, to tell whether it could have changed since. The same on every machine.
/// It keeps nobody out: what must not be forged is sealed with SHA-256.
public struct Fingerprint: Hashable, Sendable {
    public private(set) var bits: UInt64

    public init(bits: UInt64 = 0x9E37_79B9_7F4A_7C15) { self.bits = bits }
}

extension Fingerprint {
    /// Mixed as by SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators"); order counts.
    @inline(__always)
    public mutating func add(_ word: UInt64) {
        var mixed = (bits ^ word) &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        bits = (mixed ^ (mixed >> 31)) &+ bits.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93).high
    }

    public mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    public mutating func add(_ other: Fingerprint) { add(other.bits) }

    /// The text's bytes, and where it ends.
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// The bytes, and where they end.
    public mutating func add(bytes raw: UnsafeRawBufferPointer) {
        var index = 0
        while index + 8 <= raw.count {
            add(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
            index += 8
        }
        var rest: UInt64 = 0
        for offset in index..<raw.count { rest = rest << 8 | UInt64(raw[offset]) }
        add(rest)
        add(raw.count)
    }

    /// Nil is told from every text.
    public mutating func add(_ text: String?) {
        add(text == nil ? 0 : 1)
        if let text { add(text) }
    }
}
