import Crypto
import System

/// A package's name follows from what it holds: a UUID of version 5 (RFC 9562) in the name space of addresses.
enum PackageName {
    /// `ADDRESS|WHAT|AUDIENCE|H`, where H is the check sum of all that lies in original/.
    static func seed(address: String, scope: String, audience: String, content: String) -> String {
        "\(address)|\(scope)|\(audience)|\(content)"
    }

    /// SHA-256 of the lines `sha256  path`, sorted by their bytes.
    static func contentDigest(_ files: [(path: String, digest: String)]) -> String {
        let lines = files.map { "\($0.digest)  \($0.path)\n" }
        var hashing = Hashing()
        for line in lines.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) { hashing.add(Array(line.utf8)) }
        return hashing.digest
    }

    static func id(of seed: String) -> String {
        let space: [UInt8] = [
            0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
        ]
        var bytes = Array(Insecure.SHA1.hash(data: space + Array(seed.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Hexadecimal.text(bytes)
        var parts: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: "-")
    }
}
