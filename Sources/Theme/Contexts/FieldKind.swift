/// What a field holds, as far as a message about it needs to tell.
public enum FieldKind: String, Hashable, Sendable {
    case text, html, fragment, flag, object, list
}
