/// A text's words, where what a reader takes in at one glance is one word: an amount with its unit, a date, a § with its
/// number, a dnr. So no difference ever splits one.
enum DifferenceWords {
    struct Word: Hashable, Sendable {
        /// As written.
        let text: Substring
        /// What is compared: no-break and thin spaces are as good as ordinary ones.
        let key: String

        static func == (left: Word, right: Word) -> Bool { left.key == right.key }
        func hash(into hasher: inout Hasher) { hasher.combine(key) }
    }
}

extension DifferenceWords {
    static func words(of text: String) -> [Word] {
        let pieces = pieces(of: text)
        var words: [Word] = []
        words.reserveCapacity(pieces.count)
        var index = 0
        while index < pieces.count {
            let length = mayBegin(pieces[index]) ? length(at: index, of: pieces) : 1
            let whole = pieces[index..<(index + length)]
            let text = text[whole[index].startIndex..<whole[index + length - 1].endIndex]
            words.append(Word(text: text, key: whole.joined(separator: " ")))
            index += length
        }
        return words
    }

    /// Whether two texts have the same words, whatever spaces are between them.
    static func areSame(_ left: String, _ right: String) -> Bool {
        left == right || pieces(of: left) == pieces(of: right)
    }

    private static func pieces(of text: String) -> [Substring] {
        text.unicodeScalars.split { isSpace($0) }.map { Substring($0) }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0xA0, 0x2009, 0x202F: true
        default: false
        }
    }

    private static let months: Set<Substring> = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ]

    private static let units: Set<Substring> = ["kronor", "kr", "sek", "tkr", "mnkr", "mkr", "msek", "procent", "%"]
    private static let multiples: Set<Substring> = ["tusen", "miljoner", "miljon", "milj", "mn", "miljarder"]

    /// A digit, a § or a capital: nothing else begins a word of several pieces but a month and "dnr".
    private static func mayBegin(_ piece: Substring) -> Bool {
        guard let first = piece.first(where: { $0 != "(" }) else { return false }
        return first.isNumber || first == "§" || first.isUppercase || isMonth(piece) || isLabel(piece)
    }

    private static func isMonth(_ piece: Substring) -> Bool { months.contains(bare(piece).lowercased()[...]) }
    private static func isLabel(_ piece: Substring) -> Bool { bare(piece).lowercased() == "dnr" }

    /// Without the signs around it.
    private static func bare(_ piece: Substring) -> Substring {
        var piece = piece.drop { "(\"”".contains($0) }
        while let last = piece.last, ".,;:)!?\"”".contains(last) { piece.removeLast() }
        return piece
    }

    private static func endsHere(_ piece: Substring) -> Bool { piece.last.map { ".,;:)!?".contains($0) } ?? true }

    /// How many pieces are one word with the first of them.
    private static func length(at start: Int, of pieces: [Substring]) -> Int {
        let first = pieces[start]
        func piece(_ offset: Int) -> Substring? { start + offset < pieces.count ? pieces[start + offset] : nil }
        guard let next = piece(1) else { return 1 }
        if isLabel(first) { return 1 + diaryNumber(at: start + 1, of: pieces) }
        if endsHere(first) { return 1 }
        if bare(first).allSatisfy({ $0 == "§" }) { return next.first?.isNumber ?? false ? 2 : 1 }
        if isMonth(first) { return isYear(next) ? 2 : 1 }
        if let day = Int(bare(first)), (1...31).contains(day), isMonth(next) {
            return !endsHere(next) && piece(2).map(isYear) ?? false ? 3 : 2
        }
        return max(amount(at: start, of: pieces), diaryNumber(at: start, of: pieces))
    }

    private static func isYear(_ piece: Substring) -> Bool {
        let bare = bare(piece)
        return bare.count == 4 && bare.allSatisfy(\.isNumber)
    }

    /// `1 050 000 kronor`, `5,9 mnkr`, `2 miljoner kronor`, `2 000`
    private static func amount(at start: Int, of pieces: [Substring]) -> Int {
        let first = bare(pieces[start])
        guard first.allSatisfy({ $0.isNumber || $0 == "," || $0 == "." }) else { return 1 }
        var end = start + 1
        if first.count <= 3, first.allSatisfy(\.isNumber) {
            while end < pieces.count, !endsHere(pieces[end - 1]), isGroup(pieces[end]) { end += 1 }
        }
        guard end < pieces.count, !endsHere(pieces[end - 1]) else { return end - start }
        let unit = bare(pieces[end]).lowercased()[...]
        if units.contains(unit) { return end + 1 - start }
        guard multiples.contains(unit) else { return end - start }
        let isFollowed =
            end + 1 < pieces.count && !endsHere(pieces[end])
            && units.contains(bare(pieces[end + 1]).lowercased()[...])
        return end + (isFollowed ? 2 : 1) - start
    }

    /// `050`, `000,50`
    private static func isGroup(_ piece: Substring) -> Bool {
        let bare = bare(piece)
        return bare.count >= 3 && bare.prefix(3).allSatisfy(\.isNumber)
            && (bare.count == 3 || bare.dropFirst(3).first == ",")
    }

    /// `KS 2023/123`, `2023/KS 0362`
    private static func diaryNumber(at start: Int, of pieces: [Substring]) -> Int {
        guard start + 1 < pieces.count, !endsHere(pieces[start]) else { return 1 }
        let (first, next) = (pieces[start], bare(pieces[start + 1]))
        let isAuthority = first.count <= 5 && first.allSatisfy(\.isUppercase)
        let isHalf = first.contains(where: \.isNumber) && first.contains { "/:-".contains($0) }
        guard isAuthority || isHalf, !DiaryNumber.looksLikeOne(String(first)) else { return 1 }
        return DiaryNumber.looksLikeOne("\(first) \(next)") ? 2 : 1
    }
}
