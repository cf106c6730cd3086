import Foundation

/// A PDF written object by object, so that a test can have any fault that it wants.
struct RawPDF {
    /// Object n is at n - 1; the catalog is object 1.
    var objects: [String] = []
    /// What stands in the trailer beside its size and root.
    var trailer = ""

    /// Pages of a size, each with a line of text of its own.
    init(
        pages: Int = 1, size: String = "0 0 595 842", page: String = "", text: String = "Bilagetext",
        catalog: String = ""
    ) {
        let kids = (0..<pages).map { "\(4 + $0 * 2) 0 R" }.joined(separator: " ")
        objects = [
            "<< /Type /Catalog /Pages 2 0 R \(catalog) >>",
            "<< /Type /Pages /Count \(pages) /Kids [ \(kids) ] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for number in 0..<pages {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [ \(size) ] /Contents \(5 + number * 2) 0 R "
                    + "/Resources << /Font << /F1 3 0 R >> >> \(page) >>")
            objects.append(RawPDF.stream("BT /F1 24 Tf 60 60 Td (\(text) \(number + 1)) Tj ET"))
        }
    }

    static func stream(_ content: String, _ keys: String = "") -> String {
        "<< /Length \(content.utf8.count) \(keys) >>\nstream\n\(content)\nendstream"
    }

    /// The number that the next object gets.
    var next: Int { objects.count + 1 }

    @discardableResult
    mutating func add(_ object: String) -> Int {
        objects.append(object)
        return objects.count
    }

    var data: Data {
        var text = "%PDF-1.7\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { text += String(format: "%010d 00000 n \n", place) }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
        return Data(text.utf8)
    }
}

extension RawPDF {
    /// Bookmarks to some of its pages, from 0.
    mutating func bookmark(_ titles: [(title: String, page: Int)]) {
        let root = next + titles.count
        for (index, item) in titles.enumerated() {
            let own = next
            let around =
                (index > 0 ? "/Prev \(own - 1) 0 R " : "") + (index + 1 < titles.count ? "/Next \(own + 1) 0 R" : "")
            add("<< /Title (\(item.title)) /Parent \(root) 0 R \(around) /Dest [ \(4 + item.page * 2) 0 R /Fit ] >>")
        }
        add("<< /Type /Outlines /First \(root - titles.count) 0 R /Last \(root - 1) 0 R /Count \(titles.count) >>")
        objects[0] = objects[0].replacingOccurrences(of: " >>", with: " /Outlines \(root) 0 R >>")
    }
}
