import CCommonMark

/// libcmark's tree, freed with its owner. Pointers to its nodes are good only while the owner lives.
struct Document: ~Copyable {
    /// Nil only for an empty text.
    let root: OpaquePointer?
    private let isInArena: Bool

    init(_ text: UnsafeBufferPointer<UInt8>) {
        isInArena = text.count <= Arena.largestText
        guard let start = text.baseAddress, !text.isEmpty else {
            root = nil
            return
        }
        let isInArena = isInArena
        root = start.withMemoryRebound(to: CChar.self, capacity: text.count) {
            isInArena
                ? Arena.parse($0, count: text.count) : cmark_parse_document($0, text.count, CMARK_OPT_DEFAULT)
        }
    }

    deinit {
        guard let root else { return }
        if isInArena { Arena.current.pointee.leave() } else { cmark_node_free(root) }
    }
}

extension Document {
    /// The top-level node with that many before it.
    func child(at index: Int) -> OpaquePointer? {
        var node = root.flatMap { cmark_node_first_child($0) }
        for _ in 0..<index { node = node.flatMap { cmark_node_next($0) } }
        return node
    }
}

extension UnsafePointer<CChar> {
    /// The same C string as bytes.
    var bytes: UnsafePointer<UInt8> { UnsafeRawPointer(self).assumingMemoryBound(to: UInt8.self) }
}
