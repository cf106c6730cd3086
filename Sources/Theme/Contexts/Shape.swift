/// The names of a context type.
struct Shape: Sendable {
    let identity: ShapeIdentity
    let fields: [String: FieldDefinition]

    /// The name by which a context without names of its own, such as a text in a list, gives its value: `{{.}}`.
    static let ownValue = "."
}

extension Shape {
    init<Context>(_ identity: ShapeIdentity, _ fields: [Field<Context>]) {
        self.identity = identity
        self.fields = Dictionary(fields.map { ($0.name, $0.definition) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Two contexts of one identity have one memory layout and the same fields.
enum ShapeIdentity: Hashable, Sendable {
    case type(ObjectIdentifier)
    /// Several shapes over one type, which only tests have.
    case numbered(Int)
}
