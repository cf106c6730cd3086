/// The files of a zip archive, by its list at the end.
struct ZipArchive {
    let bytes: [UInt8]
    let entries: [Entry]
    /// What the archive and its files are said to be, each on a line of its own.
    let comments: [UInt8]
    /// Bytes that no file of the list has.
    let strayBytes: Int

    struct Entry {
        let name: String
        let method: Int
        let isLocked: Bool
        /// Of the packed bytes.
        let range: Range<Int>
        /// Unpacked.
        let size: Int
        let sum: UInt32
    }

    /// Nil for a damaged archive, and for one that is larger than the old form has room for.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard let end = ZipArchive.end(of: bytes) else { return nil }
        let count = bytes.word(at: end + 10)
        var place = bytes.long(at: end + 16)
        guard count < 0xFFFF, place < 0xFFFF_FFFF else { return nil }
        var entries: [Entry] = []
        var comments = Array(bytes[min(end + 22, bytes.count)...])
        let list = place
        var used = [0..<0]
        for _ in 0..<count {
            guard place + 46 <= bytes.count, bytes.long(at: place) == 0x0201_4B50 else { return nil }
            let (nameLength, extra, comment) =
                (bytes.word(at: place + 28), bytes.word(at: place + 30), bytes.word(at: place + 32))
            let (packed, start) = (bytes.long(at: place + 20), bytes.long(at: place + 42))
            guard place + 46 + nameLength <= bytes.count, start + 30 <= bytes.count,
                bytes.long(at: start) == 0x0403_4B50
            else { return nil }
            let data = start + 30 + bytes.word(at: start + 26) + bytes.word(at: start + 28)
            guard data + packed <= bytes.count else { return nil }
            entries.append(
                Entry(
                    name: String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self),
                    method: bytes.word(at: place + 10), isLocked: bytes.word(at: place + 8) & 1 != 0,
                    range: data..<(data + packed),
                    size: bytes.long(at: place + 24), sum: UInt32(truncatingIfNeeded: bytes.long(at: place + 16))))
            used.append(start..<(data + packed))
            let text = place + 46 + nameLength + extra
            guard text + comment <= bytes.count else { return nil }
            if comment > 0 { comments += [0x0A] + bytes[text..<(text + comment)] }
            place = text + comment
        }
        used += [list..<place, end..<bytes.count]
        (self.entries, self.comments, strayBytes) = (entries, comments, ZipArchive.gaps(used))
    }
}

extension ZipArchive {
    /// Nil for a method that is not known, damaged bytes, or more than the limit.
    func unpacked(_ entry: Entry, limit: Int) -> [UInt8]? {
        switch entry.method {
        case 0: return entry.range.count <= limit ? Array(bytes[entry.range]) : nil
        case 8:
            let (inner, fault) = Inflate.unpacked(bytes[entry.range], limit: limit)
            return fault == nil ? inner : nil
        default: return nil
        }
    }

    /// Bytes between the ranges, where they are more than what may follow a file to tell its size.
    private static func gaps(_ used: [Range<Int>]) -> Int {
        var (end, sum) = (0, 0)
        for range in used.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound - end > 24 { sum += range.lowerBound - end }
            end = max(end, range.upperBound)
        }
        return sum
    }

    private static func end(of bytes: [UInt8]) -> Int? {
        var place = bytes.count - 22
        while place >= 0, place > bytes.count - 22 - 65_536 {
            if bytes[place] == 0x50, bytes.long(at: place) == 0x0605_4B50 { return place }
            place -= 1
        }
        return nil
    }
}

extension [UInt8] {
    /// Two bytes, the small first.
    fileprivate func word(at place: Int) -> Int { Int(self[place]) | Int(self[place + 1]) << 8 }

    fileprivate func long(at place: Int) -> Int { word(at: place) | word(at: place + 2) << 16 }
}
