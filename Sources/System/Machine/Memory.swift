#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Bytes in memory, by the C library's fastest ways.
package enum Memory {
    /// The first place of a byte from one on, below `end`.
    @inlinable @inline(__always)
    package static func place(
        of byte: UInt8, in bytes: UnsafeRawPointer, from start: Int, to end: Int
    ) -> Int? {
        guard start < end, let found = memchr(bytes + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(found) - bytes
    }

    /// Below nought when the left bytes come first, nought when they are the same: each byte as a number.
    @inlinable @inline(__always)
    package static func order(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, count: Int) -> Int {
        Int(memcmp(left, right, count))
    }

    @inlinable @inline(__always)
    package static func isSame(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, count: Int) -> Bool {
        memcmp(left, right, count) == 0
    }

    /// How many bytes a C string has before its nought byte.
    @inlinable @inline(__always)
    package static func length(_ text: UnsafePointer<CChar>) -> Int { Int(strlen(text)) }

    /// How many bytes a C string begins with that are none of `stops`.
    @inlinable @inline(__always)
    package static func run(_ text: UnsafePointer<CChar>, until stops: UnsafePointer<CChar>) -> Int {
        Int(strcspn(text, stops))
    }
}
