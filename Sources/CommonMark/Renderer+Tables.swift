import CCommonMark

/// Tables: their lines stand in the tree as headings (see `TableReader`), their cells with markup before the text.
///
/// Rows shorter than the header get empty cells, half a million at most in a text, as in GFM's reference
/// implementation: a few kilobytes must not become gigabytes.
extension Renderer {
    /// The table whose header ends a paragraph, if one does.
    func tableEnding(_ paragraph: OpaquePointer) -> Table? {
        guard nextTable < tables.count else { return nil }
        let table = tables[nextTable]
        return endLine(of: paragraph) == table.header.line + firstLine ? table : nil
    }

    /// The table whose delimiter row a heading stands for, if it does.
    mutating func tableStarting(at heading: OpaquePointer) -> Table? {
        guard nextTable < tables.count else { return nil }
        let table = tables[nextTable]
        guard line(of: heading) == table.delimiterLine + firstLine else { return nil }
        nextTable += 1
        return table
    }

    /// Writes a table and returns the node of its last line.
    mutating func write(_ table: Table, from delimiter: OpaquePointer) -> OpaquePointer {
        html.endLine()
        html.append("<div class=\"table\" tabindex=\"0\"><table><thead>")
        write(table.header, of: table, open: "<th scope=\"col\"", close: "</th>")
        html.append("</thead>")
        if !table.rows.isEmpty { html.append("<tbody>") }
        var last = delimiter
        for row in table.rows {
            write(row, of: table, open: "<td", close: "</td>")
            if let next = cmark_node_next(last) { last = next }
        }
        if !table.rows.isEmpty { html.append("</tbody>") }
        html.append("</table></div>\n")
        endLeaf(.table, start: table.header.line + firstLine, end: table.lastLine + firstLine)
        return last
    }

    private mutating func write(_ row: Table.Row, of table: Table, open: StaticString, close: StaticString) {
        html.append("<tr>")
        rowLine = row.line + firstLine
        var column = 0
        let cells = TableRow(text: UnsafeBufferPointer(rebasing: body[row.text]))
        cells.forEachCell { cell in
            guard column < row.cells else { return }
            startCell(column, table.alignments[column], open)
            if cells.isPlain(cell) {
                wordsLine = row.line + firstLine
                words(UnsafeBufferPointer(rebasing: cells.text[cell]), after: UInt8(ascii: "\n"))
            } else if let parsed = nextCell {
                inlines(of: parsed, until: nil)
                nextCell = cmark_node_next(parsed)
            }
            html.append(close)
            column += 1
        }
        while column < table.alignments.count, cellsToAdd > 0 {
            startCell(column, table.alignments[column], open)
            html.append(close)
            cellsToAdd -= 1
            column += 1
        }
        rowLine = nil
        html.append("</tr>")
        plain.append(UInt8(ascii: "\n"))
    }

    private mutating func startCell(_ column: Int, _ alignment: Table.Alignment, _ open: StaticString) {
        if column > 0 { plain.append(UInt8(ascii: "\t")) }
        html.append(open)
        switch alignment {
        case .none: html.append(">")
        case .left: html.append(" class=\"left\">")
        case .center: html.append(" class=\"center\">")
        case .right: html.append(" class=\"right\">")
        }
    }
}
