/// Ten digits in a cell of a Markdown table whose head has the word: "| Namn | Personnummer |".
enum TableNumbers {
    static func marks(in bytes: [UInt8]) -> [PersonalDataMark] {
        let bar = UInt8(ascii: "|")
        guard bytes.contains(bar) else { return [] }
        var marks: [PersonalDataMark] = []
        var (previous, isNumbered) = (bytes[0..<0], false)
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            defer { previous = line }
            guard line.contains(bar) else {
                isNumbered = false
                continue
            }
            if line.allSatisfy({ "|-: \t".utf8.contains($0) }) {
                isNumbered = PersonWords.are(in: previous)
            } else if isNumbered {
                marks += numbers(in: line)
            }
        }
        return marks
    }

    private static func numbers(in line: ArraySlice<UInt8>) -> [PersonalDataMark] {
        line.split(separator: UInt8(ascii: "|")).flatMap { cell in
            PersonWords.numbers(inCells: cell).compactMap { number in
                let first = cell.firstIndex { $0 > 0x20 } ?? cell.startIndex
                let last = cell.lastIndex { $0 > 0x20 } ?? first
                return PersonalDataMark(kind: .identityNumber(number), range: first..<(last + 1))
            }
        }
    }
}
