/// A file's bytes by lines, each with the end that it has. Put together they are the file again, byte by byte.
struct RawLines: Equatable {
    /// The byte order mark, where there is one.
    let mark: [UInt8]
    /// The last has no end, and is empty where the file ends with a line feed.
    private(set) var lines: [Line]
    /// The end that the file's lines have.
    let ending: [UInt8]

    struct Line: Equatable {
        var bytes: [UInt8]
        var ending: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }
}

extension RawLines {
    init(_ file: [UInt8]) {
        var rest = file[...]
        while rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        mark = Array(file[..<rest.startIndex])
        var lines: [Line] = []
        var start = rest.startIndex
        var index = start
        while index < rest.endIndex {
            let byte = rest[index]
            guard byte == 0x0A || byte == 0x0D else {
                index += 1
                continue
            }
            let isPair = byte == 0x0D && index + 1 < rest.endIndex && rest[index + 1] == 0x0A
            lines.append(Line(bytes: Array(rest[start..<index]), ending: isPair ? [0x0D, 0x0A] : [byte]))
            index += isPair ? 2 : 1
            start = index
        }
        lines.append(Line(bytes: Array(rest[start...]), ending: []))
        self.lines = lines
        ending = lines.first.map(\.ending).flatMap { $0.isEmpty ? nil : $0 } ?? [0x0A]
    }

    var bytes: [UInt8] { mark + lines.flatMap { $0.bytes + $0.ending } }

    var texts: [String] { lines.map(\.text) }

    /// Puts texts in the place of lines, the first of which is 0. Lines that are the same at either end stay as they
    /// are, with their own ends.
    mutating func replace(_ range: Range<Int>, with texts: [String]) {
        let new = texts.map { Array($0.utf8) }
        let old = lines[range]
        let first = zip(old, new).prefix { $0.bytes == $1 }.count
        let rest = min(old.count, new.count) - first
        let last = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0.bytes == $1 }.count
        let middle = new[first..<(new.count - last)].map { Line(bytes: $0, ending: ending) }
        let isLast = range.upperBound == lines.count && !new.isEmpty
        lines.replaceSubrange((range.lowerBound + first)..<(range.upperBound - last), with: middle)
        if isLast { lines[lines.count - 1].ending = [] }
        settleEnds()
    }

    /// The last line has no end and every other has one.
    private mutating func settleEnds() {
        if lines.isEmpty { lines = [Line(bytes: [], ending: [])] }
        for index in lines.indices.dropLast() where lines[index].ending.isEmpty { lines[index].ending = ending }
        if !lines[lines.count - 1].ending.isEmpty { lines.append(Line(bytes: [], ending: [])) }
    }

    /// Lines as a text is sent: with single line feeds.
    static func split(_ text: String) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0A && previous == 0x0D {
                previous = byte
                continue
            }
            if byte == 0x0A || byte == 0x0D {
                lines.append(String(decoding: line, as: UTF8.self))
                line = []
            } else {
                line.append(byte)
            }
            previous = byte
        }
        return lines + [String(decoding: line, as: UTF8.self)]
    }
}
