import Content

/// An exported file as it comes back from Word: the text that it was made from, and what has been changed since.
struct WordChanges: Sendable {
    let base: ExportedText
    /// Keys of the head.
    let keys: [KeyChange]
    /// Pieces of the body, in the order of Word.
    let edits: [Edit]

    struct KeyChange: Sendable {
        let key: String
        let change: ExportChange
    }

    struct Edit: Sendable {
        enum Kind: Equatable, Sendable {
            case replace(Int)
            case remove(Int)
            /// After a piece of the text; -1 at its start.
            case insert(after: Int)
            /// From its place to one after a piece of the text; -1 for its start.
            case move(Int, after: Int)
            /// Of a piece that no piece of the text answers to, or of one that Word shows in another way.
            case nowhere
        }
        let kind: Kind
        /// As Word has it.
        let text: String
        let change: ExportChange
    }

    var changes: [ExportChange] { keys.map(\.change) + edits.map(\.change) }
}

extension WordChanges {
    /// - Parameter word: the Word file as Markdown.
    init(_ base: ExportedText, word: [String]) {
        self.base = base
        let (head, body) = ExportedText.parts(base.text)
        let exported = ExportHead(head, path: base.path)
        let lead = WordLead(word, exported: exported, body: body)
        keys = lead.changes
        let own = TextPieces(body)
        edits = WordChanges.moved(WordChanges.edits(of: base, own, lead.body), own)
    }

    private static func edits(of base: ExportedText, _ own: TextPieces, _ word: [String]) -> [Edit] {
        var edits: [Edit] = []
        var last = -1
        func before(_ place: Int) -> String {
            base.pieces[place].source.map { $0 < own.count ? own.words($0) : "" } ?? ""
        }
        func add(_ kind: Edit.Kind, _ text: String, _ change: ExportChange) {
            edits.append(Edit(kind: kind, text: text, change: change))
        }
        for run in Alignment(base.pieces.map(\.sum), word.map(ExportedText.sum)).runs {
            if run.isSame {
                last = base.pieces[run.old.lowerBound].source ?? last
                continue
            }
            let pairs = Alignment.pairs(run.old.map(before), run.new.map { TextPieces.words(word[$0]) })
            var (old, new) = (0, 0)
            for (left, right) in pairs + [(old: run.old.count, new: run.new.count)] {
                for place in run.old.dropFirst(old).prefix(left - old) {
                    guard let source = base.pieces[place].source, source < own.count else { continue }
                    add(.remove(source), "", ExportChange(before(place), "", at: own.clause(source)))
                    last = source
                }
                for place in run.new.dropFirst(new).prefix(right - new) {
                    let words = TextPieces.words(word[place])
                    let clause = TextPieces.isClause(word[place]) ? ExportChange.Spot.clause(nil, paragraph: nil) : nil
                    add(.insert(after: last), word[place], ExportChange("", words, at: clause))
                }
                guard left < run.old.count, right < run.new.count else { break }
                let (place, text) = (run.old.lowerBound + left, word[run.new.lowerBound + right])
                let source = base.pieces[place].source.flatMap { $0 < own.count ? $0 : nil }
                let change = ExportChange(before(place), TextPieces.words(text), at: source.flatMap(own.clause))
                let isOwn = source.map { !own.isMatterHeading($0) } ?? false
                add(source.flatMap { isOwn ? .replace($0) : nil } ?? .nowhere, text, change)
                last = source ?? last
                (old, new) = (left + 1, right + 1)
            }
        }
        return edits
    }

    /// What went away in one place and came with the same words in another has moved.
    private static func moved(_ edits: [Edit], _ own: TextPieces) -> [Edit] {
        var gone: [String: [(index: Int, source: Int)]] = [:]
        for (index, edit) in edits.enumerated() {
            guard case .remove(let source) = edit.kind else { continue }
            let key = TextPieces.key(own.text(source))
            if !key.isEmpty { gone[key, default: []].append((index, source)) }
        }
        var moved = edits
        var taken: Set<Int> = []
        for (index, edit) in edits.enumerated() {
            guard case .insert(let place) = edit.kind, let from = gone[TextPieces.key(edit.text)]?.first else {
                continue
            }
            gone[TextPieces.key(edit.text)]?.removeFirst()
            taken.insert(from.index)
            let words = own.words(from.source)
            moved[index] = Edit(
                kind: .move(from.source, after: place), text: edit.text,
                change: ExportChange(words, words, at: own.clause(from.source)))
        }
        return moved.indices.filter { !taken.contains($0) }.map { moved[$0] }
    }
}

extension TextPieces {
    /// `## § 17 2026:09`, which Word shows with the ärende's title.
    func isMatterHeading(_ index: Int) -> Bool {
        let line = text(index)
        return line.hasPrefix("## ") && RecordHeading(String(line.dropFirst(3)))?.diaryNumber != nil
    }

    /// An item that begins with "att".
    static func isClause(_ text: String) -> Bool {
        mark(of: text) != nil && MarkdownText.plain(words(text)).foldedWords.hasPrefix("att ")
    }

    /// Which clause it is, in a record of which §; nil for what is no clause.
    func clause(_ index: Int) -> ExportChange.Spot? {
        guard TextPieces.isClause(text(index)) else { return nil }
        let heading = ranges.indices.prefix(index).last { text($0).hasPrefix("#") }
        let number = ((heading ?? -1) + 1...index).count { TextPieces.isClause(text($0)) }
        let paragraph = ranges.indices.prefix(index).reversed().lazy.compactMap { place -> Int? in
            let line = self.text(place)
            return line.hasPrefix("## ") ? RecordHeading.number(String(line.dropFirst(3))) : nil
        }
        .first
        return .clause(number, paragraph: paragraph)
    }
}
