/// Writes an XML document as it goes, two spaces deeper for each element. The same calls give the same bytes.
final class XMLWriter {
    private let file: FileWriter
    private var open: [String] = []
    /// True while the last thing written was the start of an element.
    private var isFresh = false

    init(_ file: FileWriter) {
        self.file = file
        file.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    }
}

extension XMLWriter {
    typealias Attributes = [(name: String, value: String?)]

    /// An element with elements in it.
    func element(_ name: String, _ attributes: Attributes = [], _ body: () -> Void) {
        begin(name, attributes)
        file.add(">\n".utf8)
        open.append(name)
        body()
        open.removeLast()
        indent()
        file.add("</\(name)>\n".utf8)
    }

    /// An element with a text. Nothing at all where there is none: an empty element says nothing.
    func text(_ name: String, _ text: String?, _ attributes: Attributes = []) {
        guard let text, !text.isEmpty else { return }
        begin(name, attributes)
        file.add(">".utf8)
        file.add(XMLWriter.escaped(text))
        file.add("</\(name)>\n".utf8)
    }

    /// An element with attributes alone.
    func empty(_ name: String, _ attributes: Attributes) {
        begin(name, attributes)
        file.add("/>\n".utf8)
    }

    /// A comment at the end with the check sum of all bytes before it: nothing else vouches for a package's first document.
    func finishWithOwnDigest() throws(ArchiveFailure) -> (size: Int, digest: String) {
        let digest = file.digest
        file.add("<!-- SHA-256 \(digest) -->\n".utf8)
        return try file.finish()
    }

    func finish() throws(ArchiveFailure) -> (size: Int, digest: String) { try file.finish() }

    private func begin(_ name: String, _ attributes: Attributes) {
        indent()
        file.add("<\(name)".utf8)
        for (name, value) in attributes {
            guard let value else { continue }
            file.add(" \(name)=\"".utf8)
            file.add(XMLWriter.escaped(value))
            file.add("\"".utf8)
        }
    }

    private func indent() { file.add(repeatElement(UInt8(ascii: " "), count: 2 * open.count)) }

    /// For an element or an attribute. What XML 1.0 has no way to write is left out.
    static func escaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case 0x26: bytes += "&amp;".utf8
            case 0x3C: bytes += "&lt;".utf8
            case 0x3E: bytes += "&gt;".utf8
            case 0x22: bytes += "&quot;".utf8
            // A line end in an attribute would be read as a space.
            case 0x09, 0x0A, 0x0D: bytes += "&#\(byte);".utf8
            case 0..<0x20: continue
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
            case 0xBE where bytes.suffix(2) == [0xEF, 0xBF], 0xBF where bytes.suffix(2) == [0xEF, 0xBF]:
                bytes.removeLast(2)
            default: bytes.append(byte)
            }
        }
        return bytes
    }
}
