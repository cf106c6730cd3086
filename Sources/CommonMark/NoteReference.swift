/// `[^1]` in a text.
public struct NoteReference: Sendable {
    /// As written, without the brackets and the `^`.
    public let label: String
    /// The note's number in the order of the references; nil where the text has no note of that name.
    public let number: Int?
    /// The line in the file.
    public internal(set) var line: Int
    /// The bytes of `Markdown.html` that show it: `<sup>1</sup>`, or the words themselves where there is no note.
    public internal(set) var range: Range<Int>
}

extension NoteReference {
    mutating func move(by distance: Int) {
        range = range.lowerBound + distance..<range.upperBound + distance
    }
}
