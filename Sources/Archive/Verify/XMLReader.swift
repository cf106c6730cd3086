import System

/// Reads an XML document from its first byte to its last, and tells of each element as it comes. No document type, so no
/// entities but the five and the numbered ones.
struct XMLReader {
    /// A part of the document, in which all of the token at `position` stands.
    private var bytes: [UInt8]
    private var position = 0
    private var open: [String] = []
    /// What comes after the part; nil where it is the document's end.
    private var rest: OpenFile?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A document of any size: no more of it is held than an element's start or a text.
    init(file path: String) throws(Fault) {
        bytes = []
        do throws(SystemError) {
            rest = try OpenFile(reading: path)
        } catch {
            throw Fault(reason: error.reason.swedish)
        }
        try fill()
    }

    struct Element {
        /// As written, with its prefix.
        let name: String
        let attributes: [String: String]
        /// The names of the elements that it stands in, the outermost first.
        let parents: [String]
    }

    struct Fault: Error {
        let reason: String
    }
}

extension XMLReader {
    /// `begin` at each start of an element, `text` with an element's own text where it has no elements in it.
    mutating func read(
        begin: (Element) -> Void, text: (_ parents: [String], _ name: String, _ text: String) -> Void
    ) throws(Fault) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        var content: String?
        var hasRoot = false
        while true {
            try fill()
            if position == bytes.count { break }
            if skip("<?") {
                try jump(past: "?>")
            } else if skip("<!--") {
                try jump(past: "-->")
            } else if skip("<![CDATA[") {
                let start = position
                try jump(past: "]]>")
                content? += try decoded(start..<position - 3)
            } else if at("<!") {
                throw Fault(reason: "DOCTYPE")
            } else if skip("</") {
                let name = try name()
                skipSpaces()
                guard skip(">"), open.popLast() == name else { throw Fault(reason: "</\(name)>") }
                if let own = content { text(open, name, own) }
                content = nil
            } else if skip("<") {
                guard !open.isEmpty || !hasRoot else { throw Fault(reason: "mer än ett element överst") }
                hasRoot = true
                try element(begin, &content, text)
            } else {
                let start = position
                while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
                let own = try decoded(start..<position)
                if open.isEmpty, own.contains(where: { !$0.isWhitespace }) {
                    throw Fault(reason: "text utanför elementen")
                }
                content? += own
            }
        }
        guard open.isEmpty, hasRoot else {
            throw Fault(reason: open.last.map { "<\($0)> slutar inte" } ?? "inget element")
        }
    }

    private mutating func element(
        _ begin: (Element) -> Void, _ content: inout String?, _ text: ([String], String, String) -> Void
    ) throws(Fault) {
        let name = try name()
        var attributes: [String: String] = [:]
        while true {
            let spaces = skipSpaces()
            if skip("/>") {
                begin(Element(name: name, attributes: attributes, parents: open))
                text(open, name, "")
                content = nil
                return
            }
            if skip(">") { break }
            guard spaces > 0 else { throw Fault(reason: "<\(name)") }
            let key = try self.name()
            skipSpaces()
            guard skip("=") else { throw Fault(reason: key) }
            skipSpaces()
            guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                throw Fault(reason: key)
            }
            position += 1
            let start = position
            while let byte, byte != quote, byte != UInt8(ascii: "<") { position += 1 }
            guard byte == quote else { throw Fault(reason: key) }
            let value = try decoded(start..<position)
            position += 1
            if attributes.updateValue(value, forKey: key) != nil { throw Fault(reason: "\(key) två gånger") }
        }
        begin(Element(name: name, attributes: attributes, parents: open))
        open.append(name)
        content = ""
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Reads on until all of the next token is there.
    private mutating func fill() throws(Fault) {
        while let rest, !hasWholeToken {
            bytes.removeFirst(position)
            position = 0
            do throws(SystemError) {
                let more = try rest.bytes(FileBytes.window)
                if more.count < FileBytes.window { self.rest = nil }
                bytes += more
            } catch {
                throw Fault(reason: error.reason.swedish)
            }
        }
    }

    private var hasWholeToken: Bool {
        // Nothing that has to be told apart is longer than "<![CDATA[".
        guard bytes.count - position > 9 else { return false }
        if bytes[position] != UInt8(ascii: "<") { return bytes[position...].contains(UInt8(ascii: "<")) }
        if at("<!--") { return isThere("-->") }
        if at("<?") { return isThere("?>") }
        if at("<![CDATA[") { return isThere("]]>") }
        var quote: UInt8?
        for byte in bytes[position...] {
            if let own = quote {
                if byte == own { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return true
            }
        }
        return false
    }

    private func isThere(_ end: StaticString) -> Bool {
        end.withUTF8Buffer { end in bytes[position...].firstRange(of: end) != nil }
    }

    private func at(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return text.withUTF8Buffer { bytes[position..<position + count].elementsEqual($0) }
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        guard at(text) else { return false }
        position += text.utf8CodeUnitCount
        return true
    }

    private mutating func jump(past text: StaticString) throws(Fault) {
        while position < bytes.count { if skip(text) { return } else { position += 1 } }
        throw Fault(reason: "\(text) saknas")
    }

    @discardableResult private mutating func skipSpaces() -> Int {
        let start = position
        while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
        return position - start
    }

    private mutating func name() throws(Fault) -> String {
        let start = position
        while let byte, isNameByte(byte) { position += 1 }
        guard position > start else { throw Fault(reason: "byte \(start)") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private func decoded(_ range: Range<Int>) throws(Fault) -> String {
        guard let text = String(validating: bytes[range], as: UTF8.self) else { throw Fault(reason: "inte UTF-8") }
        guard bytes[range].contains(UInt8(ascii: "&")) else { return text }
        var plain = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            plain += rest[..<mark]
            guard let end = rest[mark...].firstIndex(of: ";") else { throw Fault(reason: "&") }
            let name = rest[rest.index(after: mark)..<end]
            guard let character = XMLReader.character(name) else { throw Fault(reason: "&\(name);") }
            plain.unicodeScalars.append(character)
            rest = rest[rest.index(after: end)...]
        }
        return plain + rest
    }

    private static func character(_ name: Substring) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.first == "#" else { return nil }
            let digits = name.dropFirst()
            let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap { Unicode.Scalar($0) }
        }
    }
}
