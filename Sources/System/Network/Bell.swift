#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Wakes a server's thread from another.
package final class Bell: Sendable {
    /// Can be read from when it has rung.
    package let descriptor: Int32
    private let rope: Int32

    /// Nil when the system has no more descriptors.
    package init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        (descriptor, rope) = (ends[0], ends[1])
        for end in ends { Socket.keepToItself(end) }
    }

    deinit {
        Descriptor.close(descriptor)
        Descriptor.close(rope)
    }

    package func ring() {
        var byte: UInt8 = 1
        _ = write(rope, &byte, 1)
    }

    /// Takes note of all that it has rung.
    package func quiet() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &bytes, bytes.count) > 0 {}
    }
}
