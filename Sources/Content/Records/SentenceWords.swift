import Meetings

/// A sentence of a record, word by word.
struct SentenceWords {
    let words: [Word]
    /// It begins its paragraph.
    let isFirst: Bool
    /// It ends its paragraph.
    let isLast: Bool

    struct Word {
        let text: Substring
        /// Folded, without the signs around it.
        let key: String
        let endsClause: Bool
    }
}

extension SentenceWords {
    /// The sentences of some plain text.
    static func all(in text: String) -> [SentenceWords] {
        let pieces = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\n" || $0 == "\t" }
        var sentences: [ArraySlice<Substring>] = []
        var start = 0
        for (index, piece) in pieces.enumerated() {
            let next = index + 1 < pieces.count ? pieces[index + 1] : nil
            if next == nil || ends(piece, before: next) {
                sentences.append(pieces[start...index])
                start = index + 1
            }
        }
        return sentences.enumerated().map { index, pieces in
            SentenceWords(
                words: pieces.map { Word($0) }, isFirst: index == 0, isLast: index == sentences.count - 1)
        }
    }

    private static let abbreviations: Set<String> = [
        "kl", "t.ex", "bl.a", "m.m", "ca", "nr", "st", "dvs", "d.v.s", "s.k", "resp", "prop", "kap", "p.g.a", "osv",
        "o.s.v", "etc", "f.d", "tf", "ang", "dnr", "par",
    ]

    private static func ends(_ piece: Substring, before next: Substring?) -> Bool {
        guard let last = piece.last(where: { !"\"”)".contains($0) }), ".!?".contains(last) else { return false }
        guard let first = next?.first(where: { !"\"”(".contains($0) }), first.isUppercase || first == "§" else {
            return false
        }
        let word = piece.dropLast().lowercased()
        // "1." numbers something, and "30." in "den 30. september" is a day.
        return !abbreviations.contains(word) && Int(word) == nil
    }

    /// Words as they are written, in one line, without what closes the sentence.
    static func text(_ words: some Collection<Word>) -> String {
        var text = words.map { String($0.text) }.joined(separator: " ")
        while let last = text.last, ".;,".contains(last) { text.removeLast() }
        return text
    }
}

extension SentenceWords.Word {
    fileprivate init(_ piece: Substring) {
        text = piece
        var bare = piece.drop { "(\"”*_".contains($0) }
        while let last = bare.last, ".,;:)!?\"”*_".contains(last) { bare.removeLast() }
        key = BodyNames.key(String(bare))
        endsClause = piece.last.map { ",;:".contains($0) } ?? false
    }
}
