import PDFWork

/// A paper's links on the pages where it stands now.
enum PageLinks {
    static func add(_ links: [PaperLink], to places: [Places.Place], in document: Document) {
        for link in links where link.page < places.count {
            let place = places[link.page]
            let area = place.matrix.applied(
                Box(left: link.area.left, bottom: link.area.bottom, right: link.area.right, top: link.area.top))
            let annotation = document.parse("<< /Type /Annot /Subtype /Link /F 4 /Border [ 0 0 0 ] >>")
            annotation.set("/Rect", document.numbers(area.numbers))
            switch link.target {
            case .web(let address):
                let action = document.parse("<< /Type /Action /S /URI >>")
                action.set("/URI", document.string(Array(address.utf8)))
                annotation.set("/A", action)
                annotation.set("/Contents", document.text(address))
            case .page(let page, let height):
                guard page < places.count else { continue }
                annotation.set("/Dest", destination(places[page], height: height, in: document))
            }
            let all = place.page["/Annots"] ?? document.array()
            all.append(annotation.madeIndirect())
            place.page.set("/Annots", all)
        }
    }

    /// A place of a paper's page.
    static func destination(_ place: Places.Place, height: Double, in document: Document) -> PDFObject {
        let point = place.matrix.applied(x: 0, y: height)
        return document.array([
            place.page, document.name("/XYZ"), document.null(), document.real(point.y), document.null(),
        ])
    }
}
