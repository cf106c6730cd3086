import Diagnostics
import System

extension UnsafeBufferPointer<UInt8> {
    /// The first index of a byte, from one on.
    func next(_ byte: UInt8, from start: Int) -> Int? {
        baseAddress.flatMap { Memory.place(of: byte, in: $0, from: start, to: count) }
    }
}

extension [UInt8] {
    /// The line that begins at an index, without its line feed.
    func line(at start: Int) -> ArraySlice<UInt8> {
        self[start..<(firstIndex(of: UInt8(ascii: "\n"), from: start) ?? count)]
    }

    /// The index after the line feed that ends the line of an index.
    func nextLine(after start: Int) -> Int {
        firstIndex(of: UInt8(ascii: "\n"), from: start).map { $0 + 1 } ?? count
    }

    /// The first index of a byte, from one on.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        withUnsafeBufferPointer { $0.next(byte, from: start) }
    }

    /// Line and column, in characters, of an index.
    func place(of index: Int, in file: String) -> Place {
        var line = 1
        var lineStart = 0
        for (position, byte) in self[..<index].enumerated() where byte == UInt8(ascii: "\n") {
            line += 1
            lineStart = position + 1
        }
        return Place(file, line: line, column: characters(from: lineStart, to: index) + 1)
    }

    /// How many characters begin in a range of bytes.
    func characters(from start: Int, to end: Int) -> Int {
        self[start..<end].reduce(into: 0) { count, byte in
            if byte & 0xC0 != 0x80 { count += 1 }
        }
    }

    /// The index of the first byte that is not UTF-8, or is a NUL; nil for a text. (The Unicode Standard, table 3-7)
    package func firstFaultOfUTF8() -> Int? {
        withUnsafeBytes { raw in
            var index = 0
            let count = raw.count
            while index < count {
                // Eight ASCII bytes at a time, none of them NUL
                while index + 8 <= count {
                    let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
                    let hasZero = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
                    let marks = (word & 0x8080_8080_8080_8080) | hasZero
                    if marks != 0 {
                        index += marks.trailingZeroBitCount / 8
                        break
                    }
                    index += 8
                }
                guard index < count else { return nil }
                let byte = raw[index]
                let length: Int
                var second: ClosedRange<UInt8> = 0x80...0xBF
                switch byte {
                case 0: return index
                case 1...0x7F:
                    index += 1
                    continue
                case 0xC2...0xDF: length = 2
                case 0xE0: (length, second) = (3, 0xA0...0xBF)
                case 0xED: (length, second) = (3, 0x80...0x9F)
                case 0xE1...0xEF: length = 3
                case 0xF0: (length, second) = (4, 0x90...0xBF)
                case 0xF4: (length, second) = (4, 0x80...0x8F)
                case 0xF1...0xF3: length = 4
                default: return index
                }
                guard index + length <= count, second.contains(raw[index + 1]) else { return index }
                for offset in 2..<Swift.max(length, 2) where raw[index + offset] & 0xC0 != 0x80 { return index }
                index += length
            }
            return nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// The first index of a byte, from one on.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        withUnsafeBufferPointer { $0.next(byte, from: start - startIndex) }.map { $0 + startIndex }
    }

    /// Without spaces and tabs at either end.
    var trimmed: ArraySlice<UInt8> {
        var part = self
        while let first = part.first, first == 0x20 || first == 0x09 { part.removeFirst() }
        while let last = part.last, last == 0x20 || last == 0x09 { part.removeLast() }
        return part
    }

    var text: String { String(decoding: self, as: UTF8.self) }
}
