import System

/// A new file that grows: its bytes go through a small buffer to the disk and into a check sum.
final class FileWriter {
    let path: String
    private let file: OpenFile
    private var buffer: [UInt8] = []
    private var hashing = Hashing()
    private var failure: SystemError?

    init(_ path: String) throws(ArchiveFailure) {
        self.path = path
        do throws(SystemError) {
            file = try OpenFile(writing: path, .new, mode: 0o644)
        } catch {
            throw ArchiveFailure(error)
        }
        buffer.reserveCapacity(FileBytes.window)
    }
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
        do throws(SystemError) { try file.close() } catch { failure = failure ?? error }
        if let failure { throw ArchiveFailure(failure) }
        return (hashing.count, hashing.digest)
    }

    private func flush() {
        guard failure == nil else { return buffer.removeAll(keepingCapacity: true) }
        do throws(SystemError) { try file.write(buffer) } catch { failure = error }
        hashing.add(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
