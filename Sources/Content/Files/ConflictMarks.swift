/// The marks that git leaves in a text when two people have changed the same lines.
enum ConflictMarks {
    /// The first line with one; nil for nearly every text.
    static func line(in bytes: [UInt8]) -> Int? {
        let (open, middle, close) = (UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"))
        guard bytes.firstIndex(of: open, from: 0) != nil || bytes.firstIndex(of: close, from: 0) != nil else {
            return nil
        }
        var index = 0
        var line = 1
        var divided: Int?
        while index < bytes.count {
            let text = bytes.line(at: index)
            switch text.first {
            case open where isMark(text, open): return line
            case middle where isMark(text, middle) && text.count == 7: divided = divided ?? line
            // Seven > are a quote in a quote in a quote …, unless the text was divided above.
            case close where isMark(text, close) && divided != nil: return divided
            default: break
            }
            index = bytes.nextLine(after: index)
            line += 1
        }
        return nil
    }

    private static func isMark(_ line: ArraySlice<UInt8>, _ mark: UInt8) -> Bool {
        line.count >= 7 && line.prefix(7).allSatisfy { $0 == mark }
            && (line.count == 7 || line.dropFirst(7).first == 0x20)
    }
}
