/// A PDF as the reader takes it: its text as Markdown, a packet's papers apart.
extension DocumentReader {
    func read(_ reading: PDFSource.Reading, file: String) -> ImportedDocument {
        let pages = reading.content.pages
        var document: ImportedDocument
        if let split = split(packetPages(reading.content)),
            let packet = packet(
                split, numbers: pages.map(\.number), SourceText(PDFLayout([])), file,
                text: { SourceText(PDFLayout(Array(pages[$0]))) })
        {
            document = packet
        } else {
            document = readWhole(SourceText(PDFLayout(pages)), file: file)
        }
        document.sourcePages = pages.map(\.number)
        let unticked = reading.unticked.map { NoiseLine(line: 1, text: $0, reason: .unticked) }
        document.noise += unticked
        document.text.removed += unticked
        document.remarks += unticked.map { .noise($0) }
        document.setPages(reading)
        return document
    }

    private func packetPages(_ content: PDFContent) -> [PacketPage] {
        let tops = Dictionary(content.bookmarks.map { ($0.page, $0.title) }) { first, _ in first }
        return content.pages.map { page in
            PacketPage(
                number: page.number, lines: PDFRow.rows(of: page).map(\.plain), bookmark: tops[page.number],
                size: [Int(page.width.rounded()), Int(page.height.rounded())], font: page.usualSize)
        }
    }
}

extension SourceText {
    init(_ layout: PDFLayout) {
        lines = layout.lines
        noise = layout.noise
        isMarkdown = true
        hasLineNumbers = false
    }
}

extension ImportedDocument {
    /// How the file's pages were read; what a page that was read badly says is no fact.
    fileprivate mutating func setPages(_ reading: PDFSource.Reading) {
        format = "pdf"
        pageCount = reading.count
        recognised = reading.content.pages.compactMap { page in page.confidence.map { ($0, page.number) } }
            .map { RecognisedPage(page: $0.1, confidence: $0.0) }
        for page in recognised { remarks.append(.recognised(page: page.page, confidence: page.confidence)) }
        let bad = Set(recognised.filter { $0.confidence < RecognisedPage.sure }.map(\.page))
        if !bad.isEmpty { withhold(bad) }
        for index in parts.indices { parts[index].withhold(bad) }
    }

    /// The facts of such pages are told, not written.
    private mutating func withhold(_ pages: Set<Int>) {
        let own = self
        func isBad(_ line: Int) -> Bool { own.page(ofLine: line).map(pages.contains) ?? false }
        let keys = ["dnr", "datum", "organ", "titel", "undertecknat"] + (isMeetings ? [] : ["moten"])
        let withheld = own.facts.filter { keys.contains($0.key) && $0.isSure && isBad($0.line) }
            .map { ImportFact($0.key, $0.value, line: $0.line, isSure: false) }
        doubts += withheld
        remarks += withheld.map { .doubt($0) }
        if let found = diaryNumber, isBad(found.line) { diaryNumber = nil }
        if let found = date, isBad(found.line) { date = nil }
        if let found = body, isBad(found.line) { body = nil }
        if let found = title, isBad(found.line) {
            // Its words are the text's.
            text.markdown = [MarkdownText.escaped(found.value), text.markdown].filter { !$0.isEmpty }.joined(
                separator: "\n\n")
            title = Found(FileName.title(file), line: 0)
            remarks.append(.noTitle(used: FileName.title(file)))
        }
        signatures.removeAll { isBad($0.line) }
        if !isMeetings, withheld.contains(where: { $0.key == "moten" }) { (meetings, text.meetingPlaces) = ([], []) }
        let all = text.lines.map(\.page).filter { $0 > 0 }
        guard all.contains(where: pages.contains) else { return }
        (amounts, periods, clauses, lead) = ([], [], [], nil)
        text.decided = []
        (attachmentNumbers, caseOfficers) = ([], caseOfficers.filter { !isBad($0.line) })
    }
}

/// A page that was read from its picture.
public struct RecognisedPage: Hashable, Sendable {
    public let page: Int
    /// The mean of its words', 0–100.
    public let confidence: Int
    static let sure = 80
}
