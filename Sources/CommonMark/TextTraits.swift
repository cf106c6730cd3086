/// What one quick look over the bytes tells before anything is parsed.
struct TextTraits {
    let hasNUL: Bool
    /// False where no line can be a table's delimiter row, so that most texts never pay for tables: nowhere a pipe, and
    /// nowhere a hyphen and a colon side by side.
    let mayHaveTables: Bool
    /// Where the text starts: after a byte order mark.
    let start: Int
}

extension TextTraits {
    init(of text: UnsafeBufferPointer<UInt8>) {
        let pipe = UInt8(ascii: "|")
        let colon = UInt8(ascii: ":")
        let hyphen = UInt8(ascii: "-")
        var hasNUL = false
        var mayHaveTables = false
        var index = 0
        while index + ByteWord.size < text.count {
            let bytes = ByteWord(text, at: index)
            let next = ByteWord(text, at: index + 1)
            if bytes.contains(0) { hasNUL = true }
            if bytes.contains(pipe) || bytes.contains(colon, with: hyphen, in: next)
                || bytes.contains(hyphen, with: colon, in: next)
            {
                mayHaveTables = true
            }
            index += ByteWord.size
        }
        while index < text.count {
            let next = index + 1 < text.count ? text[index + 1] : 0
            if text[index] == 0 { hasNUL = true }
            if text[index] == pipe || text[index] == colon && next == hyphen || text[index] == hyphen && next == colon {
                mayHaveTables = true
            }
            index += 1
        }
        self.hasNUL = hasNUL
        self.mayHaveTables = mayHaveTables
        start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
}
