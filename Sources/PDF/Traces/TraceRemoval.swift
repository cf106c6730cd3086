import CQPDF

/// A PDF without who made it, its comments, the files in it and what it was before; its text, its looks and its tags
/// stay. Written anew, so that nothing is left that nothing refers to.
public enum TraceRemoval {
    public enum Answer: Equatable, Sendable {
        case done
        /// It carried none.
        case nothing
        /// Written anew it would no longer be what was signed.
        case signed
        case unreadable
    }

    public static func clean(_ source: String, to target: String, hasRevisions: Bool) -> Answer {
        do throws(PDFFailure) {
            let document = try Document.reading(source)
            if document.isEncrypted || document.pageCount == 0 { return .unreadable }
            if isSigned(document) { return .signed }
            var removal = Removal(document: document)
            removal.run()
            guard removal.isChanged || hasRevisions else { return .nothing }
            try document.write(to: target, keepingStreams: true)
            return .done
        } catch {
            return .unreadable
        }
    }

    private static func isSigned(_ document: Document) -> Bool {
        guard let form = document.root["/AcroForm"] else { return false }
        return (form["/SigFlags"]?.integer ?? 0) & 1 != 0 || document.root["/Perms"] != nil
    }

    fileprivate struct Removal {
        let document: Document
        var isChanged = false
    }
}

extension TraceRemoval.Removal {
    /// What says who, with what, and when; the title stays.
    private static let information = [
        "/Author", "/Creator", "/Producer", "/Keywords", "/Subject", "/CreationDate", "/ModDate", "/SourceModified",
        "/Company", "/Manager", "/Comments", "/Category",
    ]
    private static let personal: Set<String> = [
        "/Author", "/Keywords", "/Subject", "/Company", "/Manager", "/Comments", "/Category",
    ]
    /// Drawn by a reader upon the page, and no part of what its author wrote.
    private static let comments: Set<String> = [
        "/Text", "/Popup", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/FileAttachment", "/Sound",
    ]

    mutating func run() {
        let root = document.root
        if let information = document.trailer["/Info"] {
            // A program's name and a day alone tell of nobody.
            if information.keys.contains(where: { Self.personal.contains($0) }) { isChanged = true }
            for key in Self.information { information.remove(key) }
        }
        if let metadata = root["/Metadata"], let bytes = document.bytes(of: metadata) {
            let text = String(decoding: bytes, as: UTF8.self)
            if text.contains("dc:creator") || text.contains("xmpMM:History") || text.contains("pdf:Keywords") {
                root.remove("/Metadata")
                isChanged = true
            }
        }
        if let names = root["/Names"], names["/EmbeddedFiles"] != nil {
            names.remove("/EmbeddedFiles")
            isChanged = true
        }
        for key in ["/AF", "/PieceInfo", "/Collection"] where root[key] != nil {
            root.remove(key)
            isChanged = true
        }
        for index in 0..<document.pageCount { document.releasing { clean(document.page(index)) } }
    }

    private mutating func clean(_ page: PDFObject) {
        for key in ["/Metadata", "/PieceInfo", "/AF", "/Thumb"] where page[key] != nil {
            page.remove(key)
            isChanged = true
        }
        guard let annotations = page["/Annots"], annotations.isArray else { return }
        let all = (0..<annotations.count).map { annotations[$0] }
        let kept = all.filter { !Self.comments.contains($0["/Subtype"]?.name ?? "") }
        guard kept.count < all.count else { return }
        isChanged = true
        page.set("/Annots", document.array(kept))
    }
}
