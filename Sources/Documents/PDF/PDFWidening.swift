/// A PDF with room around its pages and all of its layers on, in which what lay outside a page or in a layer that is off
/// is text like any other. It is made of what qpdf writes with its objects bare and one plain table of where they are,
/// which is put right after the boxes of the pages have grown.
struct PDFWidening {
    /// In points: far more than any program lays a page out on.
    private static let room = Array("[-99999 -99999 99999 99999]".utf8)
    private static let unseen = ["/CropBox", "/OCProperties", "/UserUnit"].map { Array($0.utf8) }

    private let bytes: [UInt8]
    private var result: [UInt8] = []
    /// How much further on things lie, from a place on.
    private var shifts: [(from: Int, by: Int)] = []
    private var copied = 0
}

extension PDFWidening {
    /// Nil where a page's box is not found, and for a file that qpdf did not write so.
    static func widened(_ bytes: [UInt8]) -> [UInt8]? {
        guard let table = table(of: bytes) else { return nil }
        var widening = PDFWidening(bytes: bytes)
        guard widening.grow(before: table) else { return nil }
        widening.write(table)
        return widening.result
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func grow(before table: Int) -> Bool {
        guard let boxes = boxes(before: table) else { return false }
        for box in boxes {
            result += bytes[copied..<box.lowerBound] + Self.room
            copied = box.upperBound
            shifts.append((copied, (shifts.last?.by ?? 0) + Self.room.count - box.count))
        }
        result += bytes[copied..<table]
        for name in Self.unseen {
            var index = 0
            while let place = result.firstPlace(of: name, from: index) {
                result[place + 1] = UInt8(ascii: "X")
                index = place + name.count
            }
        }
        return true
    }

    /// The lists of numbers that say how large the pages are, beside their names or in objects of their own, in their order;
    /// nil for one that is not found.
    private func boxes(before table: Int) -> [Range<Int>]? {
        let name = Array("/MediaBox".utf8)
        var (found, index): (Set<Range<Int>>, Int) = ([], 0)
        while let place = bytes.firstPlace(of: name, from: index), place < table {
            index = place + name.count
            let words = bytes[index..<table].prefix(40).split { $0 <= 0x20 }
            if let number = words.first, number.allSatisfy(\.isDigit), words.count > 2,
                words[2].first == UInt8(ascii: "R")
            {
                let head = [0x0A] + Array(number) + [0x20] + Array(words[1]) + Array(" obj".utf8)
                guard let object = bytes.firstPlace(of: head), let box = list(at: object + head.count) else {
                    return nil
                }
                found.insert(box)
            } else if let box = list(at: index) {
                found.insert(box)
            }
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// From `[` to `]`, after spaces alone.
    private func list(at start: Int) -> Range<Int>? {
        guard let open = bytes[start...].firstIndex(where: { $0 > 0x20 }), bytes[open] == UInt8(ascii: "["),
            let end = bytes[open...].prefix(400).firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        return open..<(end + 1)
    }

    /// The table of places: lines of twenty bytes that begin with ten digits.
    private mutating func write(_ table: Int) {
        let start = result.count
        var index = table
        var (next, shift) = (0, 0)
        var places: [(old: Int, at: Int)] = []
        result += bytes[table...]
        while index + 20 <= bytes.count {
            let line = bytes[index..<(index + 20)]
            if line[index + 10] == 0x20, line[index + 17] == UInt8(ascii: "n"),
                let old = PDFWidening.number(line.prefix(10))
            {
                places.append((old, start + index - table))
                index += 20
            } else if line[index + 10] == 0x20, line[index + 17] == UInt8(ascii: "f") {
                index += 20
            } else if bytes[index...].starts(with: "trailer".utf8) {
                break
            } else {
                index += 1
            }
        }
        for (old, at) in places.sorted(by: { $0.old < $1.old }) {
            while next < shifts.count, shifts[next].from <= old { (shift, next) = (shifts[next].by, next + 1) }
            let digits = String(10_000_000_000 + old + shift).utf8.dropFirst()
            result.replaceSubrange(at..<(at + 10), with: digits)
        }
        let mark = Array("startxref".utf8)
        guard let end = result.firstPlace(of: mark, from: start) else { return }
        result.replaceSubrange(end..., with: Array("startxref\n\(start)\n%%EOF\n".utf8))
    }

    /// Where the one table of a file begins.
    private static func table(of bytes: [UInt8]) -> Int? {
        guard let mark = bytes.suffix(64).firstPlace(of: Array("startxref".utf8)) else { return nil }
        let digits = bytes[(mark + 9)...].drop { $0 <= 0x20 }.prefix { $0.isDigit }
        guard digits.count < 12, let place = number(digits), bytes.indices.contains(place),
            bytes[place...].starts(with: "xref".utf8)
        else { return nil }
        return place
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
