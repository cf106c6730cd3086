/// The marks of footnotes on a PDF's page: `pdftotext` writes a raised figure with the digits that it stands beside.
enum PDFMarks {
    /// The same text with a line end between a number in the shape of a personnummer and one or two digits before or after
    /// it; nothing where there are none.
    static func parted(_ page: some Sequence<UInt8>) -> [UInt8] {
        let page = Array(page)
        var (text, copied, index): ([UInt8], Int, Int) = ([], 0, 0)
        while index < page.count {
            guard page[index].isDigit else {
                index += 1
                continue
            }
            let start = index
            while index < page.count, page[index].isDigit { index += 1 }
            guard let sign = signEnd(page, from: index), sign < page.count, page[sign].isDigit else { continue }
            var end = sign
            while end < page.count, page[end].isDigit { end += 1 }
            let (before, after) = (excess(index - start), end - sign - 4)
            if let before, (0...2).contains(after), before + after > 0 {
                text += page[copied..<(start + before)] + [0x0A] + page[(start + before)..<(sign + 4)] + [0x0A]
                copied = sign + 4
            }
            index = end
        }
        return text.isEmpty ? [] : text + page[copied...]
    }

    /// How many digits a date has before it.
    private static func excess(_ count: Int) -> Int? {
        switch count {
        case 6, 8: 0
        case 7, 9: 1
        case 10: 2
        default: nil
        }
    }

    /// After a dash or a plus.
    private static func signEnd(_ page: [UInt8], from index: Int) -> Int? {
        guard index < page.count else { return nil }
        if page[index] == UInt8(ascii: "-") || page[index] == UInt8(ascii: "+") { return index + 1 }
        return page[index...].starts(with: "–".utf8) ? index + 3 : nil
    }
}
