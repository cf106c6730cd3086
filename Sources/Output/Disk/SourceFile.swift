import Glibc

/// A file to be copied, open for reading. The copy never shares its inode: who edits the source in place must not
/// edit what is published.
struct SourceFile: ~Copyable {
    let path: String
    private let descriptor: CInt
    private let status: stat

    init(path: String) throws(OutputFailure) {
        try self.init(path) { open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    }

    /// A file of an output.
    init(_ name: String, in directory: OutputDirectory) throws(OutputFailure) {
        try self.init(directory.shown(name)) {
            openat(directory.descriptor, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
        }
    }

    private init(_ path: String, opening: () -> CInt) throws(OutputFailure) {
        let opened: CInt
        do throws(SystemError) {
            opened = try SystemError.check(opening)
        } catch {
            throw .readFailed(path, errno: error.number)
        }
        do throws(OutputFailure) {
            status = try Self.status(of: opened, path)
        } catch {
            close(opened)
            throw error
        }
        self.path = path
        descriptor = opened
    }

    deinit {
        close(descriptor)
    }
}

extension SourceFile {
    var size: Int { Int(status.st_size) }

    /// The source's description without opening it.
    static func status(of path: String) throws(OutputFailure) -> stat {
        var status = stat()
        do throws(SystemError) {
            _ = try SystemError.check { stat(path, &status) }
        } catch {
            throw .readFailed(path, errno: error.number)
        }
        return try regular(status, path)
    }

    /// Whether a copy with this description must be the source's: same size, same time of change, and nothing
    /// happened to the source, not even a new name, since the copy was made. A copy that stands in two trees has got a
    /// new name since, and tells nothing; nor do clocks of whole seconds.
    static func isCopy(_ copy: stat, of source: stat) -> Bool {
        copy.st_size == source.st_size && copy.st_mtim.tv_sec == source.st_mtim.tv_sec
            && copy.st_mtim.tv_nsec == source.st_mtim.tv_nsec
            && copy.st_nlink == 1 && source.st_ctim.tv_nsec != 0
            && (source.st_ctim.tv_sec, source.st_ctim.tv_nsec) < (copy.st_ctim.tv_sec, copy.st_ctim.tv_nsec)
    }

    /// Copies all bytes into a new, empty file and gives it the source's time. A clone where the file system can,
    /// else inside the kernel, else through `buffer`. `target` is the copy's path for people.
    func copy(
        to file: CInt, in directory: OutputDirectory, target: String, through buffer: inout [UInt8]
    ) throws(OutputFailure) {
        do throws(SystemError) {
            try directory.ask(.write)
            // FICLONE: _IOW(0x94, 9, int) in linux/fs.h
            if ioctl(file, 0x4004_9409, descriptor) != 0 { try copyInKernel(to: file) }
            try directory.ask(.stamp)
        } catch {
            throw OutputFailure(error, at: target)
        }
        try copyRest(to: file, target: target, through: &buffer)
        try refuseIfChanged()
        // UTIME_OMIT in linux/stat.h
        let times = [timespec(tv_sec: 0, tv_nsec: (1 << 30) - 2), status.st_mtim]
        do throws(SystemError) {
            _ = try SystemError.check { futimens(file, times) }
        } catch {
            throw OutputFailure(error, at: target)
        }
    }

    /// Whether `file`, which has the source's size, holds the same bytes.
    func isSame(as file: CInt, target: String, through buffer: inout [UInt8]) throws(OutputFailure) -> Bool {
        let window = max(1, min(size, FileBytes.window))
        FileBytes.grow(&buffer, to: window * 2)
        return try buffer.withMutableBytes { buffer throws(OutputFailure) in
            let ours = UnsafeMutableRawBufferPointer(rebasing: buffer[..<window])
            let theirs = UnsafeMutableRawBufferPointer(rebasing: buffer[window..<window * 2])
            while true {
                let count = try read(into: ours)
                let standing: Int
                do throws(SystemError) {
                    standing = try FileBytes.read(file, into: theirs)
                } catch {
                    throw OutputFailure(error, at: target)
                }
                guard
                    FileBytes.isSame(
                        UnsafeRawBufferPointer(rebasing: ours[..<count]),
                        UnsafeRawBufferPointer(rebasing: theirs[..<standing]))
                else { return false }
                if count < window { return true }
            }
        }
    }
}

extension SourceFile {
    private static func status(of descriptor: CInt, _ path: String) throws(OutputFailure) -> stat {
        var status = stat()
        do throws(SystemError) {
            _ = try SystemError.check { fstat(descriptor, &status) }
        } catch {
            throw .readFailed(path, errno: error.number)
        }
        return try regular(status, path)
    }

    private static func regular(_ status: stat, _ path: String) throws(OutputFailure) -> stat {
        switch status.st_mode & S_IFMT {
        case S_IFREG: return status
        case S_IFDIR: throw .readFailed(path, errno: EISDIR)
        default: throw .readFailed(path, errno: EINVAL)
        }
    }

    /// Up to the source's end, or until the kernel would rather not; the offsets of both files tell how far.
    private func copyInKernel(to file: CInt) throws(SystemError) {
        while true {
            let count: Int
            do throws(SystemError) {
                count = try SystemError.check { sendfile(file, descriptor, nil, 1 << 30) }
            } catch {
                if error.number == ENOSPC || error.number == EDQUOT { throw error }
                return
            }
            if count == 0 { return }
        }
    }

    /// What the kernel left: nothing, or all when it cannot copy between these two, or the place of a fault, which
    /// shows itself here as one of the source or one of the copy.
    private func copyRest(to file: CInt, target: String, through buffer: inout [UInt8]) throws(OutputFailure) {
        if lseek(file, 0, SEEK_END) == size { return }
        FileBytes.grow(&buffer, to: FileBytes.window)
        try buffer.withMutableBytes { buffer throws(OutputFailure) in
            while case let count = try read(into: buffer), count > 0 {
                do throws(SystemError) {
                    try FileBytes.writeAll(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: file)
                } catch {
                    throw OutputFailure(error, at: target)
                }
            }
        }
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer) throws(OutputFailure) -> Int {
        do throws(SystemError) {
            return try FileBytes.read(descriptor, into: buffer)
        } catch {
            throw .readFailed(path, errno: error.number)
        }
    }

    /// A source that was written to meanwhile gave half of one text and half of another.
    private func refuseIfChanged() throws(OutputFailure) {
        let now = try Self.status(of: descriptor, path)
        let isSame =
            now.st_size == status.st_size && now.st_mtim.tv_sec == status.st_mtim.tv_sec
            && now.st_mtim.tv_nsec == status.st_mtim.tv_nsec
        if !isSame { throw .readFailed(path, errno: ESTALE) }
    }
}
