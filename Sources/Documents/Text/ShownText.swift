import System

/// What a file says, as it was written down when the file was read.
public enum DocumentText {
    /// Page by page; none where nothing was written down.
    public static func pages(_ location: String) -> [ArraySlice<UInt8>] {
        FileBytes.ifReadable(location, limit: 2 * ShownText.most)?.split(
            separator: 0x0C, omittingEmptySubsequences: false)
            ?? []
    }
}

/// What a reader of a file sees of it, as plain text, for the search.
enum ShownText {
    /// Bytes of a file's text that are kept.
    static let most = 4 << 20

    /// Pages as they are written down, a form feed between; nil where nothing is said.
    static func file(_ pages: [[UInt8]]) -> [UInt8]? {
        var text: [UInt8] = []
        for (index, page) in pages.enumerated() {
            if index > 0 { text.append(0x0C) }
            if text.count + page.count > most { break }
            text += page.map { $0 == 0x0C ? 0x20 : $0 }
        }
        return text.contains { $0 > 0x20 } ? text : nil
    }

    /// With the words whole that a line's end has cut: `verksam-` and `het`.
    static func joined(_ page: some Sequence<UInt8>) -> [UInt8] {
        let page = Array(page)
        var text: [UInt8] = []
        text.reserveCapacity(page.count)
        var index = 0
        while index < page.count {
            let isCut =
                page[index] == UInt8(ascii: "-") && index > 0 && index + 2 < page.count && page[index + 1] == 0x0A
                && isSmall(page[index + 2]) && isSmall(page[index - 1])
            if isCut {
                index += 2
            } else {
                text.append(page[index])
                index += 1
            }
        }
        return text
    }

    /// A small letter, or a part of one that is not ASCII.
    private static func isSmall(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
    }

    /// Which page a part of an Office file or an OpenDocument file is; nil for one that no page shows.
    static func page(of part: String) -> Int? {
        switch part {
        case "word/document.xml", "content.xml": return 1
        case "word/footnotes.xml", "word/endnotes.xml": return 2
        case "xl/sharedStrings.xml": return 1
        default:
            guard part.hasPrefix("ppt/slides/slide"), part.hasSuffix(".xml") else { return nil }
            return Int(part.dropFirst("ppt/slides/slide".utf8.count).dropLast(4))
        }
    }

    /// Without what is struck out and the codes of fields.
    static func text(ofMarkup bytes: [UInt8]) -> [UInt8] {
        let hidden: Set<String> = [
            "del", "moveFrom", "tracked-changes", "instrText", "script", "style", "head", "annotation",
        ]
        return MarkupText(PlainText.utf8(bytes) ?? bytes, style: .runs, leavingOut: hidden).text
    }
}
