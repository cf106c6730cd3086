import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What can be done with a descriptor, whoever owns it.
package enum Descriptor {
    /// - Returns: the refusal, where a disk says only here that the bytes found no room.
    @discardableResult
    package static func close(_ file: Int32, _ path: @autoclosure () -> String = "") -> SystemError? {
        let answer = Calls.close(file)
        // A signal that came meanwhile has closed it all the same.
        return answer != 0 && errno != EINTR ? SystemError(path()) : nil
    }

    package static func status(of file: Int32, _ path: @autoclosure () -> String = "") throws(SystemError) -> FileStatus
    {
        try FileStatus(file, path())
    }

    package static func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            done += try Beneath.check("") { Calls.write(file, bytes.baseAddress.map { $0 + done }, bytes.count - done) }
        }
    }

    /// Fills the buffer from the file, less only at the file's end.
    package static func read(
        _ file: Int32, into buffer: UnsafeMutableRawBufferPointer
    ) throws(SystemError) -> Int {
        var done = 0
        while done < buffer.count {
            let count = try Beneath.check("") {
                Calls.read(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            if count == 0 { break }
            done += count
        }
        return done
    }

    /// Waits for nobody. The lock goes with the descriptor, whatever becomes of the process.
    package static func lock(_ file: Int32) throws(SystemError) {
        _ = try Beneath.check("") { flock(file, LOCK_EX | LOCK_NB) }
    }

    package static func unlock(_ file: Int32) { flock(file, LOCK_UN) }
}

// MARK: - To the disk

extension Descriptor {
    /// Waits until what was written to it is on the disk. Some disks refuse for folders, and need not be asked.
    package static func flush(_ file: Int32) { fsync(file) }

    /// The same of a file, whose disk has to.
    package static func flushFile(_ file: Int32) throws(SystemError) { _ = try Beneath.check("") { fsync(file) } }

    /// Waits until all that was written to the same disk is there.
    package static func synchronizeDisk(of file: Int32) throws(SystemError) {
        _ = try Beneath.check("") { klubba_synchronize(file) }
    }

    /// The kind of the disk, as statfs(2) numbers it; nought where nobody can tell.
    package static func kindOfDisk(of file: Int32) -> UInt64 { UInt64(klubba_file_system(file)) }

    /// Gives one open folder the mode, owner and access lists of another, as far as may be.
    package static func take(_ file: Int32, after model: Int32) { klubba_take_after(file, model) }

    package static func give(_ mode: UInt32, to file: Int32) throws(SystemError) {
        _ = try Beneath.check("") { fchmod(file, mode_t(mode)) }
    }

    /// Whether it belongs to this user.
    package static func isOwn(_ status: FileStatus) -> Bool { status.owner == geteuid() }
}

// MARK: - Copies

extension Descriptor {
    /// Lets a new, empty file share what another holds until one of them is written to; false where the disk cannot.
    package static func clone(_ source: Int32, to file: Int32) -> Bool {
        #if os(Linux)
            // FICLONE: _IOW(0x94, 9, int) in linux/fs.h
            ioctl(file, 0x4004_9409, source) == 0
        #else
            false
        #endif
    }

    /// Inside the kernel, up to the source's end, or until the kernel would rather not; the places in both files tell how
    /// far. Only a full disk is told of.
    package static func copyInKernel(_ source: Int32, to file: Int32) throws(SystemError) {
        #if os(Linux)
            while true {
                let count: Int
                do throws(SystemError) {
                    count = try Beneath.check("") { sendfile(file, source, nil, 1 << 30) }
                } catch {
                    if error.isDiskFull { throw error }
                    return
                }
                if count == 0 { return }
            }
        #endif
    }

    /// Goes to the end, and tells where that is.
    package static func end(of file: Int32) -> Int { Int(lseek(file, 0, SEEK_END)) }

    /// Sets when the bytes were changed, in nanoseconds since 1970, and leaves when they were read.
    package static func setModified(_ nanoseconds: Int, of file: Int32) throws(SystemError) {
        var seconds = nanoseconds / 1_000_000_000
        var rest = nanoseconds % 1_000_000_000
        if rest < 0 { (seconds, rest) = (seconds - 1, rest + 1_000_000_000) }
        #if os(Linux)
            // UTIME_OMIT in linux/stat.h
            let omitted = (1 << 30) - 2
        #else
            let omitted = -2
        #endif
        let times = [timespec(tv_sec: 0, tv_nsec: omitted), timespec(tv_sec: seconds, tv_nsec: rest)]
        _ = try Beneath.check("") { futimens(file, times) }
    }
}
