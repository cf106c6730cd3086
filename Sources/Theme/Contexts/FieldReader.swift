/// Reads one field of a context, given the context's address.
///
/// Addresses instead of values: a context is entered without being copied, boxed or counted. An address is valid
/// during the call that got it, and the compiler of templates guarantees that it is one of the reader's context type
/// (`ShapeIdentity`).
@usableFromInline
struct FieldReader: Sendable {
    @usableFromInline typealias Append = @Sendable (UnsafeRawPointer, _ escaped: Bool, inout [UInt8]) -> Void
    @usableFromInline typealias Condition = @Sendable (UnsafeRawPointer) -> Bool
    /// Calls the body with the address of every context that a section on the field enters.
    @usableFromInline typealias Entrance = @Sendable (UnsafeRawPointer, (UnsafeRawPointer) -> Void) -> Void

    let append: Append
    let isPresent: Condition
    let enter: Entrance

    @usableFromInline
    init(
        append: @escaping Append = { _, _, _ in }, isPresent: @escaping Condition,
        enter: @escaping Entrance = { _, _ in }
    ) {
        self.append = append
        self.isPresent = isPresent
        self.enter = enter
    }
}

extension FieldReader {
    /// The field `inner` of the object that `outer` gives: `{{outer.inner}}`.
    init(_ inner: FieldReader, through outer: FieldReader) {
        self.init(
            append: { context, escaped, page in
                outer.enter(context) { inner.append($0, escaped, &page) }
            },
            isPresent: { context in
                var found = false
                outer.enter(context) { found = inner.isPresent($0) }
                return found
            },
            enter: { context, body in
                outer.enter(context) { inner.enter($0, body) }
            })
    }
}

extension FieldReader {
    /// The field `inner` of what lies so many bytes into a context: no more than an addition.
    init(_ inner: FieldReader, at offset: Int) {
        self.init(
            append: { inner.append($0 + offset, $1, &$2) },
            isPresent: { inner.isPresent($0 + offset) },
            enter: { inner.enter($0 + offset, $1) })
    }
}

extension UnsafeRawPointer {
    /// The context at this address. Inlined together with a getter, only what the getter uses is read.
    @inlinable @inline(__always)
    func context<Context>(_ type: Context.Type) -> UnsafePointer<Context> {
        assumingMemoryBound(to: type)
    }
}

extension Array<UInt8> {
    @usableFromInline
    mutating func append(_ text: String, escaped: Bool) {
        if escaped {
            appendEscaped(text)
        } else {
            append(contentsOf: text.utf8)
        }
    }
}
