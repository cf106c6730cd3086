import Glibc

/// Bytes into an open file, and an open file against bytes.
enum FileBytes {
    /// As much as is held of a file at a time.
    static let window = 1 << 20

    static func writeAll(_ bytes: UnsafeRawBufferPointer, to file: CInt) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            done += try SystemError.check {
                write(file, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            }
        }
    }

    /// Fills the buffer from the file, less only at the file's end.
    static func read(_ file: CInt, into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        var done = 0
        while done < buffer.count {
            let count = try SystemError.check {
                Glibc.read(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            if count == 0 { break }
            done += count
        }
        return done
    }

    /// Whether the file, which has the size of `bytes`, holds them. Reads through `buffer`, which grows as needed.
    static func holds(_ bytes: [UInt8], _ file: CInt, through buffer: inout [UInt8]) throws(SystemError) -> Bool {
        grow(&buffer, to: min(bytes.count, window))
        return try bytes.withBytes { bytes throws(SystemError) in
            try buffer.withMutableBytes { buffer throws(SystemError) in
                var done = 0
                while done < bytes.count {
                    let wanted = min(bytes.count - done, window)
                    let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
                    guard try read(file, into: part) == wanted else { return false }
                    let expected = UnsafeRawBufferPointer(rebasing: bytes[done..<done + wanted])
                    guard isSame(expected, UnsafeRawBufferPointer(part)) else { return false }
                    done += wanted
                }
                return true
            }
        }
    }

    static func isSame(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        guard left.count == right.count else { return false }
        guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else { return true }
        return memcmp(leftStart, rightStart, left.count) == 0
    }

    static func grow(_ buffer: inout [UInt8], to size: Int) {
        if buffer.count < size { buffer = [UInt8](repeating: 0, count: max(size, min(buffer.count * 2, window * 2))) }
    }
}

extension [UInt8] {
    /// `withUnsafeBytes` that keeps the type of what is thrown.
    func withBytes<Answer, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        try withUnsafeBufferPointer { bytes throws(Failure) in try body(UnsafeRawBufferPointer(bytes)) }
    }

    /// `withUnsafeMutableBytes` that keeps the type of what is thrown.
    mutating func withMutableBytes<Answer, Failure>(
        _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        try withUnsafeMutableBufferPointer { bytes throws(Failure) in try body(UnsafeMutableRawBufferPointer(bytes)) }
    }
}
