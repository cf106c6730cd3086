import Crypto
import Glibc

/// Reading and writing of files a piece at a time: none is ever held whole.
enum FileBytes {
    static let window = 1 << 18

    /// The failure that the system has just told of.
    static func failure(_ path: String) -> ArchiveFailure { .disk(path: path, errno: errno) }

    /// Calls the body with a file's bytes, a piece at a time.
    static func read(
        _ path: String, _ body: (UnsafeRawBufferPointer) throws(ArchiveFailure) -> Void
    ) throws(ArchiveFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var before = stat()
        guard fstat(descriptor, &before) == 0 else { throw failure(path) }
        guard before.st_mode & S_IFMT == S_IFREG else { throw .disk(path: path, errno: EINVAL) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: window, alignment: 16)
        defer { buffer.deallocate() }
        var count = 0
        while true {
            let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw failure(path) }
            if got == 0 { break }
            count += got
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
        }
        var after = stat()
        guard fstat(descriptor, &after) == 0 else { throw failure(path) }
        let isSame =
            after.st_size == before.st_size && count == Int(after.st_size)
            && after.st_mtim.tv_sec == before.st_mtim.tv_sec && after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
        if !isSame { throw .changedMeanwhile(path: path) }
    }

    static func write(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String
    ) throws(ArchiveFailure) {
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure(path) }
            done += count
        }
    }

    /// What a file begins with: enough to tell most kinds.
    static func head(_ path: String) throws(ArchiveFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw failure(path) }
        return Array(bytes.prefix(count))
    }

    /// A whole text, such as an XML document.
    static func whole(_ path: String) throws(ArchiveFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        try read(path) { bytes += $0 }
        return bytes
    }

    static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }
}

/// SHA-256 (FIPS 180-4) as it grows.
struct Hashing {
    private var hash = SHA256()
    private(set) var count = 0

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: bytes)
        count += bytes.count
    }

    mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    /// 64 hexadecimal digits in lower case.
    var digest: String { Hashing.text(hash.finalize()) }

    static func digest(of bytes: [UInt8]) -> String {
        var hashing = Hashing()
        hashing.add(bytes)
        return hashing.digest
    }

    static func digest(ofFile path: String) throws(ArchiveFailure) -> (digest: String, size: Int) {
        var hashing = Hashing()
        try FileBytes.read(path) { hashing.add($0) }
        return (hashing.digest, hashing.count)
    }

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension FileBytes {
    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
