import PDFWork

/// A PDF's own bookmarks. Their chain may be broken or go in a ring: each is taken once, and not without end.
enum OutlineReading {
    static let mostItems = 2000
    static let mostLevels = 8
}

extension OutlineReading {
    static func items(of document: Document, _ destinations: Destinations) -> [OutlineItem] {
        guard let first = document.root["/Outlines"]?["/First"] else { return [] }
        var visited: Set<ObjectID> = []
        var items: [OutlineItem] = []
        var stack: [(item: PDFObject, depth: Int)] = [(first, 0)]
        while let (item, depth) = stack.popLast(), items.count < mostItems {
            guard item.isDictionary, item.isIndirect, visited.insert(item.id).inserted else { continue }
            if let next = item["/Next"] { stack.append((next, depth)) }
            guard let title = item["/Title"]?.text?.oneLine, !title.isEmpty else { continue }
            if let target = destinations.target(of: item) {
                let matrix = matrix(ofPage: target.page, document)
                let height = destinations.height(of: target, matrix)
                items.append(OutlineItem(depth: depth, page: target.page, height: height, title: title))
            } else if let inner = item["/First"], let page = firstPage(below: inner, destinations) {
                // A heading that leads nowhere leads to what stands below it.
                items.append(OutlineItem(depth: depth, page: page, height: 1, title: title))
            }
            if depth + 1 < mostLevels, let inner = item["/First"] { stack.append((inner, depth + 1)) }
        }
        return items
    }

    private static func firstPage(below item: PDFObject, _ destinations: Destinations) -> Int? {
        var item = item
        for _ in 0..<mostLevels {
            if let target = destinations.target(of: item) { return target.page }
            guard let inner = item["/First"] else { return nil }
            item = inner
        }
        return nil
    }

    private static func matrix(ofPage index: Int, _ document: Document) -> Matrix {
        PageForm.matrix(ofPage: document.page(index))
    }
}

extension String {
    /// Without control characters and line ends, at most 200 characters.
    fileprivate var oneLine: String {
        let kept = unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? " " : $0 }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: kept)
        let words = String(text).split(separator: " ").joined(separator: " ")
        return words.count > 200 ? String(words.prefix(199)) + "…" : words
    }
}
