/// Where the values of one line of a head begin and end.
struct LineScan {
    let bytes: [UInt8]
}

extension LineScan {
    /// The byte at a column that counts characters from 1; nil past the end.
    func offset(column: Int) -> Int? {
        var count = 0
        for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            count += 1
            if count == column { return index }
        }
        return column == count + 1 ? bytes.count : nil
    }

    /// The end of a text in quotation marks, or of what stands between brackets, from its first byte; nil where the line
    /// ends first.
    func closing(from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return closingQuote(from: start)
        case UInt8(ascii: "["), UInt8(ascii: "{"): break
        default: return nil
        }
        var depth = 0
        var index = start
        var mayQuote = true
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard mayQuote else { break }
                guard let end = closingQuote(from: index) else { return nil }
                index = end
                mayQuote = false
                continue
            default: break
            }
            mayQuote = "[{,:".utf8.contains(bytes[index]) || (mayQuote && bytes[index] == 0x20)
            index += 1
        }
        return nil
    }

    private func closingQuote(from start: Int) -> Int? {
        let mark = bytes[start]
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
                index += 2
                continue
            }
            if bytes[index] == mark {
                guard mark == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == mark else {
                    return index + 1
                }
                index += 1
            }
            index += 1
        }
        return nil
    }

    /// The end of a text without quotation marks: before ` # ` and the spaces around.
    func plainEnd(from start: Int) -> Int {
        var end = bytes.count
        for index in stride(from: start, to: bytes.count, by: 1) where bytes[index] == UInt8(ascii: "#") {
            let before = index == 0 || isSpace(bytes[index - 1])
            let after = index + 1 == bytes.count || isSpace(bytes[index + 1])
            if before && after && index + 1 < bytes.count {
                end = index
                break
            }
        }
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return end
    }

    /// True where nothing, or a comment, follows.
    func isDone(from end: Int) -> Bool {
        let rest = bytes[min(end, bytes.count)...].drop { isSpace($0) }
        return rest.isEmpty || rest.first == UInt8(ascii: "#") && end < bytes.count && isSpace(bytes[end])
    }

    /// What stands between brackets, taken apart at its own commas, each part without the spaces around.
    func parts(_ range: Range<Int>) -> [String] {
        var parts: [String] = []
        var start = range.lowerBound + 1
        var index = start
        while index < range.upperBound - 1 {
            if let end =
                "[{\"'".utf8.contains(bytes[index])
                    && bytes[start..<index].allSatisfy({ isSpace($0) || $0 == UInt8(ascii: ":") })
                ? closing(from: index) : nil
            {
                index = end
                continue
            }
            if bytes[index] == UInt8(ascii: ","), depth(from: start, to: index) == 0 {
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self).trimmingSpaces)
                start = index + 1
            }
            index += 1
        }
        let last = String(decoding: bytes[start..<max(start, range.upperBound - 1)], as: UTF8.self).trimmingSpaces
        return last.isEmpty ? parts : parts + [last]
    }

    /// How deep in brackets a place between commas lies.
    private func depth(from start: Int, to end: Int) -> Int {
        bytes[start..<end].reduce(0) { depth, byte in
            "[{".utf8.contains(byte) ? depth + 1 : "]}".utf8.contains(byte) ? depth - 1 : depth
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
