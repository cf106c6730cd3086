import Meetings

extension StringProtocol {
    /// Whether a text stands in it, byte for byte.
    func hasText(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard count > 0 else { return true }
        let first = text.utf8Start[0]
        var rest = utf8[...]
        while let place = rest.firstIndex(of: first) {
            rest = rest[place...]
            var (index, matched) = (rest.startIndex, 0)
            while matched < count, index < rest.endIndex, rest[index] == text.utf8Start[matched] {
                (index, matched) = (rest.index(after: index), matched + 1)
            }
            if matched == count { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}

extension String {
    /// Without spaces and tabs at either end.
    var trimmed: String { String(self[...].trimmed) }

    /// Lower case without diacritics, for comparing with known words.
    var folded: String { String(decoding: Spelling.fold(self), as: UTF8.self) }

    /// Folded, with every run of anything but letters and digits as one space.
    var foldedWords: String {
        var bytes: [UInt8] = []
        for byte in Spelling.fold(self) {
            if byte.isASCIILetter || byte.isDigit {
                bytes.append(byte)
            } else if bytes.last != 0x20 && !bytes.isEmpty {
                bytes.append(0x20)
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Its first letter as a capital.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }

    /// Cells of a line that was set in columns: apart by a tab, or by three spaces or more.
    var cells: [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var spaces = 0
        for byte in utf8 {
            if byte == 0x09 || byte == 0x20 {
                spaces += byte == 0x09 ? 3 : 1
                continue
            }
            if spaces >= 3 && !cell.isEmpty {
                cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
            } else if spaces > 0 && !cell.isEmpty {
                cell.append(0x20)
            }
            spaces = 0
            cell.append(byte)
        }
        if !cell.isEmpty { cells.append(String(decoding: cell, as: UTF8.self)) }
        return cells
    }

    /// Every run of white space as one space.
    var singleSpaced: String { cells.joined(separator: " ").collapsed }

    private var collapsed: String {
        var bytes: [UInt8] = []
        for byte in utf8 where byte != 0x20 || bytes.last != 0x20 { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }

    var startsWithCapital: Bool { first?.isUppercase ?? false }
    var startsWithSmallLetter: Bool { first?.isLowercase ?? false }
    var startsWithDigit: Bool { utf8.first?.isDigit ?? false }

    /// Its words, apart at spaces.
    var words: [Substring] { split { $0 == " " || $0 == "\t" } }
}

extension Substring {
    var trimmed: Substring {
        var part = self
        while let first = part.utf8.first, first == 0x20 || first == 0x09 { part = part.dropFirst() }
        while let last = part.utf8.last, last == 0x20 || last == 0x09 { part = part.dropLast() }
        return part
    }
}
