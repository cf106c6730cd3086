import Meetings

/// One file of the site, before it is written.
public struct PlannedPage: Sendable {
    /// From the site's root: `arenden/2019-30/index.html`.
    public let path: String
    public let content: Content
    /// True for an address that stays: when a later plan lacks it, a tombstone takes its place.
    public let isPermanent: Bool
    /// The file that it is made from, for messages.
    public let source: String
    var origin: Origin = .site
    /// Part of the search's index, which says what pages and files say that are looked at themselves.
    public var isIndex = false

    public enum Content: Sendable {
        case bytes(@Sendable (inout [UInt8]) -> Void)
        /// The absolute path of a file that is copied.
        case copy(String)
    }
}

extension PlannedPage {
    static func page(
        _ address: String, source: String, isPermanent: Bool = false, of origin: Origin = .site,
        _ render: @escaping @Sendable (inout [UInt8]) -> Void
    ) -> PlannedPage {
        PlannedPage(
            path: address + "index.html", content: .bytes(render), isPermanent: isPermanent, source: source,
            origin: origin)
    }

    /// Where a file of no kind of its own is published: under its own path, each part of it as an address.
    package static func published(_ path: String) -> String {
        path.split(separator: "/").map { part in
            let dot = part.lastIndex(of: ".").flatMap { $0 > part.startIndex ? $0 : nil } ?? part.endIndex
            let ending = dot < part.endIndex ? Slug(String(part[part.index(after: dot)...])) : nil
            let stem = Slug(String(part[..<dot]))?.text ?? "fil"
            return ending.map { "\(stem).\($0)" } ?? stem
        }.joined(separator: "/")
    }
}
