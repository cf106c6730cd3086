/// A shape by name, so that a shape can hold itself: a list of bilagor whose elements have bilagor.
@usableFromInline
struct ShapeReference: Sendable {
    let identity: ShapeIdentity
    let shape: @Sendable () -> Shape
}

extension ShapeReference {
    @usableFromInline
    init<Context: TemplateContext>(_ type: Context.Type) {
        let identity = ShapeIdentity.type(ObjectIdentifier(type))
        self.init(identity: identity) { Shape(identity, Context.fields, name: Context.shapeName) }
    }

    init<Context>(_ identity: ShapeIdentity, _ fields: @escaping @Sendable () -> [Field<Context>]) {
        self.init(identity: identity) { Shape(identity, fields()) }
    }

    @usableFromInline
    static let text = ShapeReference(.type(ObjectIdentifier(String.self))) {
        [Field<String>.text(Shape.ownValue) { $0 }]
    }

    @usableFromInline
    static let html = ShapeReference(.type(ObjectIdentifier([UInt8].self))) {
        [Field<[UInt8]>.html(Shape.ownValue) { $0 }]
    }
}
