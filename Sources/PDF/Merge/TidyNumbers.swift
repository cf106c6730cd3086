import CQPDF

/// WeasyPrint writes a whole number as `802.`, which PDF allows. What libqpdf makes of it in JSON no reader of JSON takes,
/// so such numbers are written as everybody else writes them.
enum TidyNumbers {
    static func tidy(_ document: Document) {
        let count = document.trailer["/Size"]?.integer ?? 0
        for number in 1..<max(count, 1) {
            document.releasing {
                let object = PDFObject(document, qpdf_get_object_by_id(document.data, Int32(number), 0))
                if object.isStream || object.isDictionary || object.isArray { tidy(within: object) }
            }
        }
    }

    /// The object itself and what stands inside it; what it refers to has its own turn.
    private static func tidy(within start: PDFObject) {
        var stack = [start]
        while let object = stack.popLast() {
            if object.isArray {
                for index in 0..<object.count {
                    let item = object[index]
                    if let tidied = tidied(item) {
                        qpdf_oh_set_array_item(object.document.data, object.handle, Int32(index), tidied.handle)
                    } else if !item.isIndirect, item.isArray || item.isDictionary {
                        stack.append(item)
                    }
                }
            } else {
                for key in object.keys {
                    guard let item = object[key] else { continue }
                    if let tidied = tidied(item) {
                        object.set(key, tidied)
                    } else if !item.isIndirect, item.isArray || item.isDictionary {
                        stack.append(item)
                    }
                }
            }
        }
    }

    private static func tidied(_ item: PDFObject) -> PDFObject? {
        guard !item.isIndirect, let written = item.writtenReal, written.hasSuffix(".") else { return nil }
        return Int(written.dropLast()).map(item.document.integer)
    }
}
