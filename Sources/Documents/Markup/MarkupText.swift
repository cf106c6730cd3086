/// The words of an XML text as a reader would put them together, and the values of its attributes beside them. It
/// takes anything for XML and never fails.
struct MarkupText {
    /// A text in which runs follow on each other, or a list of values.
    enum Style { case runs, values }

    private(set) var text: [UInt8] = []
    private(set) var attributes: [UInt8] = []
    /// Elements that were left out.
    private(set) var hasLeftOut = false

    /// What parts cells, and never stands in a text.
    static let cellEnd: UInt8 = 0x1F
    private static let lines: Set<String> = [
        "p", "h", "tr", "row", "si", "br", "cr", "li", "table-row", "line-break", "comment", "title", "subject", "text",
    ]
    /// What stands beside a text and not in it: a note's mark, a box, a remark.
    private static let edges: Set<String> = [
        "note", "note-citation", "annotation", "text-box", "txbxContent", "footnote", "endnote", "sup",
    ]
    private static let cells: Set<String> = ["tc", "c", "table-cell", "covered-table-cell", "v", "td", "th"]

    /// - Parameter leavingOut: elements by their names without prefix, whose text is no part of the text.
    init(_ bytes: [UInt8], style: Style, leavingOut: Set<String> = []) {
        var index = 0
        var hidden: (name: String, depth: Int)?
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                if hidden == nil { append(bytes[index..<end]) }
                index = end
                continue
            }
            if bytes[index...].starts(with: "<!--".utf8) {
                let end = bytes.firstPlace(of: Array("-->".utf8), from: index) ?? bytes.count
                attributes += bytes[min(index + 4, end)..<end] + [0x0A]
                index = min(end + 3, bytes.count)
                continue
            }
            if bytes[index...].starts(with: "<![CDATA[".utf8) {
                let end = bytes.firstPlace(of: Array("]]>".utf8), from: index) ?? bytes.count
                if hidden == nil { text += bytes[min(index + 9, end)..<end] }
                index = min(end + 3, bytes.count)
                continue
            }
            let end = MarkupText.tagEnd(bytes, from: index)
            let tag = bytes[(index + 1)..<end]
            let isClosing = tag.first == UInt8(ascii: "/")
            let isEmpty = tag.last == UInt8(ascii: "/")
            let name = MarkupText.localName(isClosing ? tag.dropFirst() : tag)
            index = min(end + 1, bytes.count)
            if let own = hidden {
                if name == own.name, !isEmpty {
                    let depth = own.depth + (isClosing ? -1 : 1)
                    hidden = depth == 0 ? nil : (own.name, depth)
                }
                continue
            }
            if leavingOut.contains(name), !isClosing {
                hasLeftOut = true
                if !isEmpty { hidden = (name, 1) }
                continue
            }
            if !isClosing { appendAttributes(tag) }
            if Self.edges.contains(name) { text.append(0x0A) }
            part(after: name, isEnd: isClosing || isEmpty, style)
        }
    }

    private mutating func part(after name: String, isEnd: Bool, _ style: Style) {
        guard isEnd else { return }
        if style == .values || Self.lines.contains(name) {
            text.append(0x0A)
        } else if Self.cells.contains(name) {
            text.append(Self.cellEnd)
        } else if name == "tab" || name == "s" {
            text.append(0x20)
        } else if name == "noBreakHyphen" {
            text.append(UInt8(ascii: "-"))
        }
    }

    /// The `>` that ends a tag: one within quotation marks does not.
    static func tagEnd(_ bytes: [UInt8], from start: Int) -> Int {
        var quote: UInt8?
        var index = start + 1
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return index
            }
            index += 1
        }
        return bytes.count
    }

    static func localName(_ tag: ArraySlice<UInt8>) -> String {
        let name = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
        let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
        return String(decoding: local, as: UTF8.self)
    }

    private mutating func appendAttributes(_ tag: ArraySlice<UInt8>) {
        var index = tag.startIndex
        while let open = tag[index...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }) {
            let end = tag[(open + 1)...].firstIndex(of: tag[open]) ?? tag.endIndex
            if end - open > 6 { attributes += MarkupText.decoded(tag[(open + 1)..<end]) + [0x0A] }
            index = min(end + 1, tag.endIndex)
        }
    }

    private mutating func append(_ part: ArraySlice<UInt8>) {
        if part.contains(UInt8(ascii: "&")) { text += MarkupText.decoded(part) } else { text += part }
    }

    /// The five entities of XML, and those by number.
    static func decoded(_ part: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var index = part.startIndex
        while index < part.endIndex {
            guard part[index] == UInt8(ascii: "&"),
                let end = part[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
            else {
                result.append(part[index])
                index += 1
                continue
            }
            let name = String(decoding: part[(index + 1)..<end], as: UTF8.self)
            let number =
                name.hasPrefix("#x")
                ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
            switch name {
            case "amp": result.append(UInt8(ascii: "&"))
            case "lt": result.append(UInt8(ascii: "<"))
            case "gt": result.append(UInt8(ascii: ">"))
            case "quot": result.append(UInt8(ascii: "\""))
            case "apos": result.append(UInt8(ascii: "'"))
            default:
                result +=
                    number.flatMap { Unicode.Scalar($0) }.map { Array(String($0).utf8) } ?? Array(part[index...end])
            }
            index = end + 1
        }
        return result
    }
}
