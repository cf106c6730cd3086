#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is open, closed when nobody holds it. What is read and written is whole, whatever signals come.
package final class OpenFile: Sendable {
    package let path: String
    private let descriptor: Int32
    private let closing = Closing()

    package enum Writing: Sendable {
        /// What it held is gone.
        case emptied
        /// What it held is gone; a link is not followed.
        case draft
        /// Before what it holds, which stays beyond; a link is not followed.
        case kept
        /// Refused where something stands already.
        case new
        /// After what it holds; a link is not followed.
        case atEnd
    }

    /// Never waits on a pipe that nobody writes to. Where links are taken for themselves, one at the path's end is refused.
    package init(reading path: String, links: FileStatus.Links = .followed) throws(SystemError) {
        self.path = path
        descriptor = try Beneath.openForReading(path, links: links)
    }

    package init(writing path: String, _ writing: Writing, mode: UInt32) throws(SystemError) {
        self.path = path
        let how =
            switch writing {
            case .emptied: O_TRUNC
            case .draft: O_TRUNC | O_NOFOLLOW
            case .kept: O_NOFOLLOW
            case .new: O_EXCL
            case .atEnd: O_APPEND | O_NOFOLLOW
            }
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | how, mode_t(mode))
        if descriptor < 0 { throw SystemError(path) }
    }

    deinit { closing.once(descriptor) }
}

extension OpenFile {
    package var status: FileStatus { get throws(SystemError) { try FileStatus(descriptor, path) } }

    /// Where the open file stands now, with links resolved; nil where the system does not tell.
    package var realPath: String? {
        #if canImport(Darwin)
            var buffer = [CChar](repeating: 0, count: Int(MAXPATHLEN))
            guard fcntl(descriptor, F_GETPATH, &buffer) == 0 else { return nil }
            return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #else
            return Path.absolute("/proc/self/fd/\(descriptor)")
        #endif
    }

    /// Up to `count` bytes from `offset`; none at the end or when the disk fails.
    package func bytes(from offset: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let start = buffer.baseAddress else { return }
            var got = -1
            repeat { got = pread(descriptor, start, count, off_t(offset)) } while got < 0 && errno == EINTR
            filled = max(0, got)
        }
    }

    /// The next bytes, fewer only at the file's end.
    package func bytes(_ count: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            while done < count {
                let got = Calls.read(descriptor, buffer.baseAddress?.advanced(by: done), count - done)
                if got < 0 && errno == EINTR { continue }
                if got < 0 { failure = SystemError(path) }
                if got <= 0 { break }
                done += got
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// The next bytes into a buffer, as many as the system gives; nought at the file's end.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            let count = Calls.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw SystemError(path) }
        }
    }

    package func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            let count = Calls.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw SystemError(path) }
            done += count
        }
    }

    package func write(_ bytes: [UInt8]) throws(SystemError) {
        try bytes.withUnsafeBufferPointer { bytes throws(SystemError) in try write(UnsafeRawBufferPointer(bytes)) }
    }

    /// Takes in all that another holds: as a clone where the disk has them, which takes no room, else byte for byte. Never
    /// a second name of the same file.
    package func take(bytesOf source: OpenFile) throws(SystemError) {
        if Descriptor.clone(source.descriptor, to: descriptor) { return }
        var buffer = [UInt8](repeating: 0, count: FileBytes.window)
        while true {
            let read = buffer.withUnsafeMutableBytes { part in
                Result { () throws(SystemError) in try source.read(into: part) }
            }
            let count = try read.get()
            if count == 0 { return }
            try buffer.withUnsafeBufferPointer { bytes throws(SystemError) in
                try write(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<count])))
            }
        }
    }

    package func give(_ mode: UInt32) { try? Descriptor.give(mode, to: descriptor) }

    /// Waits for nobody. Held until the file is closed.
    package func lock() throws(SystemError) {
        do throws(SystemError) {
            try Descriptor.lock(descriptor)
        } catch {
            throw SystemError(path: path, number: error.number)
        }
    }

    /// Throws away all that it holds.
    package func empty() { ftruncate(descriptor, 0) }

    /// Waits until what was written is on the disk.
    package func flush() throws(SystemError) {
        do throws(SystemError) {
            try Descriptor.flushFile(descriptor)
        } catch {
            throw SystemError(path: path, number: error.number)
        }
    }

    /// Told apart from letting go of it: some disks say only here that the bytes found no room.
    package func close() throws(SystemError) {
        if closing.once(descriptor) != 0 { throw SystemError(path) }
    }
}
