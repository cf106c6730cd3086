/// A picture that stands where a page of a merged paper goes: two pixels, a mark and a number. The page's layout, its
/// size and its place in the structure are then the print document's; the merge only changes what the picture shows.
public struct Placeholder: Equatable, Sendable {
    /// 0 to 16,777,215.
    public let number: Int

    public init(number: Int) { self.number = number }

    /// "KLU", the first pixel.
    private static let mark: [UInt8] = [0x4B, 0x4C, 0x55]
    public static let width = 2
    public static let height = 1
}

extension Placeholder {
    /// Red, green and blue of both pixels.
    public var pixels: [UInt8] {
        Placeholder.mark
            + [UInt8(truncatingIfNeeded: number >> 16), UInt8(truncatingIfNeeded: number >> 8)]
            + [UInt8(truncatingIfNeeded: number)]
    }

    /// Nil for the pixels of any other picture.
    public init?(pixels: [UInt8]) {
        guard pixels.count == 6, pixels.starts(with: Placeholder.mark) else { return nil }
        self.init(number: Int(pixels[3]) << 16 | Int(pixels[4]) << 8 | Int(pixels[5]))
    }

    /// As PNG (ISO/IEC 15948), the picture data stored without compression.
    public var png: [UInt8] {
        var header: [UInt8] = []
        header.appendBigEndian(UInt32(Placeholder.width))
        header.appendBigEndian(UInt32(Placeholder.height))
        header += [8, 2, 0, 0, 0]
        let row: [UInt8] = [0] + pixels
        let count = UInt8(truncatingIfNeeded: row.count)
        var data: [UInt8] = [0x78, 0x01, 0x01, count, 0, ~count, 0xFF] + row
        data.appendBigEndian(Placeholder.adler(row))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Placeholder.chunk("IHDR", header)
            + Placeholder.chunk("IDAT", data) + Placeholder.chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        var chunk: [UInt8] = []
        chunk.appendBigEndian(UInt32(data.count))
        let body = Array(name.utf8) + data
        chunk += body
        chunk.appendBigEndian(crc(body))
        return chunk
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc = UInt32.max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }

    private static func adler(_ bytes: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65521
            high = (high + low) % 65521
        }
        return high << 16 | low
    }
}

extension [UInt8] {
    fileprivate mutating func appendBigEndian(_ number: UInt32) {
        for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
    }
}
