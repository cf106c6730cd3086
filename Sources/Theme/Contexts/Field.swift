/// A name that templates may use, and how its value is had from the context.
///
/// A getter can run several times a page, or never: only the fields that a template names are read. Write getters as
/// closures that capture nothing and return something stored: the optimizer then reads the one property in place,
/// where else it would copy the context. That is why the functions here are inlinable.
public struct Field<Context>: Sendable {
    let name: String
    let definition: FieldDefinition

    @usableFromInline
    init(_ name: String, _ kind: FieldKind, _ reader: FieldReader, child: ShapeReference? = nil) {
        self.name = name
        self.definition = FieldDefinition(kind: kind, reader: reader, child: child)
    }
}

extension Field {
    /// Text for people: `{{name}}` escapes it, `{{{name}}}` does not. As a section it is there unless nil or empty,
    /// and `{{.}}` inside is the text.
    @inlinable
    public static func text(_ name: String, _ get: @escaping @Sendable (Context) -> String?) -> Field {
        let reader = FieldReader(
            append: { context, escaped, page in
                if let text = get(context.context(Context.self).pointee) { page.append(text, escaped: escaped) }
            },
            isPresent: { context in
                if let text = get(context.context(Context.self).pointee) { !text.isEmpty } else { false }
            },
            enter: { context, body in
                guard let text = get(context.context(Context.self).pointee), !text.isEmpty else { return }
                withUnsafePointer(to: text) { body(UnsafeRawPointer($0)) }
            })
        return Field(name, .text, reader, child: .text)
    }

    /// Safe HTML, which neither form of the tag escapes. As a section it is there unless nil or empty, and `{{.}}`
    /// inside is the HTML.
    @inlinable
    public static func html(_ name: String, _ get: @escaping @Sendable (Context) -> [UInt8]?) -> Field {
        let reader = FieldReader(
            append: { context, _, page in
                if let bytes = get(context.context(Context.self).pointee) { page.append(contentsOf: bytes) }
            },
            isPresent: { context in
                if let bytes = get(context.context(Context.self).pointee) { !bytes.isEmpty } else { false }
            },
            enter: { context, body in
                guard let bytes = get(context.context(Context.self).pointee), !bytes.isEmpty else { return }
                withUnsafePointer(to: bytes) { body(UnsafeRawPointer($0)) }
            })
        return Field(name, .html, reader, child: .html)
    }

    /// Safe HTML that the context appends to the page itself. As a section it is there when it appends anything,
    /// which costs a trial run.
    @inlinable
    public static func fragment(
        _ name: String, _ append: @escaping @Sendable (Context, inout [UInt8]) -> Void
    ) -> Field {
        let reader = FieldReader(
            append: { context, _, page in append(context.context(Context.self).pointee, &page) },
            isPresent: { context in
                var trial: [UInt8] = []
                append(context.context(Context.self).pointee, &trial)
                return !trial.isEmpty
            })
        return Field(name, .fragment, reader)
    }

    /// A condition, for sections only; names inside it mean what they mean outside.
    @inlinable
    public static func flag(_ name: String, _ get: @escaping @Sendable (Context) -> Bool) -> Field {
        Field(name, .flag, FieldReader(isPresent: { get($0.context(Context.self).pointee) }))
    }

    /// One context inside another, for a section or before the dot in `{{name.field}}`.
    @inlinable
    public static func object<Child: TemplateContext>(
        _ name: String, _ get: @escaping @Sendable (Context) -> Child?
    ) -> Field {
        object(name, of: ShapeReference(Child.self), get)
    }

    /// The section is repeated for every element. An element may hold a list of its own kind.
    @inlinable
    public static func list<Child: TemplateContext>(
        _ name: String, _ get: @escaping @Sendable (Context) -> [Child]
    ) -> Field {
        list(name, of: ShapeReference(Child.self), get)
    }

    /// As `list`, where `{{.}}` is the text.
    @inlinable
    public static func texts(_ name: String, _ get: @escaping @Sendable (Context) -> [String]) -> Field {
        list(name, of: .text, get)
    }
}

extension Field {
    /// The fields of a value that the context stores, as fields of the context itself. They are read where the value
    /// lies, without a copy of the context, also where the context is generic and the optimizer cannot help.
    ///
    /// - Parameter path: of a stored property of a struct.
    public static func inner<Inner: TemplateContext>(_ path: KeyPath<Context, Inner>) -> [Field] {
        guard let offset = MemoryLayout<Context>.offset(of: path) else { return [] }
        return Inner.fields.map { Field($0, at: offset) }
    }

    private init<Inner>(_ inner: Field<Inner>, at offset: Int) {
        let definition = inner.definition
        name = inner.name
        self.definition = FieldDefinition(
            kind: definition.kind, reader: FieldReader(definition.reader, at: offset), child: definition.child)
    }
}

extension Field {
    @inlinable
    static func object<Child>(
        _ name: String, of child: ShapeReference, _ get: @escaping @Sendable (Context) -> Child?
    ) -> Field {
        let reader = FieldReader(
            isPresent: { get($0.context(Context.self).pointee) != nil },
            enter: { context, body in
                guard let child = get(context.context(Context.self).pointee) else { return }
                withUnsafePointer(to: child) { body(UnsafeRawPointer($0)) }
            })
        return Field(name, .object, reader, child: child)
    }

    @inlinable
    static func list<Child>(
        _ name: String, of child: ShapeReference, _ get: @escaping @Sendable (Context) -> [Child]
    ) -> Field {
        let reader = FieldReader(
            isPresent: { !get($0.context(Context.self).pointee).isEmpty },
            enter: { context, body in
                get(context.context(Context.self).pointee).withUnsafeBufferPointer { children in
                    guard let first = children.baseAddress else { return }
                    for index in children.indices {
                        body(UnsafeRawPointer(first + index))
                    }
                }
            })
        return Field(name, .list, reader, child: child)
    }
}
