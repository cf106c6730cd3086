/// Zip archives: those that Word, Excel, PowerPoint and OpenDocument write, and others.
extension DocumentReader {
    private static let mostEntries = 20_000

    mutating func readZip(_ bytes: [UInt8], name: String, part: String?, depth: Int) {
        guard let archive = ZipArchive(bytes), archive.entries.count <= Self.mostEntries else {
            return leave(part.map { .part($0) } ?? .damaged)
        }
        note(archive.comments, .plain, .part(part ?? "zip"), kinds: .identityNumbers)
        if archive.strayBytes > 0 { leave(.part(part.map { "\($0)/mellan filerna" } ?? "mellan filerna")) }
        let isOffice = archive.entries.contains { $0.name == "[Content_Types].xml" }
        let isOpenDocument = archive.entries.first?.name == "mimetype"
        var tableParts: [(name: String, bytes: [UInt8])] = []
        var hasWords = false
        var pages: [(number: Int, text: [UInt8])] = []
        for entry in archive.entries {
            let own = part.map { "\($0)/\(entry.name)" } ?? entry.name
            note(Array(entry.name.utf8), .plain, .part(own))
            if entry.name.hasSuffix("/"), entry.size == 0 { continue }
            guard !entry.isLocked else { return leave(.locked) }
            guard let inner = archive.unpacked(entry, limit: Self.mostUnpacked - unpacked) else {
                leave(.part(own))
                continue
            }
            count(inner)
            if report.unread == .tooLarge { return }
            if OfficePart.isHarmless(inner, entry.name, inOffice: isOffice || isOpenDocument) { continue }
            guard isOffice || isOpenDocument, OfficePart.isMarkup(entry.name) else {
                readInner(inner, name: entry.name, part: own, depth: depth)
                continue
            }
            readMarkup(inner, name: entry.name, part: own)
            if part == nil, let page = ShownText.page(of: entry.name) {
                pages.append((page, ShownText.text(ofMarkup: inner)))
            }
            if isOpenDocument, entry.name == "META-INF/manifest.xml",
                inner.firstPlace(of: Array("encryption-data".utf8)) != nil
            {
                leave(.locked)
            }
            if entry.name.hasPrefix("xl/") || entry.name == "content.xml" {
                let text = MarkupText(inner, style: .values).text
                hasWords = hasWords || PersonWords.are(in: text[...])
                tableParts.append((own, text))
            }
        }
        shown += pages.sorted { $0.number < $1.number }.map(\.text)
        // In a workbook with the word, ten digits in a cell are a personnummer: its column's head may stand far above.
        if hasWords {
            for table in tableParts {
                for number in PersonWords.numbers(inCells: table.bytes[...]) {
                    let finding = DocumentReport.Finding(kind: .identityNumber(number), place: .part(table.name))
                    if !report.findings.contains(finding) { report.findings.append(finding) }
                }
            }
        }
    }

    /// What is said, with changes that are marked and without: a deleted part may stand in the middle of a number.
    private mutating func readMarkup(_ bytes: [UInt8], name: String, part: String) {
        let bytes = PlainText.utf8(bytes) ?? bytes
        let style: MarkupText.Style = OfficePart.hasRuns(name) ? .runs : .values
        let whole = MarkupText(bytes, style: style)
        note(whole.text, .plain, .part(part))
        note(whole.attributes, .plain, .part(part), kinds: .identityNumbers)
        guard style == .runs else { return }
        // A number in one piece may stand beside another's digits: a raised mark, a box.
        note(MarkupText(bytes, style: .values).text, .plain, .part(part), kinds: .identityNumbers)
        let left = MarkupText(bytes, style: style, leavingOut: ["del", "moveFrom", "tracked-changes", "instrText"])
        if left.hasLeftOut { note(left.text, .plain, .part(part), kinds: .identityNumbers) }
    }

    private mutating func readInner(_ bytes: [UInt8], name: String, part: String, depth: Int) {
        // What an older program has put into the document.
        read(bytes, location: nil, name: name, part: part, depth: depth + 1)
    }
}

enum OfficePart {
    /// Microsoft's or OpenDocument's.
    static func isOffice(_ archive: ZipArchive) -> Bool {
        archive.entries.first?.name == "mimetype" || archive.entries.contains { $0.name == "[Content_Types].xml" }
    }

    static func isMarkup(_ name: String) -> Bool {
        [".xml", ".rels", ".vml", ".rdf"].contains { name.hasSuffix($0) }
    }

    /// Typefaces, by their first bytes or, where Word and PowerPoint scramble them, by their place; and a printer's
    /// settings, which no copy has. They hold no words.
    static func isHarmless(_ bytes: [UInt8], _ name: String, inOffice: Bool) -> Bool {
        let signs: [[UInt8]] = [
            [0, 1, 0, 0], Array("OTTO".utf8), Array("true".utf8), Array("ttcf".utf8), Array("wOFF".utf8),
        ]
        if signs.contains(where: bytes.starts) { return bytes.contains(0) }
        let places = ["word/fonts/", "ppt/fonts/", "xl/printerSettings/"]
        return inOffice && places.contains(where: name.hasPrefix)
    }

    /// Parts in which a word may be in pieces that follow on each other.
    static func hasRuns(_ name: String) -> Bool {
        name.hasPrefix("word/") || name.hasPrefix("ppt/") || name.hasPrefix("xl/") || name == "content.xml"
            || name == "styles.xml" || name.hasSuffix("/content.xml") || name.hasSuffix("/styles.xml")
    }
}
