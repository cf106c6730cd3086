/// Word, Excel, PowerPoint and OpenDocument without who wrote them, their comments, what was changed in them and what is
/// hidden. Parts that are not touched keep their packed bytes; those that are lie unpacked.
enum OfficeCleaning {
    enum Answer: Equatable {
        case nothingToDo
        case cleaned([UInt8])
        /// It hides what the copy cannot be freed from.
        case stillHides(String)
    }

    static func cleaned(_ bytes: [UInt8]) -> Answer {
        guard let archive = ZipArchive(bytes) else { return .nothingToDo }
        let isOffice = archive.entries.contains { $0.name == "[Content_Types].xml" }
        let isOpenDocument = archive.entries.first?.name == "mimetype"
        guard isOffice || isOpenDocument else { return .nothingToDo }
        var changed: [String: [UInt8]] = [:]
        for entry in archive.entries where OfficePart.isMarkup(entry.name) {
            guard let part = archive.unpacked(entry, limit: DocumentReader.mostUnpacked) else { return .nothingToDo }
            if let hidden = hidden(part, entry.name) { return .stillHides(hidden) }
            if let new = isOffice ? office(part, entry.name) : openDocument(part, entry.name), new != part {
                changed[entry.name] = new
            }
        }
        if changed.isEmpty { return .nothingToDo }
        return .cleaned(archive.rewritten(changed))
    }

    /// Sheets, rows and columns that are hidden hold numbers that others count on.
    private static func hidden(_ part: [UInt8], _ name: String) -> String? {
        let text = String(decoding: part, as: UTF8.self)
        if name == "xl/workbook.xml", text.contains("state=\"hidden\"") || text.contains("state=\"veryHidden\"") {
            return "dolda blad"
        }
        if name.hasPrefix("xl/worksheets/"), text.contains(" hidden=\"1\"") || text.contains(" hidden=\"true\"") {
            return "dolda rader eller kolumner"
        }
        if name.hasPrefix("ppt/slides/slide"), text.contains(" show=\"0\"") { return "dolda bilder" }
        if name == "content.xml",
            text.contains("table:visibility=\"collapse\"") || text.contains("table:display=\"false\"")
        {
            return "dolda rader eller blad"
        }
        return nil
    }

    private static func office(_ part: [UInt8], _ name: String) -> [UInt8]? {
        switch name {
        case "docProps/core.xml":
            return emptied(
                part,
                [
                    "creator", "lastModifiedBy", "keywords", "description", "category", "created", "modified",
                    "lastPrinted", "revision", "contentStatus", "subject",
                ])
        case "docProps/app.xml":
            return emptied(part, ["Company", "Manager", "TotalTime", "Template", "HyperlinkBase", "LastAuthor"])
        case "docProps/custom.xml": return MarkupCleaning(removed: ["property"]).cleaned(part)
        case "word/people.xml": return MarkupCleaning(removed: ["person"]).cleaned(part)
        case _ where name.hasPrefix("word/comments"):
            return MarkupCleaning(removed: ["comment", "commentEx", "commentId", "commentExtensible"]).cleaned(part)
        case _ where name.hasPrefix("word/"): return wordText.cleaned(part)
        case _ where name.hasPrefix("xl/comments"): return MarkupCleaning(removed: ["comment", "author"]).cleaned(part)
        case _ where name.hasPrefix("xl/threadedComments/"):
            return MarkupCleaning(removed: ["threadedComment"]).cleaned(part)
        case _ where name.hasPrefix("xl/persons/"): return MarkupCleaning(removed: ["person"]).cleaned(part)
        case _ where name.hasPrefix("ppt/comments/"): return MarkupCleaning(removed: ["cm"]).cleaned(part)
        case _ where name.contains("commentAuthors"): return MarkupCleaning(removed: ["cmAuthor"]).cleaned(part)
        case _ where name.hasPrefix("ppt/notesSlides/"): return MarkupCleaning(removed: ["t"]).cleaned(part)
        default: return nil
        }
    }

    private static let wordText = MarkupCleaning(
        removed: [
            "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
            "tblGridChange", "numberingChange", "commentRangeStart", "commentRangeEnd", "commentReference", "delText",
            "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rsids", "cellDel",
        ], unwrapped: ["ins", "moveTo"],
        attributes: ["w:rsidR", "w:rsidRPr", "w:rsidRDefault", "w:rsidP", "w:rsidDel", "w:rsidSect", "w:rsidTr"],
        hiddenBy: ["vanish"])

    private static func openDocument(_ part: [UInt8], _ name: String) -> [UInt8]? {
        switch name {
        case "meta.xml":
            return emptied(
                part,
                [
                    "creator", "initial-creator", "printed-by", "keyword", "description", "date", "creation-date",
                    "editing-duration", "editing-cycles", "print-date", "user-defined", "subject",
                ])
        case "content.xml", "styles.xml":
            return MarkupCleaning(removed: [
                "annotation", "annotation-end", "tracked-changes", "change", "change-start", "change-end",
            ]).cleaned(part)
        default: return nil
        }
    }

    private static func emptied(_ part: [UInt8], _ names: Set<String>) -> [UInt8]? {
        MarkupCleaning(removed: names).cleaned(part)
    }
}
