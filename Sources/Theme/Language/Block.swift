/// `{{$name}}…{{/name}}`: a place in a layout with its default content, or the content given for that place.
struct Block: Sendable {
    let name: String
    let children: [Node]
    /// The opening tag ends its line: the content is whole lines.
    let isStandalone: Bool
    /// The white space before the opening tag when nothing else precedes it on its line.
    let indentation: Range<Int>
    /// The indentation of the first line of content, which the content is moved from or to.
    let contentIndentation: Range<Int>?
}
