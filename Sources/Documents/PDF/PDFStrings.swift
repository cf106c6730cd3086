/// The strings of a PDF's syntax (ISO 32000, 7.3.4), as text.
enum PDFStrings {
    enum Source {
        /// Each string is a value.
        case objects
        /// Strings follow on each other until the page moves on.
        case content
    }

    static func all(in bytes: ArraySlice<UInt8>, of source: Source) -> [UInt8] {
        var text: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "("):
                let (string, end) = literal(bytes, from: index + 1)
                text += decoded(string)
                if source == .objects { text.append(0x0A) }
                index = end
            case UInt8(ascii: "<") where index + 1 < bytes.endIndex && bytes[index + 1] != UInt8(ascii: "<"):
                let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
                if end - index < 65_536 { text += decoded(hex(bytes[(index + 1)..<end])) }
                if source == .objects { text.append(0x0A) }
                index = min(end + 1, bytes.endIndex)
            case UInt8(ascii: "<"): index += 2
            case UInt8(ascii: "%") where source == .objects:
                let end = bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
                text += bytes[(index + 1)..<end] + [0x0A]
                index = end
            case UInt8(ascii: "T") where source == .content && isMove(bytes, at: index):
                if text.last != 0x0A { text.append(0x0A) }
                index += 2
            case UInt8(ascii: "'") where source == .content, UInt8(ascii: "\"") where source == .content:
                text.append(0x0A)
                index += 1
            default: index += 1
            }
        }
        return text.filter { $0 >= 0x20 || $0 == 0x0A }
    }

    /// `Td`, `TD`, `Tm` and `T*` move to another place.
    private static func isMove(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
        guard index + 1 < bytes.endIndex, index > bytes.startIndex, bytes[index - 1] <= 0x20 else { return false }
        return "dDm*".utf8.contains(bytes[index + 1])
    }

    private static func literal(_ bytes: ArraySlice<UInt8>, from start: Int) -> (string: [UInt8], end: Int) {
        var string: [UInt8] = []
        var (index, depth) = (start, 1)
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "("): (depth, string) = (depth + 1, string + [byte])
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return (string, index) }
                string.append(byte)
            case UInt8(ascii: "\\"):
                guard index < bytes.endIndex else { break }
                let next = bytes[index]
                index += 1
                switch next {
                case UInt8(ascii: "n"), UInt8(ascii: "r"): string.append(0x0A)
                case UInt8(ascii: "t"): string.append(0x20)
                case UInt8(ascii: "0")...UInt8(ascii: "7"):
                    var value = Int(next - 0x30)
                    for _ in 0..<2 {
                        guard index < bytes.endIndex, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(bytes[index])
                        else { break }
                        value = value * 8 + Int(bytes[index] - 0x30)
                        index += 1
                    }
                    string.append(UInt8(truncatingIfNeeded: value))
                case 0x0A: break
                case 0x0D: if index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
                default: string.append(next)
                }
            default: string.append(byte)
            }
            // A string without an end is none.
            if index - start > 1 << 20 { return ([], start) }
        }
        return ([], start)
    }

    static func hex(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var (result, held): ([UInt8], UInt8?) = ([], nil)
        for byte in bytes {
            let value: UInt8
            switch byte {
            case 0x30...0x39: value = byte - 0x30
            case 0x41...0x46: value = byte - 0x41 + 10
            case 0x61...0x66: value = byte - 0x61 + 10
            default: continue
            }
            if let first = held { (result, held) = (result + [first << 4 | value], nil) } else { held = value }
        }
        if let held { result.append(held << 4) }
        return result
    }

    /// UTF-16 with its mark, UTF-8 with its mark, else an alphabet of one byte a sign.
    private static func decoded(_ string: [UInt8]) -> [UInt8] {
        if string.starts(with: [0xFE, 0xFF]) || string.starts(with: [0xFF, 0xFE]) {
            return PlainText.utf8(string) ?? string.filter { $0 != 0 }
        }
        if string.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(string.dropFirst(3)) }
        // PDFDocEncoding's dashes
        return PlainText.windows1252(string.lazy.map { $0 == 0x85 ? 0x96 : $0 == 0x84 ? 0x97 : $0 }.filter { $0 != 0 })
    }
}
