import Glibc

/// A new file that grows: its bytes go through a small buffer to the disk and into a check sum.
final class FileWriter {
    let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var hashing = Hashing()
    private var failure: ArchiveFailure?
    private var isClosed = false

    init(_ path: String) throws(ArchiveFailure) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileBytes.failure(path) }
        buffer.reserveCapacity(FileBytes.window)
    }

    deinit { if !isClosed { close(descriptor) } }
}

extension FileWriter {
    /// A failure of the disk is told when the file is finished.
    func add(_ bytes: some Collection<UInt8>) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= FileBytes.window { flush() }
    }

    func add(_ bytes: UnsafeRawBufferPointer) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= FileBytes.window { flush() }
    }

    /// The check sum of what has been added so far.
    var digest: String {
        flush()
        return hashing.digest
    }

    func finish() throws(ArchiveFailure) -> (size: Int, digest: String) {
        flush()
        isClosed = true
        if close(descriptor) != 0, failure == nil { failure = FileBytes.failure(path) }
        if let failure { throw failure }
        return (hashing.count, hashing.digest)
    }

    private func flush() {
        guard failure == nil else { return buffer.removeAll(keepingCapacity: true) }
        failure = buffer.withUnsafeBytes { bytes in
            do throws(ArchiveFailure) {
                try FileBytes.write(bytes, to: descriptor, path)
                return nil
            } catch {
                return error
            }
        }
        hashing.add(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
