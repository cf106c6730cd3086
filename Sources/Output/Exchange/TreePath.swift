/// A path below a folder, in the bytes that the disk has for it: they need be no text.
struct TreePath: Sendable, Equatable {
    /// Ended by a nought byte.
    private var bytes: [CChar]
}

extension TreePath {
    init(_ name: [CChar], in folder: TreePath?) {
        guard let folder else {
            bytes = name
            return
        }
        bytes = folder.bytes.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name
    }

    init(_ text: String) { bytes = Array(text.utf8CString) }

    /// For comparison with paths of one's own, which are text.
    var text: String { String(decoding: bytes.dropLast().lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self) }

    func withName<Answer, Failure>(
        _ body: (UnsafePointer<CChar>) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
            guard let start = buffer.baseAddress else { return try body("") }
            return try body(start)
        }
    }
}
