import Documents
import Meetings

extension DocumentLoader {
    /// A file that klubba has written: its own text comes back, with what a person has changed in Word.
    func exported(
        _ carried: ExportedText, _ source: SourceText, _ file: String, _ body: WordBody
    ) -> ImportedDocument {
        let word = WordChanges(carried, word: source.pieces)
        let merged = WordMerge(word, now: nil, bodies: reader.codes.bodies.map(\.code.text))
        var document = reader.read(Array(merged.text.utf8), file: file, isMarkdown: true)
        document.isRead = true
        document.hasLineNumbers = false
        document.exported = word
        document.pictures = ExportedPictures.found(in: carried, body.bytes)
        document.remarks = word.changes.isEmpty ? [.unchangedExport] : word.changes.map { .changedInWord($0) }
        document.remarks += hidden(in: body)
        place(&document, carried.path)
        title(&document, word: source.pieces)
        return document
    }

    /// What a Word file does not show, or shows as struck, and is not taken in.
    func left(of body: WordBody) -> [NoiseLine] {
        func lines(_ texts: [String], _ reason: NoiseLine.Reason) -> [NoiseLine] {
            texts.map { NoiseLine(line: 1, text: $0.singleSpaced, reason: reason) }
        }
        return lines(body.hidden, .hidden) + lines(body.struck, .struck) + lines(body.comments, .comment)
    }

    private func hidden(in body: WordBody) -> [Remark] {
        let additions = body.additions > 0 ? [Remark.trackedAdditions(count: body.additions)] : []
        return additions + left(of: body).map { .noise($0) }
    }

    /// A record's body and day stand in its path.
    private func place(_ document: inout ImportedDocument, _ path: String) {
        guard path.hasPrefix("moten/"), path.hasSuffix(".protokoll.md") else { return }
        let slug = path.dropFirst("moten/".count).dropLast(".protokoll.md".count)
        document.kind = .record
        guard let body = reader.codes.bodies.first(where: { slug.hasPrefix($0.code.slug.text + "-") }),
            let day = CalendarDate(iso: String(slug.dropFirst(body.code.slug.text.count + 1)))
        else { return }
        (document.text.bodyCode, document.text.meeting) = (body.code.text, day)
    }

    /// The heading of a § in Word has the title of the ärende that it is about.
    private func title(_ document: inout ImportedDocument, word: [String]) {
        var titles: [Int: String] = [:]
        for piece in word where piece.hasPrefix("## ") {
            guard let heading = RecordHeading(MarkdownText.plain(String(piece.dropFirst(3)))) else { continue }
            if !heading.title.isEmpty { titles[heading.number] = heading.title }
        }
        for (index, paragraph) in document.paragraphs.enumerated() where !paragraph.isTitled {
            if let title = titles[paragraph.number] { document.paragraphs[index].title = title }
        }
    }
}
