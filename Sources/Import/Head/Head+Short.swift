extension Head {
    /// Lines whose facts a paper of this kind has no key for, "Tid: 17.15" in some notes, and tables: they are its text.
    ///
    /// - Returns: the passages that they are.
    mutating func giveBackUnused(_ passages: [Passage], of kind: DocumentKind) -> Set<Int> {
        guard kind == .other || kind == .attachment else { return [] }
        let unused = [place?.line, time?.line, summonsDate?.line, meetingDate?.line, body?.line].compactMap(\.self)
        let kept = passages.indices.prefix(end).filter { index in
            passages[index].kind == .table
                || unused.contains { passages[index].lines.contains($0) } && index != titlePlace
        }
        notes.removeAll { note in kept.contains { passages[$0].lines.contains(note.line) } }
        return Set(kept)
    }

    /// A letter, some notes, a bilaga of a few lines: where nothing says that a text has a head, its lines are its text.
    ///
    /// - Returns: the passages that are no head's after all.
    mutating func giveBack(_ passages: [Passage], of kind: DocumentKind) -> Set<Int> {
        let isWhole = end >= passages.count
        guard kind == .other || kind == .attachment && isWhole else { return [] }
        if isWhole, kind == .other, let place = titlePlace, !passages[place].isHeading { retitle(passages) }
        var kept = Set(unclaimed)
        if kind == .attachment, let opening = PaperSplit.opening(of: passages), !opening.title.isEmpty {
            // Its own first line is its title.
            kept = kept.filter { passages[$0].line != opening.line }
        } else if let titlePlace {
            kept.remove(titlePlace)
        }
        let lines = Set(kept.map { "\(passages[$0].line) \(passages[$0].plain.singleSpaced)" })
        notes.removeAll { lines.contains("\($0.line) \($0.value)") }
        return kept
    }

    /// The last line before the text is a title; where all is text, the first one is, unless it is a greeting.
    private mutating func retitle(_ passages: [Passage]) {
        (title, titlePlace) = (nil, nil)
        guard let first = unclaimed.first(where: { !PaperSplit.isLetterhead(passages[$0]) }) else { return }
        let plain = passages[first].plain.singleSpaced
        let greets = ["hej", "hejsan", "god", "kara", "basta", "till"].contains {
            plain.foldedWords.split(separator: " ").first?.elementsEqual($0) ?? false
        }
        guard !SentenceEnd.isAt(plain), !greets, plain.startsWithCapital || plain.startsWithDigit else { return }
        title = Found(SectionName.bareTitle(passages[first].plain), line: passages[first].line)
        titlePlace = first
    }
}
