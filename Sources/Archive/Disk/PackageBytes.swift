import System

/// Reading of files a piece at a time: none is ever held whole unless it is asked for.
enum PackageBytes {
    static let window = FileBytes.window

    /// Calls the body with a file's bytes, a piece at a time.
    static func read(
        _ path: String, _ body: (UnsafeRawBufferPointer) throws(ArchiveFailure) -> Void
    ) throws(ArchiveFailure) {
        let file = try opened(path)
        let before = try status(file)
        guard before.kind == .file else { throw .disk(path: path, errno: notAFile) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: window, alignment: 16)
        defer { buffer.deallocate() }
        var count = 0
        while true {
            let got: Int
            do throws(SystemError) { got = try file.read(into: buffer) } catch { throw ArchiveFailure(error) }
            if got == 0 { break }
            count += got
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
        }
        let after = try status(file)
        let isSame = after.size == before.size && count == after.size && after.modified == before.modified
        if !isSame { throw .changedMeanwhile(path: path) }
    }

    /// EINVAL, as a system's word for what is no file.
    private static let notAFile: Int32 = 22

    private static func opened(_ path: String) throws(ArchiveFailure) -> OpenFile {
        do throws(SystemError) { return try OpenFile(reading: path) } catch { throw ArchiveFailure(error) }
    }

    private static func status(_ file: OpenFile) throws(ArchiveFailure) -> FileStatus {
        do throws(SystemError) { return try file.status } catch { throw ArchiveFailure(error) }
    }

    /// What a file begins with: enough to tell most kinds.
    static func head(_ path: String) throws(ArchiveFailure) -> [UInt8] {
        do throws(SystemError) { return try FileBytes.head(path, count: 4096) } catch { throw ArchiveFailure(error) }
    }

    /// A whole text, such as an XML document.
    static func whole(_ path: String) throws(ArchiveFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        try read(path) { bytes += $0 }
        return bytes
    }
}

extension ArchiveFailure {
    init(_ error: SystemError) { self = .disk(path: error.path, errno: error.number) }
}
