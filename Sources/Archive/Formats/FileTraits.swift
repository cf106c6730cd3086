/// What the bytes of a file tell of its kind, gathered while it is copied.
struct FileTraits: Sendable {
    /// The first kilobyte.
    private(set) var head: [UInt8] = []
    /// No byte so far that a text in UTF-8 would not have.
    private(set) var isText = true
    /// It says that it is PDF/A: `2a`.
    private(set) var archiveLevel: String?
    /// It is a PDF with an electronic signature.
    private(set) var isSigned = false
    /// The end of the last piece: what is looked for may lie across two.
    private var tail: [UInt8] = []
    private static let overlap = 256
}

extension FileTraits {
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        if head.count < 1024 { head += bytes.prefix(1024 - head.count) }
        if isText { isText = !bytes.prefix(4096).contains { $0 < 0x09 || (0x0E..<0x20).contains($0) } }
        guard pdfVersion != nil else { return }
        tail += bytes
        look()
        if tail.count > FileTraits.overlap { tail.removeFirst(tail.count - FileTraits.overlap) }
    }

    /// `1.7`; nil for what is no PDF.
    var pdfVersion: String? {
        guard head.starts(with: "%PDF-".utf8) else { return nil }
        return String(decoding: head.dropFirst(5).prefix(3), as: UTF8.self)
    }

    private mutating func look() {
        if archiveLevel == nil, let part = value(after: "pdfaid:part") {
            archiveLevel = part + (value(after: "pdfaid:conformance")?.lowercased() ?? "")
        }
        if !isSigned { isSigned = place(of: "/ByteRange") != nil }
    }

    /// The first letter or digit of what an attribute or an element of that name holds.
    private func value(after name: StaticString) -> String? {
        guard let place = place(of: name) else { return nil }
        let rest = tail[(place + name.utf8CodeUnitCount)...].prefix(8)
        return rest.first { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) }
            .map { String(UnicodeScalar($0)) }
    }

    private func place(of text: StaticString) -> Int? {
        text.withUTF8Buffer { wanted in
            guard let first = wanted.first, tail.count >= wanted.count else { return nil }
            return tail.withUnsafeBufferPointer { bytes in
                var start = 0
                let last = bytes.count - wanted.count
                while start <= last {
                    if bytes[start] == first, bytes[start..<start + wanted.count].elementsEqual(wanted) { return start }
                    start += 1
                }
                return nil
            }
        }
    }
}
