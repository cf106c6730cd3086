import Meetings

/// What may be a name in some text, to be looked up: the text is gone through once, however many names are asked for.
struct PersonNames {
    /// Every run of a few words, folded.
    private var runs: Set<[UInt8]> = []
}

extension PersonNames {
    private static let mostWords = 5

    init(in texts: [Prose]) {
        for text in texts {
            let words = PersonNames.words(Spelling.fold(String(decoding: text.html, as: UTF8.self)))
            for start in words.indices {
                for end in (start + 1)...min(start + PersonNames.mostWords, words.count) {
                    runs.insert(Array(words[start..<end].joined(separator: [0x20])))
                }
            }
        }
    }

    var isEmpty: Bool { runs.isEmpty }

    func contains(_ name: String) -> Bool {
        let key = Array(PersonNames.words(PersonName.key(of: name)).joined(separator: [0x20]))
        return key.count >= 4 && runs.contains(key)
    }

    /// Letters, digits and hyphens make a word.
    private static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        text.split { !$0.isASCIILetter && !$0.isDigit && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "?") }
    }
}
