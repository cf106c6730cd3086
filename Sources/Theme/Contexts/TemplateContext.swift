/// A value that a template reads. Its shape is known when templates are compiled, so a name that no context has is
/// found then, not on a page.
public protocol TemplateContext: Sendable {
    /// Tells shapes apart for people; the type's name unless the context says otherwise.
    static var shapeName: String { get }

    /// Read once for every template that is compiled. A name appears once and holds no dot.
    static var fields: [Field<Self>] { get }
}

extension TemplateContext {
    public static var shapeName: String { String(describing: Self.self) }
}
