import Content

/// A look into a .docx before anything unpacks it: its list of contents says how large it becomes.
enum WordArchive {
    /// A Word text of a thousand pages unpacks to some thirty megabytes.
    static let limit = 256 << 20

    /// Nil for an archive that may be opened.
    static func refusal(_ bytes: [UInt8]) -> ImportRefusal? {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), let end = endRecord(bytes) else { return .brokenWord }
        let count = two(bytes, end + 10)
        var position = four(bytes, end + 16)
        var total = 0
        var hasText = false
        for _ in 0..<count {
            guard position + 46 <= bytes.count, bytes[position...].starts(with: [0x50, 0x4B, 0x01, 0x02]) else {
                return .brokenWord
            }
            let (packed, size) = (four(bytes, position + 20), four(bytes, position + 24))
            let (name, extra, comment) = (
                two(bytes, position + 28), two(bytes, position + 30), two(bytes, position + 32)
            )
            guard position + 46 + name <= bytes.count else { return .brokenWord }
            hasText = hasText || bytes[(position + 46)..<(position + 46 + name)].elementsEqual("word/document.xml".utf8)
            total += size
            // What a sound archive's text is packed to at most; a bomb has a thousand times as much.
            if size > 8 << 20 && size > packed * 400 { return .wordBomb(megabytes: max(size, total) >> 20) }
            position += 46 + name + extra + comment
        }
        if total > limit { return .wordBomb(megabytes: total >> 20) }
        return hasText ? nil : .brokenWord
    }

    /// Where the list of contents ends: in the last 64 kB.
    private static func endRecord(_ bytes: [UInt8]) -> Int? {
        var index = bytes.count - 22
        let first = max(0, bytes.count - 22 - 65_535)
        while index >= first {
            if bytes[index] == 0x50, bytes[index...].starts(with: [0x50, 0x4B, 0x05, 0x06]) { return index }
            index -= 1
        }
        return nil
    }

    private static func two(_ bytes: [UInt8], _ index: Int) -> Int {
        index + 1 < bytes.count ? Int(bytes[index]) | Int(bytes[index + 1]) << 8 : 0
    }

    private static func four(_ bytes: [UInt8], _ index: Int) -> Int {
        two(bytes, index) | two(bytes, index + 2) << 16
    }
}
