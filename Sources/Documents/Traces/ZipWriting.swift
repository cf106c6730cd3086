extension ZipArchive {
    /// The same archive with other bytes for some of its files: what is not changed stays packed as it was. No file has a
    /// time of its own, so the same comes out the same.
    ///
    /// - Parameters:
    ///   - dropping: files that are left out, by their names.
    ///   - adding: files that come last.
    func rewritten(
        _ changed: [String: [UInt8]], dropping: Set<String> = [], adding: [(name: String, bytes: [UInt8])] = []
    ) -> [UInt8] {
        let entries = entries.filter { !dropping.contains($0.name) }
        var (result, list): ([UInt8], [UInt8]) = ([], [])
        func write(_ called: String, _ data: [UInt8], method: Int, sum: UInt32, size: Int) {
            let (name, start) = (Array(called.utf8), result.count)
            // Names are UTF-8; 1 January 1980 is the first day that the form knows.
            let head =
                word(0x800) + word(method) + word(0) + word(0x21) + long(Int(sum)) + long(data.count) + long(size)
            result += [0x50, 0x4B, 3, 4] + word(20) + head + word(name.count) + word(0) + name + data
            list += [0x50, 0x4B, 1, 2] + word(20) + word(20) + head + word(name.count) + word(0) + word(0)
            list += word(0) + word(0) + long(0) + long(start) + name
        }
        for entry in entries {
            if let data = changed[entry.name] {
                write(entry.name, data, method: 0, sum: CRC32.sum(data), size: data.count)
            } else {
                write(entry.name, Array(bytes[entry.range]), method: entry.method, sum: entry.sum, size: entry.size)
            }
        }
        for file in adding {
            write(file.name, file.bytes, method: 0, sum: CRC32.sum(file.bytes), size: file.bytes.count)
        }
        let count = entries.count + adding.count
        let end = word(0) + word(0) + word(count) + word(count) + long(list.count) + long(result.count) + word(0)
        return result + list + [0x50, 0x4B, 5, 6] + end
    }

    private func word(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
    private func long(_ number: Int) -> [UInt8] { word(number & 0xFFFF) + word(number >> 16 & 0xFFFF) }
}

/// The sum that a zip has of each file (ISO 3309).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }

    static func sum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    }
}
