import CCommonMark

/// What stands in the words themselves: bare addresses, and references to notes.
extension Renderer {
    /// Writes words of a text, which are no code and stand in no link.
    mutating func words(_ text: UnsafeBufferPointer<UInt8>, after previous: UInt8) {
        var written = 0
        while let mark = nextMark(in: text, from: written, after: previous) {
            write(text[written..<mark.range.lowerBound])
            switch mark {
            case .address(let address): write(address, of: text)
            case .note(_, let label): reference(to: label, text[mark.range])
            }
            written = mark.range.upperBound
        }
        write(text[written...])
    }

    /// The byte before a text node: what an address may follow is told from it.
    func previousByte(of node: OpaquePointer) -> UInt8 {
        let other = cmark_node_previous(node)
        switch cmark_node_get_type(other ?? cmark_node_parent(node)) {
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG: return UInt8(ascii: "*")
        case CMARK_NODE_CODE: return UInt8(ascii: "`")
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: return UInt8(ascii: "]")
        case CMARK_NODE_HTML_INLINE: return UInt8(ascii: ">")
        default: return UInt8(ascii: "\n")
        }
    }

    private enum Mark {
        case address(BareAddress)
        case note(Range<Int>, label: String)

        var range: Range<Int> {
            switch self {
            case .address(let address): address.range
            case .note(let range, _): range
            }
        }
    }

    private func nextMark(in text: UnsafeBufferPointer<UInt8>, from start: Int, after previous: UInt8) -> Mark? {
        let address =
            traits.mayHaveAddresses
            ? BareAddress.first(in: text, from: start, after: start > 0 ? text[start - 1] : previous) : nil
        if traits.mayHaveNotes, let (range, label) = Footnotes.reference(in: text, from: start),
            range.lowerBound < address?.range.lowerBound ?? .max
        {
            return .note(range, label: label)
        }
        return address.map { .address($0) }
    }

    private mutating func write(_ words: Slice<UnsafeBufferPointer<UInt8>>) {
        let words = UnsafeBufferPointer(rebasing: words)
        html.appendEscaped(words)
        plain.append(words)
    }

    private mutating func write(_ address: BareAddress, of text: UnsafeBufferPointer<UInt8>) {
        let words = UnsafeBufferPointer(rebasing: text[address.range])
        html.append("<a")
        let start = html.count
        html.append(" href=\"")
        html.append(address.prefix)
        html.appendAddress(words)
        html.append("\"")
        let slot = start..<html.count
        html.append(">")
        html.appendEscaped(words)
        html.append("</a>")
        plain.append(words)
        let written = String(decoding: words, as: UTF8.self)
        links.append(
            Link(
                kind: .link, destination: "\(address.prefix)\(written)", text: written, line: wordsLine,
                target: address.target, slot: slot))
    }

    /// A reference to a note that the text has is its number; any other is the words it is, and told.
    private mutating func reference(to label: String, _ written: Slice<UnsafeBufferPointer<UInt8>>) {
        let start = html.count
        let number = footnotes.number(for: label)
        if let number {
            html.append("<sup>")
            html.append(Array(String(number).utf8))
            html.append("</sup>")
        } else {
            write(written)
        }
        notes.append(NoteReference(label: label, number: number, line: wordsLine, range: start..<html.count))
    }
}

extension Renderer {
    /// True where the line after a soft break begins with a mark of its own, `a)` or `•`: it stays a line.
    func staysLine(after lineBreak: OpaquePointer) -> Bool {
        guard let next = cmark_node_next(lineBreak), cmark_node_get_type(next) == CMARK_NODE_TEXT,
            let text = cmark_node_get_literal(next)?.bytes
        else { return false }
        return LineMark.starts(text)
    }
}

/// `a)`, `å)`, `iv)`, `1a)`, `(b)` or `•` at the start of a line of a paragraph.
enum LineMark {
    static func starts(_ text: UnsafePointer<UInt8>) -> Bool {
        if text[0] == 0xE2, text[1] == 0x80, text[2] == 0xA2 { return true }
        var index = text[0] == UInt8(ascii: "(") ? 1 : 0
        let digits = index
        while index < digits + 3, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) { index += 1 }
        let letters = index
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[index] | 0x20)
        if isLetter, text[index + 1] == UInt8(ascii: ")") {
            index += 1
        } else if text[index] == 0xC3, [0xA5, 0xA4, 0xB6].contains(text[index + 1]) {
            index += 2
        } else {
            while [UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x")].contains(text[index]) { index += 1 }
        }
        return index > letters && text[index] == UInt8(ascii: ")") && text[index + 1] == UInt8(ascii: " ")
    }
}
