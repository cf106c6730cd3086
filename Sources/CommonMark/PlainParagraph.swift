/// A text that is one paragraph of words, as most clauses of a proposal are. It means what it says, so libcmark need not
/// be asked.
struct PlainParagraph {
    private let text: UnsafeBufferPointer<UInt8>
    private let lines: Int
}

extension PlainParagraph {
    /// Nil for a text with anything in it that could be markup. Every line begins with a letter, which starts no block,
    /// and has no space before its end; its letters are those of Swedish, with the dashes and quotation marks of print.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        let end = text.last == UInt8(ascii: "\n") ? text.count - 1 : text.count
        guard end > 0 else { return nil }
        var lines = 1
        var index = 0
        var previous = UInt8(ascii: "\n")
        while index < end {
            let byte = text[index]
            let length: Int
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): length = 1
            case UInt8(ascii: "\n") where previous > UInt8(ascii: " ") && !Self.mayMarkLine(text[(index + 1)..<end]):
                lines += 1
                length = 1
            case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
                UInt8(ascii: "<"), UInt8(ascii: "&"):
                return nil
            case UInt8(ascii: " ")...UInt8(ascii: "~") where previous != UInt8(ascii: "\n"): length = 1
            case 0xC3: length = 2
            case 0xC2 where previous != UInt8(ascii: "\n"): length = 2
            case 0xE2 where index + 1 < end && text[index + 1] == 0x80: length = 3
            default: return nil
            }
            guard index + length <= end else { return nil }
            for offset in 1..<max(length, 1) where text[index + offset] & 0xC0 != 0x80 { return nil }
            previous = byte
            index += length
        }
        guard previous > UInt8(ascii: " "), !TextTraits.hasAddressMark(text) else { return nil }
        self.text = UnsafeBufferPointer(rebasing: text[..<end])
        self.lines = lines
    }

    /// `a)`, `•` and the like, which keep their line: a bracket soon after the line's start, or no letter there.
    private static func mayMarkLine(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        line.first == 0xE2 || line.prefix(5).contains(UInt8(ascii: ")"))
    }

    func markdown(firstLine: Int, footnotes: Footnotes = Footnotes()) -> Markdown {
        var html = ByteBuffer(capacity: text.count + 32)
        html.append("<p>")
        html.appendEscaped(text)
        html.append("</p>\n")
        var plain = ByteBuffer(capacity: text.count + 1)
        plain.append(text)
        plain.append(UInt8(ascii: "\n"))
        let block = Block(
            kind: .paragraph, lines: firstLine...firstLine + lines - 1, html: 0..<html.count, plain: 0..<plain.count)
        return Markdown(
            html: html.bytes(), plain: plain.bytes(), blocks: [block], headings: [], links: [], notes: [],
            footnotes: footnotes, depth: 1)
    }
}
