/// Word, Excel, PowerPoint and OpenDocument without who wrote them, their comments, what was changed in them and what is
/// hidden. Parts that are not touched keep their packed bytes; those that are lie unpacked.
struct OfficeCleaning {
    enum Answer: Equatable {
        case nothingToDo
        case cleaned([UInt8])
        /// It hides what the copy cannot be freed from.
        case stillHides(String)
    }

    private let archive: ZipArchive
    private let isOpenDocument: Bool
    private let hiddenStyles: Set<String>
}

extension OfficeCleaning {
    /// - Parameter inner: what becomes of the files and pictures in it.
    static func cleaned(_ bytes: [UInt8], inner: ([UInt8]) -> Answer = { _ in .nothingToDo }) -> Answer {
        guard let archive = ZipArchive(bytes), OfficePart.isOffice(archive) else { return .nothingToDo }
        let isOpenDocument = archive.entries.first?.name == "mimetype"
        let styles = archive.part("word/styles.xml").map { WordStyles.hidden(in: $0) } ?? []
        return OfficeCleaning(archive: archive, isOpenDocument: isOpenDocument, hiddenStyles: styles).cleaned(inner)
    }

    private func cleaned(_ inner: ([UInt8]) -> Answer) -> Answer {
        if isOpenDocument, OfficeHidden.usesHidingStyle(["content.xml", "styles.xml"].compactMap(archive.part)) {
            return .stillHides("dold text")
        }
        var (changed, dropped): ([String: [UInt8]], Set<String>) = ([:], [])
        for entry in archive.entries {
            switch OfficeContents(entry.name, isOpenDocument: isOpenDocument) {
            case .kept: break
            case .dropped: dropped.insert(entry.name)
            case .unknown: return .stillHides("en del som ingen läsare ser (\(entry.name))")
            }
        }
        for entry in archive.entries where !dropped.contains(entry.name) {
            guard let part = archive.unpacked(entry, limit: DocumentReader.mostUnpacked) else { return .nothingToDo }
            guard OfficePart.isMarkup(entry.name) else {
                switch inner(part) {
                case .nothingToDo: break
                case .cleaned(let new): changed[entry.name] = new
                case .stillHides(let what): return .stillHides(what)
                }
                continue
            }
            guard OfficeContents.isReadable(part) else {
                return .stillHides("en del i en ovanlig form (\(entry.name))")
            }
            if let hidden = OfficeHidden.what(part, entry.name) { return .stillHides(hidden) }
            var own = OfficeContents.withoutDropped(part, entry.name, dropped) ?? part
            switch isOpenDocument ? OfficeCleaning.openDocument(own, entry.name) : office(own, entry.name) {
            case .nothingToDo: break
            case .cleaned(let new): own = new
            case .stillHides(let what): return .stillHides(what)
            }
            if own != part { changed[entry.name] = own }
        }
        if changed.isEmpty, dropped.isEmpty { return .nothingToDo }
        return .cleaned(archive.rewritten(changed, dropping: dropped))
    }

    private func office(_ part: [UInt8], _ name: String) -> Answer {
        guard let rules = OfficeCleaning.rules(name) else { return .nothingToDo }
        let hasText = WordBody.hasText(name)
        guard hasText, hidesRuns(part) else { return OfficeCleaning.answer(rules.cleaned(part)) }
        var scan = WordPartScan(hiddenStyles: hiddenStyles, movesBoxes: false)
        guard let shown = scan.shown(part) else { return .stillHides("dold text") }
        return .cleaned(rules.cleaned(shown) ?? shown)
    }

    private func hidesRuns(_ part: [UInt8]) -> Bool {
        !hiddenStyles.isEmpty || part.firstPlace(of: Array("vanish".utf8)) != nil
    }

    private static func answer(_ part: [UInt8]?) -> Answer { part.map { .cleaned($0) } ?? .nothingToDo }
}

