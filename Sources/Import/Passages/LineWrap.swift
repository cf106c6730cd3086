/// Whether a document's lines were broken at a column, and where.
struct LineWrap {
    /// The column; nil for a document with a line a paragraph.
    let column: Int?

    init(_ lines: [KeptLine]) {
        var followed: [Int] = []
        var small = 0
        for (line, next) in zip(lines, lines.dropFirst()) where !next.blankBefore {
            let length = LineWrap.length(line.text)
            followed.append(length)
            if length >= 40, next.text.trimmed.startsWithSmallLetter, !SentenceEnd.isAt(line.text) { small += 1 }
        }
        followed.sort()
        guard followed.count >= 3, small >= 2 else {
            column = nil
            return
        }
        let typical = followed[followed.count * 9 / 10]
        let full = followed.count { $0 * 4 >= typical * 3 && $0 <= typical * 6 / 5 }
        column = (40...140).contains(typical) && full * 5 >= followed.count * 2 ? typical : nil
    }

    /// In characters, roughly: letters with marks of their own count once.
    static func length(_ text: String) -> Int { text.utf8.count { $0 & 0xC0 != 0x80 } }

    /// True where the next line's first word would have found room: somebody ended the line there.
    func isDeliberate(after line: String, before next: String) -> Bool {
        guard let column else { return true }
        let word = next.trimmed.prefix { $0 != " " }.count
        return (LineWrap.length(line) + 1 + word) * 100 <= column * 85
    }
}
