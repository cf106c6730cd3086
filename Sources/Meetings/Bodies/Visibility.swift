/// Who may see a matter, a bilaga, a meeting or a page (FORMAT §8).
public enum Visibility: String, CaseIterable, Sendable {
    case `public` = "offentlig"
    case members = "ledamöter"
    case secret = "sekretess"
    /// Being written: for no audience, only in the preview.
    case draft = "utkast"
}

extension Visibility: Comparable {
    /// The stricter is the greater.
    public static func < (left: Visibility, right: Visibility) -> Bool {
        let order: [Visibility] = [.public, .members, .secret, .draft]
        return (order.firstIndex(of: left) ?? 3) < (order.firstIndex(of: right) ?? 3)
    }
}

/// Whom a site is built for.
public enum Audience: String, Sendable {
    case `public`
    case members
    /// Sees all there is. No site is ever built for it.
    case archive
}

extension Audience {
    /// Those that a site is built for.
    public static let editions: [Audience] = [.public, .members]

    /// Nil for a word that is no edition's: no site is built for it.
    public init?(edition: String) {
        guard let audience = Audience(rawValue: edition), Audience.editions.contains(audience) else { return nil }
        self = audience
    }

    /// Secret content is for no audience of a site: it leaves a stub at most.
    public func maySee(_ visibility: Visibility) -> Bool {
        if self == .archive { return true }
        return switch visibility {
        case .public: true
        case .members: self == .members
        case .secret, .draft: false
        }
    }
}
