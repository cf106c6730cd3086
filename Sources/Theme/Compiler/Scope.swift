/// The shapes that names are looked up in, outermost first.
///
/// A shape that is entered again hides itself further out: whatever name the outer one has, the inner one has too. So
/// a scope holds each shape once, there are finitely many scopes, and recursion over data ends in compiling.
struct Scope {
    private(set) var shapes: [Shape]

    init(_ root: Shape) {
        shapes = [root]
    }

    func entering(_ shape: Shape) -> Scope {
        var inner = self
        inner.shapes.removeAll { $0.identity == shape.identity }
        inner.shapes.append(shape)
        return inner
    }

    var identities: [ShapeIdentity] { shapes.map(\.identity) }

    var names: Set<String> { shapes.reduce(into: []) { $0.formUnion($1.fields.keys) } }
}
