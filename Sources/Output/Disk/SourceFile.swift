import System

/// A file to be copied, open for reading. The copy never shares its inode: who edits the source in place must not
/// edit what is published.
struct SourceFile: ~Copyable {
    let path: String
    private let descriptor: Int32
    private let status: FileStatus

    /// - Parameter guarded: the folder of which no file is reached by a link: what was put there meanwhile leads nowhere.
    init(path: String, guarded: String? = nil) throws(OutputFailure) {
        try self.init(path) { () throws(SystemError) in
            try Beneath.openForReading(path, links: FileStatus.Links(to: path, guarded: guarded))
        }
    }

    /// A file of an output.
    init(_ name: String, in directory: OutputDirectory) throws(OutputFailure) {
        try self.init(directory.shown(name)) { () throws(SystemError) in try directory.openForReading(name) }
    }

    private init(_ path: String, opening: () throws(SystemError) -> Int32) throws(OutputFailure) {
        let opened: Int32
        do throws(SystemError) {
            opened = try opening()
        } catch {
            throw .readFailed(path, errno: error.number)
        }
        do throws(OutputFailure) {
            status = try Self.status(of: opened, path)
        } catch {
            Descriptor.close(opened)
            throw error
        }
        self.path = path
        descriptor = opened
    }

    deinit { Descriptor.close(descriptor) }
}

extension SourceFile {
    var size: Int { status.size }

    /// The source's description without opening it.
    static func status(of path: String) throws(OutputFailure) -> FileStatus {
        do throws(SystemError) {
            return try regular(FileStatus(path), path)
        } catch {
            throw .readFailed(path, errno: error.number)
        }
    }

    /// Whether a copy with this description must be the source's: same size, same time of change, and nothing
    /// happened to the source, not even a new name, since the copy was made. A copy that stands in two trees has got a
    /// new name since, and tells nothing; nor do clocks of whole seconds.
    static func isCopy(_ copy: FileStatus, of source: FileStatus) -> Bool {
        copy.size == source.size && copy.modified == source.modified && copy.names == 1
            && source.changed % 1_000_000_000 != 0 && source.changed < copy.changed
    }

    /// Copies all bytes into a new, empty file and gives it the source's time. A clone where the file system can,
    /// else inside the kernel, else through `buffer`. `target` is the copy's path for people.
    func copy(
        to file: Int32, in directory: OutputDirectory, target: String, through buffer: inout [UInt8]
    ) throws(OutputFailure) {
        do throws(SystemError) {
            try directory.ask(.write)
            if !Descriptor.clone(descriptor, to: file) { try Descriptor.copyInKernel(descriptor, to: file) }
            try directory.ask(.stamp)
        } catch {
            throw OutputFailure(error, at: target)
        }
        try copyRest(to: file, target: target, through: &buffer)
        try refuseIfChanged()
        do throws(SystemError) {
            try Descriptor.setModified(status.modified, of: file)
        } catch {
            throw OutputFailure(error, at: target)
        }
    }

    /// Whether `file`, which has the source's size, holds the same bytes.
    func isSame(as file: Int32, target: String, through buffer: inout [UInt8]) throws(OutputFailure) -> Bool {
        let window = max(1, min(size, FileWindow.size))
        FileWindow.grow(&buffer, to: window * 2)
        return try buffer.withMutableBytes { buffer throws(OutputFailure) in
            let ours = UnsafeMutableRawBufferPointer(rebasing: buffer[..<window])
            let theirs = UnsafeMutableRawBufferPointer(rebasing: buffer[window..<window * 2])
            while true {
                let count = try read(into: ours)
                let standing: Int
                do throws(SystemError) {
                    standing = try Descriptor.read(file, into: theirs)
                } catch {
                    throw OutputFailure(error, at: target)
                }
                guard
                    FileWindow.isSame(
                        UnsafeRawBufferPointer(rebasing: ours[..<count]),
                        UnsafeRawBufferPointer(rebasing: theirs[..<standing]))
                else { return false }
                if count < window { return true }
            }
        }
    }
}

extension SourceFile {
    private static func status(of descriptor: Int32, _ path: String) throws(OutputFailure) -> FileStatus {
        do throws(SystemError) {
            return try regular(Descriptor.status(of: descriptor, path), path)
        } catch {
            throw .readFailed(path, errno: error.number)
        }
    }

    private static func regular(_ status: FileStatus, _ path: String) throws(SystemError) -> FileStatus {
        switch status.kind {
        case .file: return status
        case .folder: throw SystemError(path: path, number: SystemError.Number.isFolder)
        default: throw SystemError(path: path, number: SystemError.Number.invalid)
        }
    }

    /// What the kernel left: nothing, or all when it cannot copy between these two, or the place of a fault, which
    /// shows itself here as one of the source or one of the copy.
    private func copyRest(to file: Int32, target: String, through buffer: inout [UInt8]) throws(OutputFailure) {
        if Descriptor.end(of: file) == size { return }
        FileWindow.grow(&buffer, to: FileWindow.size)
        try buffer.withMutableBytes { buffer throws(OutputFailure) in
            while case let count = try read(into: buffer), count > 0 {
                do throws(SystemError) {
                    try Descriptor.writeAll(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: file)
                } catch {
                    throw OutputFailure(error, at: target)
                }
            }
        }
    }

    private func read(into buffer: UnsafeMutableRawBufferPointer) throws(OutputFailure) -> Int {
        do throws(SystemError) {
            return try Descriptor.read(descriptor, into: buffer)
        } catch {
            throw .readFailed(path, errno: error.number)
        }
    }

    /// A source that was written to meanwhile gave half of one text and half of another.
    private func refuseIfChanged() throws(OutputFailure) {
        let now = try Self.status(of: descriptor, path)
        let isSame = now.size == status.size && now.modified == status.modified
        if !isSame { throw .readFailed(path, errno: SystemError.Number.stale) }
    }
}
