/// A tar archive as POSIX.1-2001 (pax) has it, written as it grows. Nothing in it tells of the machine: owner 0, mode 644,
/// the clock's time.
final class TarWriter {
    private let file: FileWriter
    private let seconds: Int

    init(_ file: FileWriter, seconds: Int) { (self.file, self.seconds) = (file, seconds) }
}

extension TarWriter {
    func add(_ name: String, size: Int, from location: String) throws(ArchiveFailure) {
        let records = TarHeader.records(name, size: size)
        if !records.isEmpty {
            file.add(
                TarHeader(name: "PaxHeaders/\(name.lastPart)", size: records.count, seconds: seconds, type: "x").bytes)
            file.add(records)
            pad(records.count)
        }
        file.add(TarHeader(name: name, size: size, seconds: seconds, type: "0").bytes)
        var count = 0
        try PackageBytes.read(location) { part in
            count += part.count
            file.add(part)
        }
        // It changed since its header was written.
        guard count == size else { throw .changedMeanwhile(path: location) }
        pad(size)
    }

    func finish() throws(ArchiveFailure) {
        file.add(repeatElement(0, count: 1024))
        _ = try file.finish()
    }

    private func pad(_ size: Int) { file.add(repeatElement(0, count: (512 - size % 512) % 512)) }
}

/// The 512 bytes before a file's own.
struct TarHeader {
    let bytes: [UInt8]

    init(name: String, size: Int, seconds: Int, type: Character) {
        var bytes = [UInt8](repeating: 0, count: 512)
        func put(_ text: some Sequence<UInt8>, at place: Int, most: Int) {
            for (offset, byte) in text.prefix(most).enumerated() { bytes[place + offset] = byte }
        }
        put(TarHeader.plain(name), at: 0, most: 100)
        put("0000644\0".utf8, at: 100, most: 8)
        put("0000000\0".utf8, at: 108, most: 8)
        put("0000000\0".utf8, at: 116, most: 8)
        put(TarHeader.octal(size < 1 << 33 ? size : 0, 11).utf8, at: 124, most: 12)
        put(TarHeader.octal(max(0, seconds), 11).utf8, at: 136, most: 12)
        put(String(type).utf8, at: 156, most: 1)
        put("ustar\u{0}00".utf8, at: 257, most: 8)
        put(repeatElement(UInt8(ascii: " "), count: 8), at: 148, most: 8)
        let sum = bytes.reduce(0) { $0 + Int($1) }
        put("\(TarHeader.octal(sum, 6))\0 ".utf8, at: 148, most: 8)
        self.bytes = bytes
    }

    /// Pax records for a name that is long or not ASCII, and for a size of 8 GB or more.
    static func records(_ name: String, size: Int) -> [UInt8] {
        var records: [UInt8] = []
        if name.utf8.count > 100 || name.utf8.contains(where: { $0 >= 0x80 }) { records += record("path", name) }
        if size >= 1 << 33 { records += record("size", String(size)) }
        return records
    }

    /// `30 path=…`: the length counts itself.
    private static func record(_ key: String, _ value: String) -> [UInt8] {
        let rest = " \(key)=\(value)\n"
        var length = rest.utf8.count
        while "\(length)".utf8.count + rest.utf8.count != length { length = "\(length)".utf8.count + rest.utf8.count }
        return Array("\(length)\(rest)".utf8)
    }

    private static func plain(_ name: String) -> [UInt8] { name.utf8.map { $0 < 0x80 ? $0 : UInt8(ascii: "_") } }

    private static func octal(_ number: Int, _ digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
