import System

/// A form's tick boxes, which are no text on its page.
enum PDFForm {
    /// Each box by what the form calls it, and whether it is ticked.
    static func boxes(_ location: String, _ tools: ImportTools) -> [(name: String, isTicked: Bool)] {
        guard let qpdf = tools.qpdf,
            let ending = try? ChildProcess.paper(
                qpdf, ["--json", "--json-key=acroform", location.hasPrefix("/") ? location : "./" + location],
                seconds: 60)
        else { return [] }
        return fields(ending.text).compactMap { field in
            guard field["ischeckbox"] == "true" || field["isradiobutton"] == "true" else { return nil }
            let name = field["alternativename"].flatMap { $0.isEmpty ? nil : $0 } ?? field["fullname"] ?? ""
            let value = field["value"] ?? "/Off"
            return name.isEmpty ? nil : (name, value != "/Off" && !value.isEmpty && value != "null")
        }
    }

    /// Takes the words beside boxes that are not ticked away, where another one on the row is, and adds a line for each
    /// ticked box that the page doesn't name.
    static func mark(_ content: inout PDFContent, _ boxes: [(name: String, isTicked: Bool)]) -> [String] {
        let ticked = Set(boxes.filter(\.isTicked).map(\.name))
        let empty = Set(boxes.filter { !$0.isTicked }.map(\.name))
        var shown: Set<String> = []
        var removed: [String] = []
        for index in content.pages.indices {
            let marks = content.pages[index].spans.filter { ticked.contains($0.text.trimmed) }
            shown.formUnion(marks.map { $0.text.trimmed })
            content.pages[index].spans.removeAll { span in
                let isEmpty =
                    empty.contains(span.text.trimmed) && marks.contains { abs($0.middle - span.middle) < span.size }
                if isEmpty { removed.append(span.text.trimmed) }
                return isEmpty
            }
        }
        for name in ticked.subtracting(shown).sorted() {
            guard let page = content.pages.last else { break }
            let top = (page.spans.map(\.bottom).max() ?? 0) + 20
            content.pages[content.pages.count - 1].spans.append(
                PDFPage.Span(left: 60, top: top, right: 300, bottom: top + 12, text: "\(name): Ja", size: 12))
        }
        return removed
    }

    /// qpdf writes a key a line, and a field between braces.
    private static func fields(_ json: String) -> [[String: String]] {
        var fields: [[String: String]] = []
        for line in json.split(separator: "\n") {
            let text = String(line).trimmed
            if text == "{" { fields.append([:]) }
            guard !fields.isEmpty, text.hasPrefix("\""), let colon = text.firstRange(of: "\": ") else { continue }
            let key = String(text[text.index(after: text.startIndex)..<colon.lowerBound])
            var value = String(text[colon.upperBound...])
            if value.hasSuffix(",") { value = String(value.dropLast()) }
            if value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            if value.hasPrefix("u:") { value = String(value.dropFirst(2)) }
            fields[fields.count - 1][key] = value
        }
        return fields
    }
}
