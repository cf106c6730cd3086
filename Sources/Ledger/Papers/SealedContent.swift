import Meetings

/// What is sealed of a file: of a text all but the keys that have to change as the matter goes on; of any other file
/// its bytes (docs/record-format.md).
public struct SealedContent: Sendable {
    public let bytes: [UInt8]
    /// Of each line of a text, its line in the file.
    public let lines: [Int]
}

extension SealedContent {
    /// Keys that say when and where, or that are filled in after the seal: a body's code as a key too.
    public static func leftOut(bodies: [String]) -> [String] {
        let keys = [
            "anslaget", "bilaga", "bilagor", "flyttat-fran", "forvaras", "granskad", "nedtaget",
            "personuppgifter-granskade", "publiceras", "status", "tidigare-dnr", "underskrivet",
        ]
        return Set(keys + bodies.map { folded(Array($0.utf8)[...]) }).sorted()
    }

    public static func isText(_ path: String) -> Bool { SealedPath(path).file.lowercased().hasSuffix(".md") }

    /// Without a BOM, with line feeds alone, and without the entries of the front matter that are left out; of a path
    /// that names a §, that § alone.
    public init(of bytes: [UInt8], path: String, leftOut: [String]) {
        guard SealedContent.isText(path) else {
            (self.bytes, lines) = (bytes, [])
            return
        }
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        let written = SealedContent.lines(of: rest)
        let end =
            written.first.map(SealedContent.isFence) == true
            ? written.indices.dropFirst().first { SealedContent.isFence(written[$0]) } : nil
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var places: [Int] = []
        var isLeftOut = false
        for (index, line) in written.enumerated() {
            if let end, index > 0, index < end {
                if let key = SealedContent.key(of: line) { isLeftOut = leftOut.contains(key) }
                if isLeftOut { continue }
            } else {
                isLeftOut = false
            }
            kept += line
            if index + 1 < written.count { kept.append(UInt8(ascii: "\n")) }
            places.append(index + 1)
        }
        if let paragraph = SealedPath(path).paragraph {
            (self.bytes, lines) = SealedContent.part(paragraph, of: written, leftOut: leftOut)
        } else {
            (self.bytes, lines) = (kept, places)
        }
    }

    /// From the § heading to the next heading of its level, without lines whose key is left out (the day its notice went
    /// up) and without blank lines at the end.
    private static func part(
        _ number: Int, of written: [ArraySlice<UInt8>], leftOut: [String]
    ) -> (bytes: [UInt8], lines: [Int]) {
        guard let start = written.firstIndex(where: { paragraph($0) == number }) else { return ([], []) }
        let end = written[(start + 1)...].firstIndex { $0.starts(with: "## ".utf8) } ?? written.count
        var kept = (start..<end).filter { index in
            key(of: written[index]).map { !leftOut.contains($0) } ?? true
        }
        while let last = kept.last, written[last].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { kept.removeLast() }
        return (Array(kept.map { written[$0] }.joined(separator: [0x0A])), kept.map { $0 + 1 })
    }

    /// The number of a line that is the heading of a §.
    private static func paragraph(_ line: ArraySlice<UInt8>) -> Int? {
        guard line.starts(with: "## ".utf8) else { return nil }
        let text = line.dropFirst(3).drop { $0 == 0x20 }
        guard text.starts(with: "§".utf8) else { return nil }
        let digits = text.dropFirst(2).drop { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }.prefix { $0.isDigit }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    public var digest: Digest { Digest(of: bytes) }

    /// CRLF, CR and LF end a line.
    private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            if bytes[index] == 0x0A || bytes[index] == 0x0D {
                lines.append(bytes[start..<index])
                if bytes[index] == 0x0D, index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        return lines + [bytes[start..<bytes.endIndex]]
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool { line.elementsEqual("---".utf8) }

    /// The folded key of a line that begins an entry: neither indented, nor an item, nor a comment, with a colon.
    private static func key(of line: ArraySlice<UInt8>) -> String? {
        guard let first = line.first, ![0x20, 0x09, 0x2D, 0x23, 0x5D, 0x7D].contains(first),
            let colon = line.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        return folded(line[..<colon])
    }

    /// ASCII letters small, the letters å ä ö é ü without their marks, spaces and underscores as dashes.
    static func folded(_ key: ArraySlice<UInt8>) -> String {
        let letters: [Unicode.Scalar: String] = [
            "å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", "Å": "a", "Ä": "a", "Ö": "o", "É": "e", "Ü": "u",
            " ": "-", "_": "-",
        ]
        var text = ""
        for scalar in String(decoding: key, as: UTF8.self).unicodeScalars {
            if (0x300...0x36F).contains(scalar.value) || scalar == "\"" || scalar == "'" { continue }
            if let plain = letters[scalar] {
                text += plain
            } else if ("A"..."Z").contains(scalar) {
                text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 32)))
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        while text.last == "-" { text.removeLast() }
        return text
    }
}
