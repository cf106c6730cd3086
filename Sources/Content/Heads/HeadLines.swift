/// The first lines of a text, each read when it is asked for: of nearly every text two or three are.
struct HeadLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var index: Int
    private var number: Int
    private let end: Int

    init(_ bytes: [UInt8], from start: Int, firstLine: Int, limit: Int) {
        (self.bytes, index, number, end) = (bytes, start, firstLine, firstLine + limit)
    }

    mutating func next() -> HeadLine? {
        guard index < bytes.count, number < end else { return nil }
        // A line of a thousand characters is no key.
        let line = HeadLine(bytes.line(at: index).prefix(1000), number: number)
        index = bytes.nextLine(after: index)
        number += 1
        return line
    }

    /// The next one that is not blank.
    mutating func nextWritten() -> HeadLine? {
        while let line = next() { if !line.isBlank { return line } }
        return nil
    }
}
