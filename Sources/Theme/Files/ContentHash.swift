/// FNV-1a of 64 bits, folded to 32: the same on every machine, and no secret depends on it.
enum ContentHash {
    /// In digits.
    static let length = 8

    static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(UInt32(truncatingIfNeeded: hash ^ hash >> 32), radix: 16)
        return String(repeating: "0", count: length - digits.count) + digits
    }
}
