/// What the parts of an Office package are to its copy. A part that a clean copy is not known to have may say anything: the
/// file then counts as not read.
enum OfficeContents {
    case kept
    /// Who wrote what, and what a server keeps beside it: no reader sees it.
    case dropped
    case unknown

    init(_ name: String, isOpenDocument: Bool) {
        self = isOpenDocument ? OfficeContents.openDocument(name) : OfficeContents.office(name)
    }
}

extension OfficeContents {
    private static let droppedFolders = [
        "customXml/", "docMetadata/", "package/services/metadata/", "word/documenttasks/", "word/glossary/",
        "xl/revisions/",
        "xl/printerSettings/", "ppt/changesInfos/", "docProps/thumbnail.",
    ]

    private static let files: Set<String> = [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml",
        "mimetype",
        "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/calcChain.xml", "xl/metadata.xml",
        "ppt/presentation.xml", "ppt/presProps.xml", "ppt/viewProps.xml", "ppt/tableStyles.xml",
        "ppt/commentAuthors.xml", "ppt/authors.xml",
    ]

    private static let folders = [
        "word/": ["_rels", "theme", "media", "embeddings", "charts", "diagrams", "drawings", "fonts"],
        "xl/": [
            "_rels", "theme", "worksheets", "chartsheets", "drawings", "charts", "media", "tables", "embeddings",
            "threadedComments", "persons", "pivotTables", "pivotCache", "externalLinks", "ctrlProps", "slicers",
            "slicerCaches", "timelines", "timelineCaches", "richData", "diagrams", "featurePropertyBag",
        ],
        "ppt/": [
            "_rels", "theme", "slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters",
            "handoutMasters", "media", "charts", "embeddings", "diagrams", "drawings", "fonts", "tags", "comments",
        ],
    ]

    /// The beginnings of names right in `word/` and `xl/`; a number may follow.
    private static let names = [
        "word/": [
            "document", "styles", "stylesWithEffects", "settings", "webSettings", "fontTable", "numbering", "footnotes",
            "endnotes", "header", "footer", "comments", "people",
        ],
        "xl/": ["comments", "styles", "workbook"], "ppt/": ["presentation"],
    ]

    private static func office(_ name: String) -> OfficeContents {
        if files.contains(name) || name.hasSuffix("/") { return .kept }
        if droppedFolders.contains(where: name.hasPrefix) || name == "ppt/revisionInfo.xml" { return .dropped }
        for (root, known) in folders where name.hasPrefix(root) {
            let rest = name.dropFirst(root.utf8.count)
            if let slash = rest.firstIndex(of: "/") {
                // Comments may lie among the sheets under a name of their own.
                let isSheet = ["sheet", "_rels/"].contains { rest[slash...].dropFirst().hasPrefix($0) }
                if root == "xl/", rest.hasPrefix("worksheets/"), !isSheet { return .unknown }
                return known.contains(String(rest[..<slash])) ? .kept : .unknown
            }
            guard rest.hasSuffix(".xml") else { return .unknown }
            let bare = rest.dropLast(4)
            return names[root, default: []].contains { bare.hasPrefix($0) } ? .kept : .unknown
        }
        return .unknown
    }

    private static func openDocument(_ name: String) -> OfficeContents {
        let parts = ["content.xml", "styles.xml", "meta.xml", "settings.xml"]
        if name.hasSuffix("/") || ["mimetype", "META-INF/manifest.xml", "manifest.rdf", "layout-cache"].contains(name) {
            return .kept
        }
        if name.hasPrefix("Thumbnails/") || name.hasPrefix("Versions/") || name == "VersionList.xml" { return .dropped }
        if ["Pictures/", "Configurations2/", "ObjectReplacements/", "Fonts/", "media/", "Media/"]
            .contains(where: name.hasPrefix)
        {
            return .kept
        }
        let last = name.split(separator: "/").last.map(String.init) ?? name
        if parts.contains(last) { return .kept }
        // An object that an older program has put in lies right in the package.
        return name.hasPrefix("Object ") ? .kept : .unknown
    }
}

extension OfficeContents {
    /// A package's lists without the parts that were dropped: they name each by its path, or by its last part.
    static func withoutDropped(_ part: [UInt8], _ name: String, _ dropped: Set<String>) -> [UInt8]? {
        guard !dropped.isEmpty else { return nil }
        let lists = name.hasSuffix(".rels") ? "Relationship" : name == "[Content_Types].xml" ? "Override" : "file-entry"
        guard lists != "file-entry" || name == "META-INF/manifest.xml" else { return nil }
        let marks = dropped.flatMap { path -> [String] in
            let last = path.split(separator: "/").last.map(String.init) ?? path
            return lists == "Relationship" ? ["/\(last)\"", "=\"\(last)\"", "/\(last)'", "='\(last)'"] : ["\(path)\""]
        }
        return MarkupCleaning(removedWith: marks.map { (lists, $0) }).cleaned(part)
    }

    /// An XML text that is read as it is written: UTF-8, without names for texts of its own.
    static func isReadable(_ part: [UInt8]) -> Bool {
        !part.starts(with: [0xFF, 0xFE]) && !part.starts(with: [0xFE, 0xFF]) && !part.contains(0)
            && part.firstPlace(of: Array("<!ENTITY".utf8)) == nil
    }
}
