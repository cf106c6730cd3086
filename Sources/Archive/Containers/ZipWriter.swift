/// A zip archive (PKWARE APPNOTE 6.3) of stored files, written as it grows; with the fields of zip64 where 4 GB or 65,535
/// files are not enough. Names are UTF-8 and say so.
final class ZipWriter {
    private let file: FileWriter
    private var offset = 0
    private var directory: [UInt8] = []
    private var count = 0
    private static let most = Int(UInt32.max)

    init(_ file: FileWriter) { self.file = file }
}

extension ZipWriter {
    func add(_ name: String, from location: String) throws(ArchiveFailure) {
        var (sum, size) = (CheckSum(), 0)
        try PackageBytes.read(location) { part in
            sum.add(part)
            size += part.count
        }
        let start = offset
        let isLarge = size >= ZipWriter.most
        var header = little(0x0403_4B50, 4) + shared(sum.value, size, name, version: isLarge ? 45 : 20)
        let extra = isLarge ? little(1, 2) + little(16, 2) + little(size, 8) + little(size, 8) : []
        header += little(extra.count, 2) + name.utf8 + extra
        put(header)
        var left = size
        try PackageBytes.read(location) { part in
            left -= part.count
            file.add(part)
        }
        guard left == 0 else { throw .changedMeanwhile(path: location) }
        offset += size
        enter(name, sum.value, size, start)
    }

    func finish() throws(ArchiveFailure) {
        let start = offset
        put(directory)
        let isLarge = count >= 65_535 || start >= ZipWriter.most || directory.count >= ZipWriter.most
        if isLarge {
            let place = offset
            var end = little(0x0606_4B50, 4) + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8)
            end += little(count, 8) + little(count, 8) + little(directory.count, 8) + little(start, 8)
            put(end)
            put(little(0x0706_4B50, 4) + little(0, 4) + little(place, 8) + little(1, 4))
        }
        let shown = min(count, 65_535)
        var end = little(0x0605_4B50, 4) + little(0, 4) + little(shown, 2) + little(shown, 2)
        end += little(min(directory.count, ZipWriter.most), 4) + little(min(start, ZipWriter.most), 4) + little(0, 2)
        put(end)
        _ = try file.finish()
    }

    private func enter(_ name: String, _ sum: UInt32, _ size: Int, _ start: Int) {
        let isLarge = size >= ZipWriter.most || start >= ZipWriter.most
        var extra: [UInt8] = []
        if isLarge { extra = little(1, 2) + little(24, 2) + little(size, 8) + little(size, 8) + little(start, 8) }
        directory += little(0x0201_4B50, 4) + little(isLarge ? 45 : 20, 2)
        directory += shared(sum, isLarge ? ZipWriter.most : size, name, version: isLarge ? 45 : 20)
        directory += little(extra.count, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
        directory += little(isLarge ? ZipWriter.most : start, 4) + name.utf8 + extra
        count += 1
    }

    /// From the version needed to the length of the name. All files are of 1 January 1980: the documents tell the days.
    private func shared(_ sum: UInt32, _ size: Int, _ name: String, version: Int) -> [UInt8] {
        let shown = min(size, ZipWriter.most)
        return little(version, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
            + little(Int(sum), 4) + little(shown, 4) + little(shown, 4) + little(name.utf8.count, 2)
    }

    private func put(_ bytes: [UInt8]) {
        file.add(bytes)
        offset += bytes.count
    }

    private func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

/// The check sum of zip (ISO 3309).
struct CheckSum {
    private var state: UInt32 = 0xFFFF_FFFF
    var value: UInt32 { ~state }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        CheckSum.table.withUnsafeBufferPointer { table in
            for byte in bytes { state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ (state >> 8) }
        }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
