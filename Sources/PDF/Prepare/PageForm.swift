import PDFWork

/// A page as a drawing (form XObject, ISO 32000-1 8.10) that fills the unit square the way the page is seen: cropped,
/// turned, with what its comments and form fields show.
struct PageForm {
    let stream: PDFObject
    /// From the page's own coordinates to the unit square.
    let matrix: Matrix
    let size: PaperReport.PageSize
}

extension PageForm {
    /// Nil for a page whose content cannot be read.
    init?(_ page: PDFObject, in document: Document, _ removals: inout Removals) {
        guard var content = document.content(of: page) else { return nil }
        let box = PageForm.visibleBox(of: page)
        let turn = PageForm.turn(of: page)
        matrix = PageForm.matrix(box, turn: turn)
        let unit = page["/UserUnit"]?.number.map { min(max($0, 0.01), 100) } ?? 1
        size = PaperReport.PageSize(
            width: (turn % 2 == 0 ? box.width : box.height) * unit,
            height: (turn % 2 == 0 ? box.height : box.width) * unit)

        let resources = PageForm.resources(page["/Resources"], document)
        var drawings = Appearances(of: page, &removals)
        content = Array("q\n".utf8) + content + Array("\nQ\n".utf8)
        drawings.draw(into: &content, resources)
        let form = document.stream(content)
        form.set("/Type", document.name("/XObject"))
        form.set("/Subtype", document.name("/Form"))
        form.set("/FormType", document.integer(1))
        form.set("/BBox", document.numbers(box.numbers))
        form.set("/Matrix", document.numbers(matrix.numbers))
        form.set("/Resources", resources)
        if let group = page["/Group"], group["/S"]?.name == "/Transparency" { form.set("/Group", group) }
        stream = form
    }

    /// From a page's own coordinates to the unit square.
    static func matrix(ofPage page: PDFObject) -> Matrix { matrix(visibleBox(of: page), turn: turn(of: page)) }

    /// Quarters clockwise.
    private static func turn(of page: PDFObject) -> Int { ((page["/Rotate"]?.integer ?? 0) / 90 % 4 + 4) % 4 }

    /// The crop box within the media box. A page without any is Letter (ISO 32000-1 has no default; readers have).
    private static func visibleBox(of page: PDFObject) -> Box {
        let letter = Box(left: 0, bottom: 0, right: 612, top: 792)
        let isUsable = { (box: Box) in box.width >= 1 && box.height >= 1 && box.width < 1e6 && box.height < 1e6 }
        let media = Box(page["/MediaBox"]?.numbers).flatMap { isUsable($0) ? $0 : nil } ?? letter
        let crop = Box(page["/CropBox"]?.numbers)?.intersection(media)
        return crop.flatMap { isUsable($0) ? $0 : nil } ?? media
    }

    /// `turn` quarters clockwise.
    private static func matrix(_ box: Box, turn: Int) -> Matrix {
        let (w, h) = (box.width, box.height)
        return switch turn {
        case 1: Matrix(a: 0, b: -1 / w, c: 1 / h, d: 0, e: -box.bottom / h, f: box.right / w)
        case 2: Matrix(a: -1 / w, b: 0, c: 0, d: -1 / h, e: box.right / w, f: box.top / h)
        case 3: Matrix(a: 0, b: 1 / w, c: -1 / h, d: 0, e: box.top / h, f: -box.left / w)
        default: Matrix(a: 1 / w, b: 0, c: 0, d: 1 / h, e: -box.left / w, f: -box.bottom / h)
        }
    }

    /// What a page's content may use, and nothing else that may hang there.
    private static func resources(_ resources: PDFObject?, _ document: Document) -> PDFObject {
        let kept = document.dictionary()
        let kinds = [
            "/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties", "/ProcSet",
        ]
        for kind in kinds {
            if let value = resources?[kind], value.isDictionary || value.isArray { kept.set(kind, value) }
        }
        return kept
    }
}
