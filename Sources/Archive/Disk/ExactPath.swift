/// A path as its bytes are: two that look alike, with å as one character or as two, are two.
struct ExactPath: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (one: ExactPath, other: ExactPath) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
