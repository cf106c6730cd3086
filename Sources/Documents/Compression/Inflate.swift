/// Deflate unpacked (RFC 1951). Every access is checked, for the bytes may be anybody's.
struct Inflate {
    private let bytes: ArraySlice<UInt8>
    private let limit: Int
    private var place: Int
    private var held: UInt32 = 0
    private var heldBits = 0
    private var output: [UInt8] = []

    /// Why unpacking ended before the end.
    enum Fault: Error { case damaged, tooLarge }
}

extension Inflate {
    /// What the bytes hold. Of damaged bytes what came before the damage is in `rest`.
    static func unpacked(_ bytes: ArraySlice<UInt8>, limit: Int) -> (bytes: [UInt8], fault: Fault?) {
        var inflate = Inflate(bytes: bytes, limit: limit, place: bytes.startIndex)
        do throws(Fault) {
            while try !inflate.block() {}
            return (inflate.output, nil)
        } catch {
            return (inflate.output, error)
        }
    }

    /// With the head that zlib puts before (RFC 1950).
    static func unpackedZlib(_ bytes: ArraySlice<UInt8>, limit: Int) -> (bytes: [UInt8], fault: Fault?) {
        guard bytes.count > 2, bytes[bytes.startIndex] & 0x0F == 8 else { return ([], .damaged) }
        return unpacked(bytes.dropFirst(2), limit: limit)
    }

    private mutating func bits(_ count: Int) throws(Fault) -> Int {
        while heldBits < count {
            guard place < bytes.endIndex else { throw .damaged }
            held |= UInt32(bytes[place]) << UInt32(heldBits)
            place += 1
            heldBits += 8
        }
        let value = held & ((1 << UInt32(count)) - 1)
        held >>= UInt32(count)
        heldBits -= count
        return Int(value)
    }

    /// True after the last block.
    private mutating func block() throws(Fault) -> Bool {
        let isLast = try bits(1) == 1
        switch try bits(2) {
        case 0: try stored()
        case 1: try compressed(Codes.fixedLengths, Codes.fixedDistances)
        case 2:
            let (lengths, distances) = try dynamicCodes()
            try compressed(lengths, distances)
        default: throw .damaged
        }
        return isLast
    }

    private mutating func stored() throws(Fault) {
        (held, heldBits) = (0, 0)
        guard place + 4 <= bytes.endIndex else { throw .damaged }
        let length = Int(bytes[place]) | Int(bytes[place + 1]) << 8
        guard length ^ 0xFFFF == Int(bytes[place + 2]) | Int(bytes[place + 3]) << 8 else { throw .damaged }
        place += 4
        guard place + length <= bytes.endIndex else { throw .damaged }
        guard output.count + length <= limit else { throw .tooLarge }
        output += bytes[place..<(place + length)]
        place += length
    }

    private mutating func compressed(_ lengths: Codes, _ distances: Codes) throws(Fault) {
        while true {
            let symbol = try symbol(lengths)
            if symbol < 256 {
                guard output.count < limit else { throw .tooLarge }
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return }
            guard symbol - 257 < Self.lengthBases.count else { throw .damaged }
            let length = Self.lengthBases[symbol - 257] + (try bits(Self.lengthBits[symbol - 257]))
            let code = try self.symbol(distances)
            guard code < Self.distanceBases.count else { throw .damaged }
            let distance = Self.distanceBases[code] + (try bits(Self.distanceBits[code]))
            guard distance <= output.count else { throw .damaged }
            guard output.count + length <= limit else { throw .tooLarge }
            for _ in 0..<length { output.append(output[output.count - distance]) }
        }
    }

    private mutating func symbol(_ codes: Codes) throws(Fault) -> Int {
        var (code, first, index) = (0, 0, 0)
        for length in 1...15 {
            code |= try bits(1)
            let count = codes.counts[length]
            if code - count < first { return codes.symbols[index + code - first] }
            index += count
            first = (first + count) << 1
            code <<= 1
        }
        throw .damaged
    }

    private mutating func dynamicCodes() throws(Fault) -> (Codes, Codes) {
        let (lengthCount, distanceCount, codeCount) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
        guard lengthCount <= 286, distanceCount <= 30 else { throw .damaged }
        var lengths = [Int](repeating: 0, count: 19)
        for index in 0..<codeCount { lengths[Self.codeOrder[index]] = try bits(3) }
        guard let codes = Codes(lengths) else { throw .damaged }
        var all: [Int] = []
        while all.count < lengthCount + distanceCount {
            let symbol = try self.symbol(codes)
            switch symbol {
            case 0..<16: all.append(symbol)
            case 16:
                guard let last = all.last else { throw .damaged }
                all += [Int](repeating: last, count: 3 + (try bits(2)))
            case 17: all += [Int](repeating: 0, count: 3 + (try bits(3)))
            default: all += [Int](repeating: 0, count: 11 + (try bits(7)))
            }
        }
        guard all.count == lengthCount + distanceCount, let own = Codes(Array(all[..<lengthCount])),
            let far = Codes(Array(all[lengthCount...]))
        else { throw .damaged }
        return (own, far)
    }

    private static let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]
    private static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
}

/// A set of Huffman codes, by how many there are of each length and their symbols in order.
private struct Codes {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    /// Nil for lengths that no set of codes has.
    init?(_ lengths: [Int]) {
        for length in lengths { counts[length] += 1 }
        counts[0] = 0
        var left = 1
        for length in 1...15 {
            left = left * 2 - counts[length]
            if left < 0 { return nil }
        }
        for length in 1...15 {
            for (symbol, own) in lengths.enumerated() where own == length { symbols.append(symbol) }
        }
    }

    private init(known lengths: [Int]) {
        self = Codes(lengths) ?? Codes(empty: ())
    }

    private init(empty: Void) {}

    static let fixedLengths = Codes(
        known: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    static let fixedDistances = Codes(known: [Int](repeating: 5, count: 30))
}

/// A file packed by gzip (RFC 1952).
enum Gzip {
    static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        guard bytes.count > 18, bytes[2] == 8 else { return nil }
        let flags = bytes[3]
        var place = 10
        if flags & 4 != 0 { place += 2 + Int(bytes[10]) + Int(bytes[11]) << 8 }
        for flag in [UInt8(8), 16] where flags & flag != 0 {
            guard place < bytes.count, let end = bytes[place...].firstIndex(of: 0) else { return nil }
            place = end + 1
        }
        if flags & 2 != 0 { place += 2 }
        guard place < bytes.count else { return nil }
        let (inner, fault) = Inflate.unpacked(bytes[place...], limit: limit)
        // The last four bytes say how long it is: otherwise there is more after it.
        let size = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        return fault == nil && size == inner.count ? inner : nil
    }

    /// The file's name and the remark that its head may have.
    static func head(_ bytes: [UInt8]) -> [UInt8] { bytes.prefix(1024).map { $0 < 0x20 ? 0x0A : $0 } }
}
