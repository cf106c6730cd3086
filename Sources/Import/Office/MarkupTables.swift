/// Tables that a converter left as HTML, because their cells hold more than a line or are merged, as Markdown's.
enum MarkupTables {
    /// - Returns: the lines, and what was struck in a cell.
    static func opened(_ lines: [SourceLine]) -> (lines: [SourceLine], struck: [NoiseLine]) {
        guard lines.contains(where: { $0.text.hasText("<table") }) else { return (lines, []) }
        var (opened, struck): ([SourceLine], [NoiseLine]) = ([], [])
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
            var grid = MarkupGrid()
            grid.read(html)
            struck += grid.struck.map { NoiseLine(line: lines[index].number, text: $0, reason: .crossedOut) }
            for row in grid.rowLines {
                opened.append(SourceLine(number: lines[index].number, text: row, page: lines[index].page))
            }
            index = end + 1
        }
        return (opened, struck)
    }
}

/// A table's cells in their columns, however they are merged: a merged cell's words stand in its first place.
private struct MarkupGrid {
    private(set) var struck: [String] = []
    private var rows: [[String]] = []
    /// What stands before the first row: the table's caption.
    private var before = ""
    /// Of each column, how many rows more a cell above reaches into.
    private var reach: [Int: Int] = [:]

    private static let most = 40
    /// Tags that say something within a line.
    private static let kept: Set<Substring> = ["sup", "sub", "del", "s", "strike", "img", "a"]

    mutating func read(_ html: String) {
        for part in html.split(separator: "<") {
            let tag = part.prefix { $0 != ">" }
            let words = MarkupGrid.escaped(part.dropFirst(tag.count).drop { $0 == ">" })
            let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
            switch name {
            case "tr":
                endRow()
                rows.append([])
            case "td", "th":
                guard !rows.isEmpty else { continue }
                passMerged()
                let place = rows[rows.count - 1].count
                let columns = MarkupGrid.span("colspan", tag)
                rows[rows.count - 1] += [words] + Array(repeating: "", count: columns - 1)
                let down = MarkupGrid.span("rowspan", tag) - 1
                if down > 0 { for column in place..<(place + columns) { reach[column] = down } }
            case "/td", "/th", "/tr", "/table", "table", "thead", "tbody", "/thead", "/tbody", "colgroup", "col",
                "/colgroup":
                break
            default:
                let bare = name.drop { $0 == "/" }
                let sign = MarkupGrid.kept.contains(bare) ? "<\(tag)>" : MarkupGrid.mark(name)
                if let last = rows.last?.indices.last {
                    rows[rows.count - 1][last] += sign + words
                } else if rows.isEmpty {
                    before += sign + words
                }
            }
        }
        endRow()
        rows = rows.map { $0.map { said($0) } }
        before = said(before)
    }

    /// The row goes on behind cells that reach down into it.
    private mutating func passMerged() {
        while let last = rows.indices.last, let left = reach[rows[last].count], left > 0 {
            reach[rows[last].count] = left - 1
            rows[last].append("")
        }
    }

    /// A cell that reaches into a row and stands behind its last one.
    private mutating func endRow() {
        guard !rows.isEmpty else { return }
        passMerged()
        for column in reach.keys.sorted() where column >= (rows.last?.count ?? 0) {
            if let left = reach[column], left > 0 { reach[column] = left - 1 }
        }
    }

    private mutating func said(_ cell: String) -> String {
        let own = InlineTags(cell)
        struck += own.struck
        // A cell's lines are told apart: in a head's table each may be a person.
        return own.text.singleSpaced.split(separator: LineBreakTag.mark).map { String($0).trimmed }.filter {
            !$0.isEmpty
        }
        .joined(separator: LineBreakTag.mark)
    }

    var rowLines: [String] {
        let width = rows.map(\.count).max() ?? 0
        let caption = before.isEmpty ? [] : [before]
        guard width > 0 else { return caption }
        let lines = rows.map { row in
            let cells = (0..<width).map { $0 < row.count ? row[$0] : "" }
            return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        return caption + [""] + [lines[0], "|" + String(repeating: " --- |", count: width)] + lines.dropFirst() + [""]
    }

    /// HTML's words as Markdown's.
    private static func escaped(_ html: Substring) -> String {
        MarkdownText.inlineEscaped(MarkupLines.entities(html)).replacing("<", with: "\\<")
    }

    private static func span(_ name: String, _ tag: Substring) -> Int {
        let number = tag.firstRange(of: name + "=\"").flatMap { Int(tag[$0.upperBound...].prefix { $0.isNumber }) }
        return max(1, min(number ?? 1, most))
    }

    private static func mark(_ tag: Substring) -> String {
        switch tag {
        case "strong", "b", "/strong", "/b": "**"
        case "em", "i", "/em", "/i": "*"
        case "/p", "br", "/li", "/div": LineBreakTag.mark
        case "p", "li", "div": " "
        default: ""
        }
    }
}
