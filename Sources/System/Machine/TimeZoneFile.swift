/// A time zone as the machine's database has it (RFC 8536), read without asking the process's own zone, which all its
/// threads share.
public struct TimeZoneFile: Sendable {
    /// When a rule begins to hold, in seconds since 1970, with its offset; the first holds before all.
    private let rules: [(start: Int, offset: Int)]
}

extension TimeZoneFile {
    /// Nil for a zone that the database lacks, or a file that is none. What comes after the file's last change (2037 in
    /// Debian's) is taken to be as after it.
    public init?(_ name: String, database: String = "/usr/share/zoneinfo") {
        guard !name.split(separator: "/").contains(".."),
            let bytes = FileBytes.ifReadable("\(database)/\(name)", limit: 1 << 20)
        else { return nil }
        guard let rules = Self.rules(bytes) else { return nil }
        self.rules = rules
    }

    /// Seconds east of universal time.
    public func offset(at seconds: Int) -> Int {
        rules.last { $0.start <= seconds }?.offset ?? rules[0].offset
    }

    private static func rules(_ bytes: [UInt8]) -> [(start: Int, offset: Int)]? {
        func number(_ place: Int, _ size: Int) -> Int? {
            guard place >= 0, place + size <= bytes.count else { return nil }
            let value = bytes[place..<place + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return size == 8 ? Int(Int64(bitPattern: value)) : Int(Int32(truncatingIfNeeded: value))
        }
        /// Of a header: the six counts.
        func counts(_ start: Int) -> [Int]? {
            guard start + 44 <= bytes.count, bytes[start..<start + 4].elementsEqual("TZif".utf8) else { return nil }
            let all = (0..<6).compactMap { number(start + 20 + 4 * $0, 4) }
            return all.count == 6 && all.allSatisfy { (0...10_000).contains($0) } ? all : nil
        }
        guard let first = counts(0), bytes[4] >= UInt8(ascii: "2") else { return nil }
        // Times of 32 bits come first, for readers of long ago.
        let second = 44 + first[3] * 5 + first[4] * 6 + first[5] + first[2] * 8 + first[1] + first[0]
        guard let sizes = counts(second), sizes[4] > 0 else { return nil }
        let times = second + 44
        let (kinds, offsets) = (times + sizes[3] * 8, times + sizes[3] * 9)
        guard let initial = number(offsets, 4) else { return nil }
        var rules = [(start: Int.min, offset: initial)]
        for index in 0..<sizes[3] {
            guard let time = number(times + index * 8, 8), kinds + index < bytes.count,
                case let kind = Int(bytes[kinds + index]), kind < sizes[4], let offset = number(offsets + kind * 6, 4)
            else { return nil }
            rules.append((time, offset))
        }
        return rules
    }
}
