/// A body that handles matters: an arbetsutskott, a förbundsstyrelse, a nämnd.
public struct Body: Hashable, Sendable {
    public let code: BodyCode
    public let name: String
    public let role: Role
    /// Its members; nil where the site does not say.
    public let roster: Roster?

    public init(code: BodyCode, name: String, role: Role, roster: Roster? = nil) {
        (self.code, self.name, self.role, self.roster) = (code, name, role, roster)
    }

    public enum Role: Hashable, Sendable {
        case preparing
        case deciding
    }
}

/// A body's short name, `FS`; compared without case.
public struct BodyCode: Sendable {
    public let text: String
    /// Lower case, a piece of addresses and a front matter key: `fs`.
    public let slug: Slug

    public init?(_ text: String) {
        guard let slug = Slug(text) else { return nil }
        (self.text, self.slug) = (text, slug)
    }
}

extension BodyCode: Hashable, Comparable, CustomStringConvertible {
    public static func == (left: BodyCode, right: BodyCode) -> Bool { left.slug == right.slug }
    public func hash(into hasher: inout Hasher) { hasher.combine(slug) }
    public static func < (left: BodyCode, right: BodyCode) -> Bool { left.slug < right.slug }
    public var description: String { text }
}
