/// The names of a context type.
struct Shape: Sendable {
    let identity: ShapeIdentity
    /// Tells shapes apart for people.
    let name: String
    let fields: [String: FieldDefinition]
    /// The fields' names as the type has them, which a dictionary forgets.
    let order: [String]

    /// The name by which a context without names of its own, such as a text in a list, gives its value: `{{.}}`.
    static let ownValue = "."
}

extension Shape {
    init<Context>(_ identity: ShapeIdentity, _ fields: [Field<Context>], name: String = "") {
        self.identity = identity
        self.name = name
        order = fields.map(\.name)
        self.fields = Dictionary(fields.map { ($0.name, $0.definition) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Two contexts of one identity have one memory layout and the same fields.
enum ShapeIdentity: Hashable, Sendable {
    case type(ObjectIdentifier)
    /// Several shapes over one type, which only tests have.
    case numbered(Int)
}
