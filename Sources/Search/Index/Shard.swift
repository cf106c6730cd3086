/// A file of the index: a script that hands over one value, for a page opened from a folder may run scripts and fetch
/// nothing.
struct Shard: Sendable {
    static let most = 48_000

    /// `klubbaSok("lista/5","…");`
    static func script(_ name: String, _ value: [UInt8]) -> [UInt8] {
        Array("klubbaSok(\"\(name)\",".utf8) + value + Array(");\n".utf8)
    }

    /// A quoted string, safe in a script; the text is UTF-8.
    static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        text.withUnsafeBufferPointer { text in
            bytes.append(UInt8(ascii: "\""))
            var copied = 0
            for index in text.indices where isSpecial(text[index]) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
                copied = index + 1
                switch text[index] {
                case UInt8(ascii: "<"): bytes += Array("\\u003c".utf8)
                case 0..<0x20: bytes.append(0x20)
                default: bytes += [UInt8(ascii: "\\"), text[index]]
                }
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
            bytes.append(UInt8(ascii: "\""))
        }
    }

    static func append(_ text: String, to bytes: inout [UInt8]) { append(Array(text.utf8)[...], to: &bytes) }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
    }

    /// What a text takes as a quoted string.
    static func size(of text: ArraySlice<UInt8>) -> Int {
        text.withUnsafeBufferPointer { text in
            var size = text.count + 2
            for byte in text { size &+= byte == UInt8(ascii: "<") ? 5 : isSpecial(byte) ? 1 : 0 }
            return size
        }
    }

    static func size(of text: String) -> Int { size(of: Array(text.utf8)[...]) }

    /// The smallest power of two of files that a size goes into, each of some 20 kB; with the same number of files as
    /// long as a site does not double.
    static func count(for size: Int) -> Int {
        var count = 1
        while size / count > 24_000 { count *= 2 }
        return count
    }
}

/// The texts of some passages, for excerpts.
enum TextShard {
    /// `["arenden/2019-30/","2019:30","Titel",[["att-1","Förslag till beslut",4,"…"],…]]`
    static func append(
        _ sections: [SearchText.Section], of text: SearchText, _ document: SearchDocument, to bytes: inout [UInt8]
    ) {
        bytes.append(UInt8(ascii: "["))
        for value in [document.address, document.number, document.title] {
            Shard.append(value, to: &bytes)
            bytes.append(UInt8(ascii: ","))
        }
        bytes.append(UInt8(ascii: "["))
        for (index, section) in sections.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "["))
            Shard.append(section.anchor, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            Shard.append(section.heading, to: &bytes)
            bytes += Array(",\(section.weight.rawValue),".utf8)
            Shard.append(text.bytes[section.range], to: &bytes)
            bytes.append(UInt8(ascii: "]"))
        }
        bytes += Array("]]".utf8)
    }

    static func size(of sections: [SearchText.Section], in text: SearchText, _ document: SearchDocument) -> Int {
        let head = [document.address, document.number, document.title].reduce(9) { $0 + Shard.size(of: $1) }
        return sections.reduce(head) { size, section in
            size + 7 + Shard.size(of: section.anchor) + Shard.size(of: section.heading)
                + Shard.size(of: text.bytes[section.range])
        }
    }
}
