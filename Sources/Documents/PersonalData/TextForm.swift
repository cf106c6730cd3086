/// How a text is written, and so what of it a reader sees.
public enum TextForm: Sendable {
    /// Every sign is seen.
    case plain
    /// Marks of emphasis, backslashes and comments are not seen, and an entity is the sign that it names.
    case markdown
    /// Nor are tags within a line; other tags part what they stand between.
    case html
}
