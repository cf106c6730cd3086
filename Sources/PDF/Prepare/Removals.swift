import PDFWork

/// What a PDF holds that is not copied, so that a person can be told.
struct Removals {
    var found: Set<PaperReport.Removal> = []
}

extension Removals {
    /// In the document as a whole.
    mutating func look(in root: PDFObject) {
        if let names = root["/Names"] {
            if names["/JavaScript"] != nil { found.insert(.scripts) }
            if names["/EmbeddedFiles"] != nil { found.insert(.files) }
        }
        if let open = root["/OpenAction"], open.isDictionary { look(atAction: open) }
        look(atTriggers: root["/AA"])
        if let form = root["/AcroForm"], (form["/Fields"]?.count ?? 0) > 0 || form["/XFA"] != nil {
            found.insert(.forms)
        }
        if root["/AF"] != nil { found.insert(.files) }
    }

    mutating func look(at annotation: PDFObject) {
        switch annotation["/Subtype"]?.name {
        case "/FileAttachment": found.insert(.files)
        case "/Screen", "/Movie", "/Sound", "/RichMedia", "/3D": found.insert(.media)
        default: break
        }
        if let action = annotation["/A"] { look(atAction: action) }
        look(atTriggers: annotation["/AA"])
    }

    private mutating func look(atTriggers triggers: PDFObject?) {
        guard let triggers else { return }
        for key in triggers.keys.prefix(100) { if let action = triggers[key] { look(atAction: action) } }
    }

    /// One action; those that follow it are dropped with it.
    private mutating func look(atAction action: PDFObject) {
        switch action["/S"]?.name {
        case "/JavaScript": found.insert(.scripts)
        case "/Launch": found.insert(.launches)
        case "/SubmitForm", "/ImportData", "/ResetForm": found.insert(.forms)
        case "/Rendition", "/Movie", "/Sound", "/GoTo3DView", "/RichMediaExecute": found.insert(.media)
        default: break
        }
    }
}
