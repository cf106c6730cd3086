/// A page of a PDF as its words lie on it; measures in points or in anything else that is the same for the whole page.
struct PDFPage: Sendable {
    /// From 1.
    let number: Int
    let width: Double
    let height: Double
    var spans: [Span] = []
    /// The mean confidence of its words, 0–100, for a page that was read from its picture.
    var confidence: Int?

    /// Words that were set together.
    struct Span: Sendable {
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double
        var text: String
        var size: Double
        var isBold = false

        var middle: Double { (top + bottom) / 2 }
    }
}

extension PDFPage {
    /// The size of most of its letters; nil for a page that was read from its picture, where sizes are guesses.
    var usualSize: Int? {
        guard confidence == nil else { return nil }
        var letters: [Int: Int] = [:]
        for span in spans { letters[Int(span.size.rounded()), default: 0] += span.text.utf8.count }
        return letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

/// An entry of a PDF's bookmarks.
struct PDFBookmark: Hashable, Sendable {
    let title: String
    let page: Int
}

/// A PDF's pages and bookmarks, as poppler tells them.
struct PDFContent: Sendable {
    var pages: [PDFPage] = []
    var bookmarks: [PDFBookmark] = []
}

extension PDFContent {
    /// Reads what `pdftohtml -xml` says. Lines that it does not know mean nothing.
    init(xml: String) {
        var fonts: [String: Double] = [:]
        var depth = 0
        for line in xml.split(separator: "\n") {
            if line.hasPrefix("<page ") {
                let values = PDFContent.attributes(line)
                pages.append(
                    PDFPage(
                        number: PDFContent.number(values["number"]).map { Int($0) } ?? pages.count + 1,
                        width: PDFContent.number(values["width"]) ?? 0, height: PDFContent.number(values["height"]) ?? 0
                    ))
            } else if line.contains("<fontspec ") {
                let values = PDFContent.attributes(line)
                if let id = values["id"] { fonts[id] = PDFContent.number(values["size"]) }
            } else if line.hasPrefix("<text "), !pages.isEmpty {
                if let span = PDFContent.span(line, fonts) { pages[pages.count - 1].spans.append(span) }
            } else if line.hasPrefix("<outline>") {
                depth += 1
            } else if line.hasPrefix("</outline>") {
                depth -= 1
            } else if line.contains("<item page=") {
                let values = PDFContent.attributes(line)
                let title = PDFContent.words(of: line)
                if depth <= 1, let page = PDFContent.number(values["page"]), !title.isEmpty {
                    bookmarks.append(PDFBookmark(title: title, page: Int(page)))
                }
            }
        }
    }

    private static func span(_ line: Substring, _ fonts: [String: Double]) -> PDFPage.Span? {
        let values = attributes(line)
        guard let left = number(values["left"]), let top = number(values["top"]), let width = number(values["width"]),
            let height = number(values["height"])
        else { return nil }
        let text = words(of: line)
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        return PDFPage.Span(
            left: left, top: top, right: left + width, bottom: top + height, text: text,
            size: values["font"].flatMap { fonts[$0] } ?? height, isBold: line.contains("<b>"))
    }

    /// What stands between the tags, its entities as signs.
    private static func words(of line: Substring) -> String {
        var words = ""
        var isTag = false
        for character in line {
            if character == "<" {
                isTag = true
            } else if character == ">" {
                isTag = false
            } else if !isTag {
                words.append(character == "\u{A0}" ? " " : character)
            }
        }
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            words = words.replacing(entity, with: sign)
        }
        return words
    }

    /// `name="value"` of a tag.
    private static func attributes(_ line: Substring) -> [String: String] {
        var values: [String: String] = [:]
        let parts = line.prefix { $0 != ">" }.split(separator: "\"", omittingEmptySubsequences: false)
        for (name, value) in zip(parts, parts.dropFirst()) where name.hasSuffix("=") {
            let key = name.dropLast().split(separator: " ").last.map(String.init) ?? ""
            if values[key] == nil { values[key] = String(value) }
        }
        return values
    }

    private static func number(_ text: String?) -> Double? { text.flatMap { Double($0) } }
}
