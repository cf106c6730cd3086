/// A piece of a document: a heading, a paragraph with its wrapped lines joined, a list's item, a table.
struct Passage: Sendable {
    enum Kind: Equatable, Sendable {
        /// A heading of Markdown's, or one that is known to be.
        case heading(level: Int)
        case text
        /// An item; `depth` counts from 0.
        case item(number: String?, depth: Int)
        /// Rows in Markdown's form, a line each.
        case table
        /// Lines that are kept as they are.
        case verbatim
    }

    var kind: Kind
    /// As written, in one line; a table's or a verbatim text's in several.
    var text: String
    /// The line that it begins on.
    let line: Int
    var blankBefore: Bool
    /// Page furniture was taken away before it.
    var noiseBefore = false
    /// Its last line, and that line's number.
    var lastLine = ""
    var end = 0

    /// Its text is Markdown already; otherwise its signs are signs.
    var isMarkdown = false

    /// The lines of the source that it takes.
    var lines: ClosedRange<Int> { line...max(line, end) }

    /// Its words without markup.
    var plain: String { MarkdownText.plain(text) }

    /// Its text as Markdown.
    var markdown: String { isMarkdown ? text : MarkdownText.escaped(text) }

    var isHeading: Bool { if case .heading = kind { true } else { false } }
    var isItem: Bool { if case .item = kind { true } else { false } }
    var headingLevel: Int? { if case .heading(let level) = kind { level } else { nil } }
}
