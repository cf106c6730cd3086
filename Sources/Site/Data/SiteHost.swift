/// The host of the site's address, and the path below which the site lies there.
struct SiteHost: Hashable, Sendable {
    /// `handlingar.example.se`, in lower case and without a port.
    let name: String
    /// `` or `arkiv/`.
    let path: String
}

extension SiteHost {
    init(_ address: String) {
        let parts = address.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        let authority = parts.dropFirst().first ?? address
        let host = authority.split(separator: "@").last.map(String.init) ?? authority
        name = (host.split(separator: ":").first.map(String.init) ?? host).lowercased()
        path = parts.dropFirst(2).map { $0 + "/" }.joined()
    }
}
