extension FilePart {
    /// What a reader calls the parts of an Office file; nil for those that have no such name.
    var kind: (swedish: String, english: String)? {
        guard case .part(let name) = self else { return nil }
        return Self.kinds.first { name.hasPrefix($0.start) && (name.hasSuffix(".xml") || name.hasSuffix(".rels")) }.map
        {
            ($0.swedish, $0.english)
        }
    }

    private static let kinds: [(start: String, swedish: String, english: String)] = [
        ("docProps/", "filens egenskaper", "the file's properties"),
        ("meta.xml", "filens egenskaper", "the file's properties"),
        ("word/document.xml", "filens text", "the file's text"), ("content.xml", "filens text", "the file's text"),
        ("word/footnotes", "fotnoterna", "the footnotes"), ("word/endnotes", "slutnoterna", "the endnotes"),
        ("word/header", "sidhuvudet", "the page header"), ("word/footer", "sidfoten", "the page footer"),
        ("word/comments", "en kommentar", "a comment"), ("xl/comments", "en kommentar", "a comment"),
        ("ppt/comments", "en kommentar", "a comment"), ("xl/threadedComments", "en kommentar", "a comment"),
        ("xl/sharedStrings", "en cell", "a cell"), ("xl/worksheets/_rels", "en länk", "a link"),
        ("xl/worksheets/", "en cell", "a cell"), ("xl/workbook.xml", "ett blads namn", "a sheet's name"),
        ("ppt/slides/_rels", "en länk", "a link"), ("ppt/slides/", "en bild", "a slide"),
        ("ppt/notesSlides/", "talarens anteckningar", "the speaker's notes"), ("word/_rels", "en länk", "a link"),
    ]
}
