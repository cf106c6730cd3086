import Glibc

/// A sealed file on its way to be kept: a clone where the disk has them, which takes no room, else a copy. Never a second
/// name of the same file: who edits the paper in place must not edit what was kept of it.
struct KeptFile {
    private let source: String
    private let target: String
    private let temporary: String
    private let digest: Digest

    init(_ folder: LedgerFolder, _ paper: LogPaper) {
        let copies = "\(folder.root)/\(LedgerFolder.copies)"
        source = "\(folder.root)/content/\(paper.path)"
        target = "\(copies)/\(paper.digest.text)"
        temporary = "\(copies)/skrivs-\(getpid())"
        digest = paper.digest
    }
}

extension KeptFile {
    /// What is kept is what was sealed, or nothing is.
    func keep() throws(LedgerFailure) {
        do throws(LedgerFailure) {
            try copy()
            guard try LedgerFolder.digest(ofFile: temporary).digest == digest else { throw .changedMeanwhile }
            guard rename(temporary, target) == 0 else { throw .system(path: target, errno: errno) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    private func copy() throws(LedgerFailure) {
        let from = open(source, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard from >= 0 else { throw .system(path: source, errno: errno) }
        defer { close(from) }
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard file >= 0 else { throw .system(path: temporary, errno: errno) }
        var number: Int32 = 0
        // FICLONE: _IOW(0x94, 9, int) in linux/fs.h
        if ioctl(file, 0x4004_9409, from) != 0 { number = copyBytes(from, to: file) }
        if number == 0, fsync(file) != 0 { number = errno }
        if close(file) != 0, number == 0 { number = errno }
        if number != 0 { throw .system(path: temporary, errno: number) }
    }

    private func copyBytes(_ from: Int32, to file: Int32) -> Int32 {
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(from, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return count == 0 ? 0 : errno }
            var done = 0
            while done < count {
                let written = buffer.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + done }, count - done) }
                if written < 0 && errno == EINTR { continue }
                if written <= 0 { return errno }
                done += written
            }
        }
    }
}
