/// A pipe table by its lines in the text, counted from 0 (GFM, "Tables (extension)").
struct Table {
    /// The line with the column titles, the last of its paragraph.
    let header: Row
    /// True where the line before the header ends in a backslash: that line ends its paragraph, so the backslash is
    /// one, and no hard break.
    let followsBackslash: Bool
    let alignments: [Alignment]
    /// The rows of the body, on the lines after the delimiter row.
    let rows: [Row]
}

extension Table {
    enum Alignment { case none, left, center, right }

    struct Row {
        let line: Int
        /// Its bytes in the text, without what its containers have before it.
        let text: Range<Int>
        /// How many cells of it are shown.
        let cells: Int
    }

    var delimiterLine: Int { header.line + 1 }
    var lastLine: Int { delimiterLine + rows.count }
}
