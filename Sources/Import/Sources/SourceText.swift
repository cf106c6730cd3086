import Content

/// A document as text: UTF-8 whatever it was, one line feed a line, ordinary spaces.
struct SourceText: Sendable {
    var lines: [SourceLine]
    /// What was odd with its bytes.
    var remarks: [Remark] = []
    /// The text is Markdown: its emphasis, lists and backslashes mean something.
    var isMarkdown = false
    /// False for a text whose lines are not the document's own, such as one made from a .docx.
    var hasLineNumbers = true
    /// What was left out before its lines were made.
    var noise: [NoiseLine] = []
}

extension SourceText {
    /// Reads bytes that are text; nil for what is none.
    init?(_ bytes: [UInt8], isMarkdown: Bool = false) {
        guard let (text, remark) = TextEncoding.decoded(bytes) else { return nil }
        lines = SourceText.lines(of: text)
        self.isMarkdown = isMarkdown
        if isMarkdown {
            let (own, foreign) = FrontMatterLines.withoutForeign(lines)
            let (open, comments) = MarkdownComments.removed(own)
            (lines, noise) = (open, foreign + comments)
        }
        if let remark { remarks.append(remark) }
    }

    /// UTF-8 bytes without carriage returns, cut into lines. No-break and thin spaces become ordinary ones, soft hyphens
    /// and characters without a width go, a form feed is a page's start.
    private static func lines(of bytes: [UInt8]) -> [SourceLine] {
        var lines: [SourceLine] = []
        var line: [UInt8] = []
        var number = 1
        var startsPage = false
        func flush() {
            while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
            lines.append(
                SourceLine(number: number, text: String(decoding: line, as: UTF8.self), startsPage: startsPage))
            line.removeAll(keepingCapacity: true)
            startsPage = false
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x0A:
                flush()
                number += 1
            case 0x0C:
                if !line.isEmpty { flush() }
                startsPage = true
            case 0x0B:
                // A line break within a paragraph, in Word's plain text.
                flush()
            case 0x00..<0x20 where byte != 0x09: break
            case 0x7F: break
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0:
                line.append(0x20)
                index += 1
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xAD:
                index += 1
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0:
                index += 1
            case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
                switch bytes[index + 2] {
                case 0x80...0x8A, 0xAF: line.append(0x20)
                case 0x8B...0x8F, 0xAA...0xAE: break
                case 0xA8, 0xA9: flush()
                default: line += [byte, bytes[index + 1], bytes[index + 2]]
                }
                index += 2
            case 0xEF where bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]): index += 2
            default: line.append(byte)
            }
            index += 1
        }
        flush()
        return lines
    }
}
