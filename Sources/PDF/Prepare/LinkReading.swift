import PDFWork

/// The links of a PDF's pages that may come along: to the web, to mail, and within itself.
struct LinkReading {
    let destinations: Destinations
    private(set) var links: [PaperLink] = []
    private static let most = 50_000

    init(destinations: Destinations) { self.destinations = destinations }
}

extension LinkReading {
    mutating func look(on page: PDFObject, index: Int, _ matrix: Matrix) {
        guard let annotations = page["/Annots"], annotations.isArray else { return }
        for place in 0..<min(annotations.count, 10_000) where links.count < LinkReading.most {
            let annotation = annotations[place]
            guard annotation["/Subtype"]?.name == "/Link", let rect = Box(annotation["/Rect"]?.numbers),
                let target = target(of: annotation)
            else { continue }
            let area = matrix.applied(rect).intersection(Box(left: 0, bottom: 0, right: 1, top: 1))
            guard area.width > 0, area.height > 0 else { continue }
            links.append(
                PaperLink(
                    page: index,
                    area: UnitArea(left: area.left, bottom: area.bottom, right: area.right, top: area.top),
                    target: target))
        }
    }

    private func target(of annotation: PDFObject) -> PaperLink.Target? {
        if let action = annotation["/A"], action["/S"]?.name == "/URI" {
            guard let bytes = action["/URI"]?.string, bytes.count <= 4000 else { return nil }
            let address = String(decoding: bytes, as: UTF8.self)
            let lower = address.lowercased()
            let isSafe = ["https://", "http://", "mailto:"].contains { lower.hasPrefix($0) }
            return isSafe ? .web(address) : nil
        }
        // The height on the goal's page is not worth a second walk through its boxes.
        return destinations.target(of: annotation).map { .page($0.page, height: 1) }
    }
}
