/// A field without its context's type.
struct FieldDefinition: Sendable {
    let kind: FieldKind
    let reader: FieldReader
    /// The shape that a section on the field puts innermost; nil when names keep their meaning.
    let child: ShapeReference?
}

extension FieldDefinition {
    /// What `outer.self` means, where `outer` is an object.
    func reached(through outer: FieldDefinition) -> FieldDefinition {
        FieldDefinition(kind: kind, reader: FieldReader(reader, through: outer.reader), child: child)
    }
}
