/// A parsed text and what its lines mean beyond plain CommonMark.
struct Source: ~Copyable {
    let document: Document
    /// The tables found, by line.
    let tables: [Table]
    /// How many lines stand before the text itself, each the heading that holds one table cell with markup.
    let cells: Int
}
