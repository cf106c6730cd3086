import Content

/// Which encoding bytes are in, and the same text as UTF-8.
enum TextEncoding {
    /// UTF-8 with single line feeds, and what a person should know; nil for bytes that are no text.
    static func decoded(_ bytes: [UInt8]) -> (text: [UInt8], remark: Remark?)? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes) }
        var text = bytes
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        guard !text.contains(0) else { return nil }
        text = withLineFeeds(text)
        guard text.firstFaultOfUTF8() != nil else { return (text, nil) }
        return windows(text)
    }

    /// CRLF and a lone CR become LF.
    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0x0D) else { return bytes }
        var clean: [UInt8] = []
        clean.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0D {
                clean.append(0x0A)
            } else if byte != 0x0A || index == 0 || bytes[index - 1] != 0x0D {
                clean.append(byte)
            }
        }
        return clean
    }

    private static func utf16(_ bytes: [UInt8]) -> (text: [UInt8], remark: Remark?)? {
        guard bytes.count % 2 == 0 else { return nil }
        let isLittle = bytes[0] == 0xFF
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 2, to: bytes.count, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isLittle ? second << 8 | first : first << 8 | second)
        }
        guard !units.contains(0) else { return nil }
        return (withLineFeeds(Array(String(decoding: units, as: UTF16.self).utf8)), nil)
    }

    /// Every byte that is no part of valid UTF-8 is read as Windows-1252. In a text of Windows-1252 that is all that is
    /// not ASCII; in UTF-8 with a fault it is the fault alone, and the rest keeps its letters.
    private static func windows(_ bytes: [UInt8]) -> (text: [UInt8], remark: Remark?)? {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        var (foreign, valid, odd, firstForeign) = (0, 0, 0, 0)
        var line = 1
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte == 0x0A { line += 1 }
                if byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0C { odd += 1 }
                text.append(byte)
                index += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            let part = Array(bytes[index..<min(index + length, bytes.count)])
            if part.count == length, part.firstFaultOfUTF8() == nil {
                text += part
                valid += 1
                index += length
            } else {
                let scalar = character(of: byte)
                if scalar == nil { odd += 1 }
                text += Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
                foreign += 1
                if firstForeign == 0 { firstForeign = line }
                index += 1
            }
        }
        guard odd * 20 <= bytes.count else { return nil }
        return (text, valid > foreign ? .brokenUTF8(line: firstForeign) : .windowsEncoding)
    }

    /// The character of a byte in Windows-1252; nil for the five that have none.
    private static func character(of byte: UInt8) -> Unicode.Scalar? {
        guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
        let table: [UInt16] = [
            0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
            0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
            0x0153, 0, 0x017E, 0x0178,
        ]
        let value = table[Int(byte) - 0x80]
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}
