/// A heading, wherever it stands.
public struct Heading: Sendable {
    /// As written, 1…6. In the HTML level 1 is `h2`: a page has its own `h1`.
    public let level: Int
    /// Its words, in one line.
    public let text: String
    /// Its address within the page, unique in the text; see ``Anchors``.
    public let anchor: String
    /// Its line in the file, from 1.
    public internal(set) var line: Int
    /// The bytes of the anchor in `Markdown.html`, between the quotation marks of `id="…"`.
    public let id: Range<Int>
    /// Its index in `Markdown.blocks`; nil within a quote or a list.
    public let block: Int?
}
