extension [UInt8] {
    /// Appends text with `& < > " '` as HTML references, good in element content and in quoted attributes.
    mutating func appendEscaped(_ text: String) {
        let isAppended: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
        if isAppended == nil {
            Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) }
        }
    }

    /// Copies runs between the bytes that need a reference.
    private mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        var copied = 0
        for index in bytes.indices where HTMLReference.isNeeded(for: bytes[index]) {
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
            append(contentsOf: HTMLReference.bytes(for: bytes[index]))
            copied = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
}

private enum HTMLReference {
    /// The five characters lie below 64: a bit for each.
    private static var needed: UInt64 { 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E }

    @inline(__always)
    static func isNeeded(for byte: UInt8) -> Bool {
        byte < 64 && needed & (1 << UInt64(byte)) != 0
    }

    static func bytes(for byte: UInt8) -> String.UTF8View {
        switch byte {
        case 0x22: "&quot;".utf8
        case 0x26: "&amp;".utf8
        case 0x27: "&#39;".utf8
        case 0x3C: "&lt;".utf8
        default: "&gt;".utf8
        }
    }
}
