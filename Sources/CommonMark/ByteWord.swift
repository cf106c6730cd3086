/// Eight bytes of text, asked at once.
struct ByteWord {
    static let size = 8
    private let bytes: UInt64

    init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
        bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
}

extension ByteWord {
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        Self.hasZero(bytes ^ Self.ones &* UInt64(byte))
    }

    /// A byte's high bit comes from a borrow, which starts nowhere but at a byte that is zero.
    @inline(__always)
    private static func hasZero(_ bytes: UInt64) -> Bool {
        (bytes &- ones) & ~bytes & (ones &* 0x80) != 0
    }
}
