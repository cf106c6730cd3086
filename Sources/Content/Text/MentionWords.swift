/// Where the words stand that mentions begin with, one after the other; wherever that may be.
struct MentionWords {
    enum Kind: CaseIterable { case attachment, diaryNumber, paragraph }

    private let bytes: UnsafeBufferPointer<UInt8>
    /// Of each kind the next place that is known; the text's end where there is none left.
    private var places: [Int]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        places = [-1, -1, -1]
    }
}

extension MentionWords {
    mutating func next(from start: Int) -> (kind: Kind, place: Int)? {
        var first: (kind: Kind, place: Int)?
        for (index, kind) in Kind.allCases.enumerated() {
            if places[index] < start { places[index] = place(of: kind, from: start) ?? bytes.count }
            if places[index] < first?.place ?? bytes.count { first = (kind, places[index]) }
        }
        return first
    }

    private func place(of kind: Kind, from start: Int) -> Int? {
        switch kind {
        case .attachment: attachment(from: start)
        case .diaryNumber: diaryNumber(from: start)
        case .paragraph: paragraph(from: start)
        }
    }

    /// "Bilaga" is looked for by its g, the rarest of its letters.
    private func attachment(from start: Int) -> Int? {
        let letters: StaticString = "ilaga"
        var index = start + 4
        while let found = bytes.next(UInt8(ascii: "g"), from: index), found + 1 < bytes.count {
            let isWord = (0..<5).allSatisfy { bytes[found - 3 + $0] == letters.utf8Start[$0] }
            if isWord && bytes[found - 4] | 0x20 == UInt8(ascii: "b") { return found - 4 }
            index = found + 1
        }
        return nil
    }

    /// "dnr", "Dnr" or "DNR".
    private func diaryNumber(from start: Int) -> Int? {
        var index = start + 1
        while index + 1 < bytes.count {
            if bytes[index] | 0x20 == UInt8(ascii: "n"), bytes[index + 1] | 0x20 == UInt8(ascii: "r"),
                bytes[index - 1] | 0x20 == UInt8(ascii: "d")
            {
                return index - 1
            }
            index += 1
        }
        return nil
    }

    /// "§", but of "§§" the second.
    private func paragraph(from start: Int) -> Int? {
        var index = start + 1
        while let found = bytes.next(0xA7, from: index) {
            if bytes[found - 1] == 0xC2 { return found - 1 }
            index = found + 1
        }
        return nil
    }
}
