import System

/// The check sum of a file in a package as it grows: SHA-256, and how many bytes it is of.
struct Hashing {
    private var sum = SHA256Sum()

    var count: Int { sum.count }

    mutating func add(_ bytes: UnsafeRawBufferPointer) { sum.update(bytes) }

    mutating func add(_ bytes: [UInt8]) { sum.update(bytes) }

    /// 64 hexadecimal digits in lower case.
    var digest: String { sum.text }

    static func digest(of bytes: [UInt8]) -> String { SHA256Sum.text(of: bytes) }

    /// Of a file that is the same all the while.
    static func digest(ofFile path: String) throws(ArchiveFailure) -> (digest: String, size: Int) {
        var hashing = Hashing()
        try PackageBytes.read(path) { hashing.add($0) }
        return (hashing.digest, hashing.count)
    }
}
