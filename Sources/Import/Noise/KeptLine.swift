/// A line of a document's own text, with how it stands after the one before.
struct KeptLine: Sendable {
    var line: SourceLine
    /// An empty line stood before it.
    var blankBefore = false
    /// A page footer, a running head or the like was taken away before it.
    var noiseBefore = false

    var text: String { line.text }
    var number: Int { line.number }
}
