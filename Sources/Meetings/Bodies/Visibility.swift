/// Who may see a matter, a bilaga, a meeting or a page (FORMAT §8).
public enum Visibility: String, CaseIterable, Sendable {
    case `public` = "offentlig"
    case members = "ledamöter"
    case secret = "sekretess"
}

/// Whom a site is built for.
public enum Audience: String, CaseIterable, Sendable {
    case `public`
    case members
    /// Sees all there is. No site is ever built for it.
    case archive
}

extension Audience {
    /// Secret content is for no audience of a site: it leaves a stub at most.
    public func maySee(_ visibility: Visibility) -> Bool {
        if self == .archive { return true }
        return switch visibility {
        case .public: true
        case .members: self == .members
        case .secret: false
        }
    }
}