extension OfficeCleaning {
    /// What goes from a part; nil for one of which nothing goes.
    private static func rules(_ name: String) -> MarkupCleaning? {
        switch name {
        case "docProps/core.xml": core
        case "docProps/app.xml":
            MarkupCleaning(removed: ["Company", "Manager", "TotalTime", "Template", "HyperlinkBase", "LastAuthor"])
        case "docProps/custom.xml": MarkupCleaning(removed: ["property"])
        case "word/people.xml",
            _ where name.hasPrefix("xl/persons/"):
            MarkupCleaning(removed: ["person"])
        case _ where name.hasPrefix("word/comments"):
            MarkupCleaning(removed: ["comment", "commentEx", "commentId", "commentExtensible"])
        case "word/_rels/settings.xml.rels": MarkupCleaning(removedWith: [("Relationship", "attachedTemplate")])
        case _ where name.hasPrefix("word/"): wordText
        case "xl/workbook.xml": MarkupCleaning(removed: ["absPath", "fileSharing", "customWorkbookViews"])
        case _ where name.hasPrefix("xl/worksheets/") && name.hasSuffix(".xml"):
            MarkupCleaning(removed: ["customSheetViews", "scenarios"], attributesOf: [("pageSetup", "r:id")])
        case _ where name.hasPrefix("xl/pivotCache/"): MarkupCleaning(attributes: ["refreshedBy"])
        case _ where name.hasPrefix("xl/comments"): MarkupCleaning(removed: ["comment", "author"])
        case _ where name.hasPrefix("xl/threadedComments/"): MarkupCleaning(removed: ["threadedComment"])
        case _ where name.hasPrefix("ppt/comments/"): MarkupCleaning(removed: ["cm"])
        case "ppt/authors.xml": MarkupCleaning(removed: ["author"])
        case _ where name.contains("commentAuthors"): MarkupCleaning(removed: ["cmAuthor"])
        case _ where name.hasPrefix("ppt/notesSlides/"): MarkupCleaning(removed: ["t"])
        default: nil
        }
    }

    private static let core = MarkupCleaning(removed: [
        "creator", "lastModifiedBy", "keywords", "description", "category", "created", "modified", "lastPrinted",
        "revision",
        "contentStatus", "subject", "identifier", "version",
    ])

    private static let wordText = MarkupCleaning(
        removed: [
            "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
            "tblGridChange", "numberingChange", "commentRangeStart", "commentRangeEnd", "commentReference", "delText",
            "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rsids", "tblPrExChange",
            "cellIns", "docVars", "attachedTemplate", "customXmlInsRangeStart", "customXmlInsRangeEnd",
            "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
            "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
        ], unwrapped: ["ins", "moveTo"],
        attributes: [
            "w:author", "w:date", "w:initials", "w:rsidR", "w:rsidRPr", "w:rsidRDefault", "w:rsidP", "w:rsidDel",
            "w:rsidSect", "w:rsidTr",
        ], isWithoutComments: true)

    private static func openDocument(_ part: [UInt8], _ name: String) -> Answer {
        switch name {
        case _ where name == "meta.xml" || name.hasSuffix("/meta.xml"):
            answer(
                MarkupCleaning(removed: [
                    "creator", "initial-creator", "printed-by", "keyword", "description", "date", "creation-date",
                    "editing-duration", "editing-cycles", "print-date", "user-defined", "subject", "template",
                ]).cleaned(part))
        case _ where name == "settings.xml" || name.hasSuffix("/settings.xml"):
            answer(
                MarkupCleaning(removedWith: [("config-item", "PrinterName"), ("config-item", "PrinterSetup")])
                    .cleaned(part))
        case _ where name == "content.xml" || name == "styles.xml" || name.hasSuffix("/content.xml"):
            answer(
                MarkupCleaning(removed: [
                    "annotation", "annotation-end", "tracked-changes", "change", "change-start", "change-end", "notes",
                ]).cleaned(part))
        default: .nothingToDo
        }
    }
}

extension ZipArchive {
    func part(_ name: String) -> [UInt8]? {
        entries.first { $0.name == name }.flatMap { unpacked($0, limit: 16 << 20) }
    }
}
