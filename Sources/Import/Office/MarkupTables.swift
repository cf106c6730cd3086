/// Tables that a converter left as HTML, because their cells hold more than a line or are merged, as Markdown's.
enum MarkupTables {
    static func opened(_ lines: [SourceLine]) -> [SourceLine] {
        guard lines.contains(where: { $0.text.hasText("<table") }) else { return lines }
        var opened: [SourceLine] = []
        var index = 0
        while index < lines.count {
            guard lines[index].text.hasText("<table"),
                let end = lines[index...].firstIndex(where: { $0.text.hasText("</table>") })
            else {
                opened.append(lines[index])
                index += 1
                continue
            }
            let html = lines[index...end].map(\.text).joined(separator: " ")
            for row in table(html) {
                opened.append(SourceLine(number: lines[index].number, text: row, page: lines[index].page))
            }
            index = end + 1
        }
        return opened
    }

    private static func table(_ html: String) -> [String] {
        var rows: [[String]] = []
        var before: [String] = []
        for part in html.split(separator: "<") {
            let tag = part.prefix { $0 != ">" }
            let text = part.dropFirst(tag.count).drop { $0 == ">" }
            let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
            switch name {
            case "tr": rows.append([])
            case "td", "th":
                guard !rows.isEmpty else { continue }
                rows[rows.count - 1].append(String(text))
                // A merged cell's words stand in its first place.
                let span =
                    tag.firstRange(of: "colspan=\"").flatMap { Int(tag[$0.upperBound...].prefix { $0.isNumber }) } ?? 1
                for _ in 1..<max(1, min(span, 40)) { rows[rows.count - 1].append("") }
            case "/td", "/th", "/tr", "/table", "table", "thead", "tbody", "/thead", "/tbody", "colgroup", "col",
                "/colgroup":
                break
            default:
                let words = mark(name) + text
                if let last = rows.last?.indices.last {
                    rows[rows.count - 1][last] += words
                } else {
                    before.append(words)
                }
            }
        }
        let width = rows.map(\.count).max() ?? 0
        guard width > 0 else { return before }
        let lines = rows.map { row in
            let cells = (0..<width).map { $0 < row.count ? MarkupLines.plain(row[$0]).singleSpaced.trimmed : "" }
            return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        return before + [""] + [lines[0], "|" + String(repeating: " --- |", count: width)] + lines.dropFirst() + [""]
    }

    private static func mark(_ tag: Substring) -> String {
        switch tag {
        case "strong", "b", "/strong", "/b": "**"
        case "em", "i", "/em", "/i": "*"
        case "p", "/p", "br", "li", "/li": " "
        default: ""
        }
    }
}
