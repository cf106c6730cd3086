import PDFWork

/// The prepared papers, open until the whole is written: their streams are copied then, one at a time.
final class Papers {
    private var files: [Document] = []
    /// By placeholder.
    private var forms: [Int: (paper: Int, page: Int)] = [:]
    private let document: Document
    private(set) var layers: [PDFObject] = []
    private(set) var hiddenLayers: [PDFObject] = []

    init(_ papers: [MergeOrder.Paper], into document: Document) throws(PDFFailure) {
        self.document = document
        for (index, paper) in papers.enumerated() {
            let file = try Document.reading(paper.file)
            for page in 0..<(file.root["/KlubbaPages"]?.count ?? 0) {
                forms[paper.firstPlaceholder + page] = (index, page)
            }
            files.append(file)
            layers += copies(of: file.root["/KlubbaLayers"])
            hiddenLayers += copies(of: file.root["/KlubbaHiddenLayers"])
        }
        setLayers()
    }
}

extension Papers {
    /// The page that goes where a placeholder is.
    func form(at placeholder: Int) -> PDFObject? {
        guard let place = forms[placeholder], let pages = files[place.paper].root["/KlubbaPages"] else {
            return nil
        }
        return pages[place.page].copied(to: document)
    }

    private func copies(of list: PDFObject?) -> [PDFObject] {
        (0..<(list?.count ?? 0)).compactMap { list?[$0].copied(to: document) }
    }

    private func setLayers() {
        guard !layers.isEmpty else { return }
        let settings = document.dictionary()
        settings.set("/Name", document.text("Utskicket"))
        settings.set("/Order", document.array(layers))
        settings.set("/OFF", document.array(hiddenLayers))
        let properties = document.dictionary()
        properties.set("/OCGs", document.array(layers))
        properties.set("/D", settings)
        document.root.set("/OCProperties", properties)
    }
}
