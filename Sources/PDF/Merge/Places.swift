import PDFWork

/// Where the placeholders are, and the papers' pages in them.
struct Places {
    struct Place {
        let page: PDFObject
        /// From the unit square to the page.
        let matrix: Matrix
    }

    private var places: [Int: Place] = [:]
}

extension Places {
    var count: Int { places.count }
    subscript(placeholder: Int) -> Place? { places[placeholder] }

    /// Finds every placeholder, and lets its name stand for the paper's page from now on: the document's content is
    /// left as it is.
    init(in document: Document, _ papers: Papers) throws(PDFFailure) {
        var forms: [ObjectID: (placeholder: Int, form: PDFObject)?] = [:]
        for index in 0..<document.pageCount {
            let page = document.page(index)
            guard let pictures = page["/Resources"]?["/XObject"] else { continue }
            guard let content = document.content(of: page) else { throw document.failure }
            for drawing in ContentScanner.drawings(in: content) {
                guard let picture = pictures[drawing.name] else { continue }
                if forms[picture.id] == nil {
                    forms[picture.id] = .some(
                        Places.placeholder(picture).flatMap { number in
                            papers.form(at: number).map { (number, $0) }
                        })
                }
                if let found = forms[picture.id] ?? nil {
                    places[found.placeholder] = Place(page: page, matrix: drawing.matrix)
                }
            }
        }
        // Pages may share one dictionary of pictures, so the names are changed when all have been looked at.
        var changed: Set<ObjectID> = []
        for index in 0..<document.pageCount {
            guard let resources = document.page(index)["/Resources"], let pictures = resources["/XObject"] else {
                continue
            }
            let owner = pictures.isIndirect ? pictures : resources
            if owner.isIndirect, !changed.insert(owner.id).inserted { continue }
            for name in pictures.keys {
                if let picture = pictures[name], let found = forms[picture.id] ?? nil { pictures.set(name, found.form) }
            }
        }
    }

    private static func placeholder(_ picture: PDFObject) -> Int? {
        guard picture.isStream, picture["/Width"]?.integer == Placeholder.width,
            picture["/Height"]?.integer == Placeholder.height, let bytes = picture.document.bytes(of: picture)
        else { return nil }
        return Placeholder(pixels: bytes)?.number
    }
}
