import Crypto

/// SHA-256 (FIPS 180-4) as it grows.
package struct SHA256Sum {
    private var hash = SHA256()
    /// How many bytes it is of.
    package private(set) var count = 0

    package init() {}
}

extension SHA256Sum {
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: bytes)
        count += bytes.count
    }

    package mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

    /// Of what has been added so far, 32 bytes.
    package var bytes: [UInt8] { Array(hash.finalize()) }

    /// 64 hexadecimal digits in small letters.
    package var text: String { Hexadecimal.text(bytes) }

    package static func text(of bytes: [UInt8]) -> String {
        var sum = SHA256Sum()
        sum.update(bytes)
        return sum.text
    }

    /// Of a file's bytes, which are never held whole.
    package init(ofFile path: String, links: FileStatus.Links = .followed) throws(SystemError) {
        self.init()
        let file = try OpenFile(reading: path, links: links)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: FileBytes.window, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try file.read(into: buffer)
            if count == 0 { return }
            update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
