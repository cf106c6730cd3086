import System

/// An open file against bytes, a window at a time.
enum FileWindow {
    /// As much as is held of a file at a time.
    static let size = 1 << 20

    /// Whether the file, which has the size of `bytes`, holds them. Reads through `buffer`, which grows as needed.
    static func holds(_ bytes: [UInt8], _ file: CInt, through buffer: inout [UInt8]) throws(SystemError) -> Bool {
        grow(&buffer, to: min(bytes.count, size))
        return try bytes.withBytes { bytes throws(SystemError) in
            try buffer.withMutableBytes { buffer throws(SystemError) in
                var done = 0
                while done < bytes.count {
                    let wanted = min(bytes.count - done, size)
                    let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
                    guard try Descriptor.read(file, into: part) == wanted else { return false }
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
        return Memory.isSame(leftStart, rightStart, count: left.count)
    }

    static func grow(_ buffer: inout [UInt8], to wanted: Int) {
        if buffer.count < wanted { buffer = [UInt8](repeating: 0, count: max(wanted, min(buffer.count * 2, size * 2))) }
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
