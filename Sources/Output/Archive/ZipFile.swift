import System

/// A zip archive written as it grows (PKWARE APPNOTE 6.3, stored entries): no entry is held in memory. The same entries
/// give the same bytes.
public final class ZipFile {
    private let file: OpenFile
    private let path: String
    private var offset = 0
    private var directory: [UInt8] = []
    private var count = 0

    /// Begins a new file at `path`.
    public init(_ path: String) throws(OutputFailure) {
        do throws(SystemError) {
            file = try OpenFile(writing: path, .emptied, mode: 0o644)
        } catch {
            throw .system(path, errno: error.number)
        }
        self.path = path
    }
}

extension ZipFile {
    public func add(_ name: String, bytes: [UInt8]) throws(OutputFailure) {
        var sum = CRC32()
        bytes.withUnsafeBytes { sum.add($0) }
        try begin(name, size: bytes.count, sum: sum.value)
        try write(bytes)
    }

    /// Copies a file, read twice: once for its check sum, which stands before it.
    ///
    /// - Parameter guarded: the folder of which no file is reached by a link.
    public func add(_ name: String, file: String, guarded: String? = nil) throws(OutputFailure) {
        let links = FileStatus.Links(to: file, guarded: guarded)
        var (sum, size) = (CRC32(), 0)
        try read(file, links) { (part: UnsafeRawBufferPointer) throws(OutputFailure) in
            sum.add(part)
            size += part.count
        }
        try begin(name, size: size, sum: sum.value)
        var left = size
        try read(file, links) { (part: UnsafeRawBufferPointer) throws(OutputFailure) in
            left -= part.count
            try self.write(part)
        }
        // It changed while it was read: what was promised of it no longer holds.
        guard left == 0 else { throw .readFailed(file, errno: SystemError.Number.again) }
    }

    /// Writes what ends the archive.
    public func finish() throws(OutputFailure) {
        let start = offset
        try write(directory)
        var end: [UInt8] = []
        end.append(little: 0x0605_4B50, 4)
        end.append(little: 0, 4)
        end.append(little: count, 2)
        end.append(little: count, 2)
        end.append(little: directory.count, 4)
        end.append(little: start, 4)
        end.append(little: 0, 2)
        try write(end)
    }

    /// What such an archive can hold: 4 GB, 65,535 entries.
    private static let most = Int(UInt32.max)

    private func begin(_ name: String, size: Int, sum: UInt32) throws(OutputFailure) {
        guard offset + size + directory.count + 1024 < ZipFile.most, count < 65_535 else {
            throw .system(path, errno: SystemError.Number.tooLarge)
        }
        var shared: [UInt8] = []
        shared.append(little: 20, 2)  // version needed
        shared.append(little: 0x0800, 2)  // names are UTF-8
        shared.append(little: 0, 2)  // stored
        shared.append(little: 0, 2)  // time 00:00
        shared.append(little: 0x21, 2)  // 1 January 1980: the contents tell the days that matter
        shared.append(little: Int(sum), 4)
        shared.append(little: size, 4)
        shared.append(little: size, 4)
        shared.append(little: name.utf8.count, 2)
        shared.append(little: 0, 2)
        var header: [UInt8] = []
        header.append(little: 0x0403_4B50, 4)
        header += shared
        header += name.utf8
        directory.append(little: 0x0201_4B50, 4)
        directory.append(little: 20, 2)
        directory += shared
        directory.append(little: 0, 2 + 2 + 2)
        directory.append(little: 0, 4)
        directory.append(little: offset, 4)
        directory += name.utf8
        count += 1
        try write(header)
    }

    private func write(_ bytes: [UInt8]) throws(OutputFailure) {
        var failure: OutputFailure?
        bytes.withUnsafeBytes { buffer in
            do throws(OutputFailure) { try write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(OutputFailure) {
        do throws(SystemError) {
            try file.write(bytes)
        } catch {
            throw error.isDiskFull ? .diskFull(path) : .system(path, errno: error.number)
        }
        offset += bytes.count
    }

    private func read(
        _ file: String, _ links: FileStatus.Links, _ take: (UnsafeRawBufferPointer) throws(OutputFailure) -> Void
    ) throws(OutputFailure) {
        let input: OpenFile
        do throws(SystemError) {
            input = try OpenFile(reading: file, links: links)
        } catch {
            throw .readFailed(file, errno: error.number)
        }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: FileBytes.window, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count: Int
            do throws(SystemError) {
                count = try input.read(into: buffer)
            } catch {
                throw .readFailed(file, errno: error.number)
            }
            if count == 0 { return }
            try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(little value: Int, _ count: Int) {
        for index in 0..<count { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
}

/// The check sum of zip and PNG (ISO 3309).
struct CRC32 {
    private var state: UInt32 = 0xFFFF_FFFF
    var value: UInt32 { ~state }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes { state = CRC32.table[Int((state ^ UInt32(byte)) & 0xFF)] ^ (state >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
