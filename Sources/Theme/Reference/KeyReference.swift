/// The names that a template may use, as the types have them: the page's own first, then those of every context that a
/// section leads to, in the order in which they are met.
public struct KeyReference: Sendable {
    public let groups: [Group]

    /// The names of one kind of context.
    public struct Group: Hashable, Sendable {
        /// `ärende i lista`
        public let name: String
        public let keys: [Key]
    }

    public struct Key: Hashable, Sendable {
        /// `handlaggare`
        public let name: String
        public let kind: FieldKind
        /// The group that a section on the key goes into; nil where names keep their meaning.
        public let group: String?
    }
}

extension KeyReference {
    public init<Page: TemplateContext>(_ page: Page.Type) {
        var groups: [Group] = []
        var waiting = [ShapeReference(page)]
        var seen = Set(waiting.map(\.identity))
        var next = 0
        while next < waiting.count {
            let shape = waiting[next].shape()
            next += 1
            let keys = shape.order.compactMap { name -> Key? in
                guard let field = shape.fields[name] else { return nil }
                let child = field.kind == .object || field.kind == .list ? field.child : nil
                let inner = child?.shape()
                if let child, inner?.name.isEmpty == false, seen.insert(child.identity).inserted {
                    waiting.append(child)
                }
                return Key(name: name, kind: field.kind, group: inner.flatMap { $0.name.isEmpty ? nil : $0.name })
            }
            groups.append(Group(name: shape.name, keys: keys))
        }
        self.groups = groups
    }
}
