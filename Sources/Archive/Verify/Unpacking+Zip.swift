import Diagnostics

extension Unpacking {
    /// A file as the header before it tells: 22 bytes from the version needed to the size, and where the header lies.
    private struct Entry {
        let name: String
        let facts: [UInt8]
        let offset: Int
    }

    /// By the headers before the files: what klubba writes stores its files as they are. The list at the end, which other
    /// programs go by, has to say the same.
    func zip() throws(ArchiveFailure) -> [Diagnostic] {
        let input = try ArchiveInput(archive)
        var faults: [Diagnostic] = []
        var entries: [Entry] = []
        while true {
            let offset = input.position
            let mark = try input.bytes(4)
            guard mark == [0x50, 0x4B, 3, 4] else {
                return faults + (try list(of: entries, from: offset, mark, input))
            }
            let header = try input.bytes(26)
            guard header.count == 26 else { throw broken("zip") }
            let (flags, method, sum) = (header.little(2, 2), header.little(4, 2), UInt32(header.little(10, 4)))
            var size = header.little(14, 4)
            var name = String(decoding: try input.bytes(header.little(22, 2)), as: UTF8.self)
            entries.append(Entry(name: name, facts: Array(header[..<22]), offset: offset))
            let extra = try input.bytes(header.little(24, 2))
            if size == Int(UInt32.max), extra.count >= 12 { size = extra.little(4, 8) }
            let isFolder = name.last == "/"
            while name.last == "/" { name.removeLast() }
            guard method == 0, flags & 0x9 == 0, size >= 0 else {
                throw .content([fault(name, .container("komprimerad eller krypterad; packa upp den med unzip först"))])
            }
            if isFolder { continue }
            guard let target = place(name) else {
                faults.append(fault(name, .pathOut))
                try input.skip(size)
                continue
            }
            try make(above: target)
            if try input.copy(size, to: target) != sum { faults.append(fault(name, .container("kontrollsumma"))) }
        }
    }

    private func list(
        of entries: [Entry], from start: Int, _ first: [UInt8], _ input: ArchiveInput
    ) throws(ArchiveFailure) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        var mark = first
        var maker: [UInt8]?
        for entry in entries {
            let header = try input.bytes(42)
            guard mark == [0x50, 0x4B, 1, 2], header.count == 42 else { throw broken("zip, byte \(input.position)") }
            let name = String(decoding: try input.bytes(header.little(24, 2)), as: UTF8.self)
            _ = try input.bytes(header.little(26, 2))
            let (sizes, offset) = (header.little(16, 4), header.little(38, 4))
            // What is too large for these fields stands elsewhere.
            let isLarge = sizes == Int(UInt32.max) || offset == Int(UInt32.max)
            let isSame = isLarge || Array(header[2..<24]) == entry.facts && offset == entry.offset
            let isLink = header.little(34, 4) >> 28 == 0xA
            if isLink { faults.append(fault(entry.name, .notAnOrdinaryFile)) }
            let hasMore =
                header.little(28, 4) != 0 || header.little(32, 2) > 1
                || maker ?? Array(header[..<2]) != Array(header[..<2])
            if name != entry.name || !isSame || hasMore { faults.append(fault(entry.name, .container("zip, listan"))) }
            maker = Array(header[..<2])
            mark = try input.bytes(4)
        }
        try end(input, mark, count: entries.count, from: start)
        return faults
    }

    private func end(
        _ input: ArchiveInput, _ first: [UInt8], count: Int, from start: Int
    ) throws(ArchiveFailure) {
        var mark = first
        let size = input.position - 4 - start
        if mark == [0x50, 0x4B, 6, 6] {
            let large = try input.bytes(52)
            guard large.count == 52, large.little(28, 8) == count, large.little(36, 8) == size,
                large.little(44, 8) == start
            else { throw broken("zip, slutet") }
            mark = try input.bytes(4)
            if mark == [0x50, 0x4B, 6, 7] {
                _ = try input.bytes(16)
                mark = try input.bytes(4)
            }
        }
        let last = try input.bytes(18)
        func holds(_ place: Int, _ count: Int, _ number: Int, _ most: Int) -> Bool {
            last.little(place, count) == min(number, most)
        }
        let most = Int(UInt32.max)
        guard mark == [0x50, 0x4B, 5, 6], last.count == 18, last.little(0, 4) == 0, last.little(16, 2) == 0,
            holds(4, 2, count, 65_535), holds(6, 2, count, 65_535), holds(8, 4, size, most), holds(12, 4, start, most),
            try input.bytes(1).isEmpty
        else { throw broken("zip, slutet") }
    }
}

extension [UInt8] {
    /// A number of so many bytes at a place, the least of them first; 0 past the end.
    fileprivate func little(_ place: Int, _ count: Int) -> Int {
        guard place + count <= self.count else { return 0 }
        return (0..<count).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
    }
}
