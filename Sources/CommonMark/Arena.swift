import CCommonMark
import System

/// Memory for libcmark's trees. A tree is thousands of small pieces that all go at once, so they are taken by moving a
/// mark through a chunk, and given back by moving it to the start when the thread's last tree is gone.
///
/// libcmark's functions for memory are told nothing but sizes, so each thread has an arena that they find by themselves.
struct Arena {
    /// What libcmark asks for memory; nodes point here. It lies outside the arena, which changes while libcmark reads it.
    private let functions: UnsafeMutablePointer<cmark_mem>
    /// The first is kept for the next tree.
    private var chunks: [UnsafeMutableRawBufferPointer] = []
    /// The offset in the last chunk where the next piece goes.
    private var mark = 0
    private var trees = 0
}

extension Arena {
    /// A larger text would leave its thread with too large a chunk, and spends its time elsewhere.
    static let largestText = 1 << 20
    private static let chunkSize = 1 << 18
    /// Before each piece stands its size; all are aligned to this.
    private static let unit = 16

    private init() {
        functions = .allocate(capacity: 1)
        functions.initialize(
            to: cmark_mem(
                calloc: { count, size in Arena.current.pointee.zeroed(count * size) },
                realloc: { piece, size in Arena.current.pointee.resized(piece, to: size) },
                free: { _ in }))
    }

    private static let slot = ThreadSlot { end($0) }

    private static func end(_ state: UnsafeMutableRawPointer?) {
        guard let arena = state?.assumingMemoryBound(to: Arena.self) else { return }
        for chunk in arena.pointee.chunks { chunk.deallocate() }
        arena.pointee.functions.deallocate()
        arena.deinitialize(count: 1)
        arena.deallocate()
    }

    /// The calling thread's own.
    static var current: UnsafeMutablePointer<Arena> {
        if let state = slot.pointer { return state.assumingMemoryBound(to: Arena.self) }
        let arena = UnsafeMutablePointer<Arena>.allocate(capacity: 1)
        arena.initialize(to: Arena())
        slot.set(arena)
        return arena
    }

    /// Parses a text into a tree that is good until `leave`.
    static func parse(_ text: UnsafePointer<CChar>, count: Int) -> OpaquePointer? {
        let arena = current
        arena.pointee.trees += 1
        let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, arena.pointee.functions)
        defer { cmark_parser_free(parser) }
        cmark_parser_feed(parser, text, count)
        return cmark_parser_finish(parser)
    }

    /// One of the thread's trees is gone.
    mutating func leave() {
        trees -= 1
        guard trees == 0 else { return }
        while chunks.count > 1 { chunks.removeLast().deallocate() }
        mark = 0
    }
}

extension Arena {
    private mutating func piece(_ size: Int) -> UnsafeMutableRawPointer? {
        let whole = Self.whole(size)
        if chunks.isEmpty || mark + whole > chunks[chunks.count - 1].count {
            chunks.append(.allocate(byteCount: max(Self.chunkSize, whole), alignment: Self.unit))
            mark = 0
        }
        guard let start = chunks[chunks.count - 1].baseAddress?.advanced(by: mark) else { return nil }
        start.storeBytes(of: size, as: Int.self)
        mark += whole
        return start + Self.unit
    }

    fileprivate mutating func zeroed(_ size: Int) -> UnsafeMutableRawPointer? {
        let piece = piece(size)
        piece?.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        return piece
    }

    fileprivate mutating func resized(_ old: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer? {
        guard let old else { return piece(size) }
        let oldSize = (old - Self.unit).load(as: Int.self)
        guard size > oldSize else { return old }
        let larger = piece(size)
        larger?.copyMemory(from: old, byteCount: oldSize)
        return larger
    }

    /// A piece with its size before it.
    private static func whole(_ size: Int) -> Int { (size + 2 * unit - 1) & ~(unit - 1) }
}
