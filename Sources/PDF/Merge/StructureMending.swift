/// Mends what WeasyPrint's tags lack of PDF/UA-1 (ISO 14289-1), whatever the theme's templates: a list item with
/// paragraphs gets a body around them, a picture that says nothing is no figure, what carries a link is one, and no level
/// of headings is skipped.
enum StructureMending {
    static func mend(_ document: Document) {
        guard let root = document.root["/StructTreeRoot"], let kids = root["/K"] else { return }
        var last = 0
        // The next one last: an explicit stack, so that depth costs no stack.
        var waiting = Array(elements(kids).reversed())
        while let element = waiting.popLast() {
            switch element["/S"]?.name {
            case "/LI": mendItem(element)
            case "/Figure" where element["/Alt"] == nil: element.set("/S", document.name("/NonStruct"))
            case "/H1"?, "/H2"?, "/H3"?, "/H4"?, "/H5"?, "/H6"?:
                let level = element["/S"]?.name?.dropFirst(2).first.flatMap { $0.wholeNumberValue } ?? 1
                last = min(level, last + 1)
                if last != level { element.set("/S", document.name("/H\(last)")) }
            case "/Link"?: break
            default: if carriesLink(element) { element.set("/S", document.name("/Link")) }
            }
            if let kids = element["/K"] { waiting += elements(kids).reversed() }
        }
    }

    /// A word inside a link has an annotation of its own.
    private static func carriesLink(_ element: PDFObject) -> Bool {
        guard let kids = element["/K"] else { return false }
        let all = kids.isArray ? (0..<kids.count).map { kids[$0] } : [kids]
        return all.contains { $0["/Type"]?.name == "/OBJR" && $0["/Obj"]?["/Subtype"]?.name == "/Link" }
    }

    /// Those of an element's kids that are elements, and not marks in a page's content.
    private static func elements(_ kids: PDFObject) -> [PDFObject] {
        let all = kids.isArray ? (0..<kids.count).map { kids[$0] } : [kids]
        return all.filter { $0.isDictionary && $0["/S"] != nil }
    }

    private static func mendItem(_ item: PDFObject) {
        guard let kids = item["/K"] else { return }
        let all = kids.isArray ? (0..<kids.count).map { kids[$0] } : [kids]
        let isPart: (PDFObject) -> Bool = { ["/Lbl", "/LBody"].contains($0["/S"]?.name ?? "") }
        guard all.contains(where: { !isPart($0) }) else { return }
        let document = item.document
        let body = document.parse("<< /Type /StructElem /S /LBody >>").madeIndirect()
        body.set("/P", item)
        if let page = item["/Pg"] { body.set("/Pg", page) }
        let inner = document.array()
        let outer = document.array()
        for kid in all {
            if kid["/S"]?.name == "/Lbl" {
                outer.append(kid)
                continue
            }
            inner.append(kid)
            if kid.isDictionary, kid["/S"] != nil {
                kid.set("/P", body)
                // There is one body, so an inner one is only a part of it.
                if kid["/S"]?.name == "/LBody" { kid.set("/S", document.name("/Div")) }
            }
        }
        body.set("/K", inner)
        outer.append(body)
        item.set("/K", outer)
    }
}
