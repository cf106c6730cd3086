import PDFWork

/// A paper's own bookmarks below its bookmark in the whole.
enum OutlineWriting {
    static func add(
        _ items: [OutlineItem], below title: String, on page: PDFObject, _ places: [Places.Place],
        in document: Document
    ) {
        let usable = items.filter { $0.page < places.count }
        guard !usable.isEmpty, let parent = bookmark(titled: title, on: page, in: document) else { return }
        // Of each level, the item that the next deeper one goes below.
        var parents = [parent]
        for item in usable {
            let level = min(item.depth, parents.count - 1)
            let owner = parents[level]
            let new = document.dictionary().madeIndirect()
            new.set("/Title", document.text(item.title))
            new.set("/Parent", owner)
            new.set("/Dest", PageLinks.destination(places[item.page], height: item.height, in: document))
            if let last = owner["/Last"] {
                last.set("/Next", new)
                new.set("/Prev", last)
            } else {
                owner.set("/First", new)
            }
            owner.set("/Last", new)
            // Below nought: folded until somebody opens it.
            owner.set("/Count", document.integer((owner["/Count"]?.integer ?? 0) - 1))
            parents.removeSubrange((level + 1)...)
            parents.append(new)
        }
    }

    private static func bookmark(titled title: String, on page: PDFObject, in document: Document) -> PDFObject? {
        guard let first = document.root["/Outlines"]?["/First"] else { return nil }
        var stack = [first]
        var best: PDFObject?
        while let item = stack.popLast() {
            if item["/Title"]?.text == title {
                if item["/Dest"]?[0].id == page.id { return item }
                best = best ?? item
            }
            if let next = item["/Next"] { stack.append(next) }
            if let inner = item["/First"] { stack.append(inner) }
        }
        return best
    }
}
