import Meetings

/// Where what a letter links to is found on the web.
public struct LetterLinks: Sendable {
    /// Where members read their edition; nil where nobody has said.
    public let members: String?
    /// Where everybody reads; nil likewise.
    public let everybody: String?
    /// The paths of the public edition, a page's with `index.html`.
    private let publicPaths: Set<String>

    public init(_ profile: SiteProfile, publicPaths: Set<String>) {
        (members, everybody) = (profile.membersPlace?.control.map(Self.bare), profile.address.map(Self.bare))
        self.publicPaths = publicPaths
    }
}

extension LetterLinks {
    private static func bare(_ address: String) -> String {
        address.hasSuffix("/") ? String(address.dropLast()) : address
    }

    /// The whole address of a path from the site's root; nil where the reader finds nothing there.
    func address(_ path: String, for audience: Audience) -> String? {
        if audience == .members, let members { return "\(members)/\(path)" }
        let page = path.prefix { $0 != "#" }
        let isPublic = publicPaths.contains(page.isEmpty || page.hasSuffix("/") ? page + "index.html" : String(page))
        guard let everybody, isPublic else { return nil }
        return "\(everybody)/\(path)"
    }

    /// A page whose links lead to the web; those that lead nowhere are words alone. Its pictures are left out: no letter
    /// fetches anything.
    func placed(_ html: [UInt8], for audience: Audience) -> [UInt8] {
        var out: [UInt8] = []
        var rest = html[...]
        let mark = Array(" href=\"".utf8)
        while let start = rest.firstRange(of: mark) {
            out += rest[..<start.lowerBound]
            let end = rest[start.upperBound...].firstIndex(of: UInt8(ascii: "\"")) ?? rest.endIndex
            let written = String(decoding: rest[start.upperBound..<end], as: UTF8.self)
            if let address = whole(written, for: audience) { out += " href=\"\(address)\"".utf8 }
            rest = rest[min(end + 1, rest.endIndex)...]
        }
        return withoutPictures(out + rest)
    }

    /// Words of a placed page would lead somewhere, if the reader found anything there.
    static func hasLostLinks(_ html: [UInt8]) -> Bool {
        let links = html.ranges(of: Array("<a ".utf8)).count + html.ranges(of: Array("<a>".utf8)).count
        return links > html.ranges(of: Array(" href=\"".utf8)).count
    }

    private func whole(_ written: String, for audience: Audience) -> String? {
        for scheme in ["https://", "http://", "mailto:"] where written.hasPrefix(scheme) { return written }
        var path = written[...]
        while path.hasPrefix("../") || path.hasPrefix("./") { path = path.drop { $0 == "." }.dropFirst() }
        return path.isEmpty || path.first == "#" ? nil : address(String(path), for: audience)
    }

    private func withoutPictures(_ html: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var rest = html[...]
        while let start = rest.firstRange(of: Array("<img ".utf8)) {
            out += rest[..<start.lowerBound]
            let end = rest[start.upperBound...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
            rest = rest[min(end + 1, rest.endIndex)...]
        }
        return out + rest
    }
}
