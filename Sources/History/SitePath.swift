/// A file that the desk may write: below content/ or theme/, or klubba.yml, by its path from the site's root. No hidden
/// part, no `..`, and nothing that klubba's own commands write.
public struct SitePath: Hashable, Sendable, CustomStringConvertible {
    public let description: String
    let parts: [String]

    public init?(_ text: String) {
        guard text.utf8.count <= 1000,
            !text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == "\\" })
        else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isPlain = parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && $0.utf8.count <= 255 }
        guard isPlain, text == "klubba.yml" || parts.count > 1 && ["content", "theme"].contains(parts[0]) else {
            return nil
        }
        if parts[0] == "content" {
            let name = parts[1].lowercased()
            let isOwn = name == "forsegling" || parts.count == 2 && SitePath.written.contains(name)
            if isOwn { return nil }
        }
        (description, self.parts) = (text, parts)
    }

    /// What the commands write, directly below content/.
    private static let written = ["beslutslogg.jsonl", "granskade.jsonl", "nycklar.txt"]
}

extension SitePath: Comparable {
    public static func < (left: SitePath, right: SitePath) -> Bool { left.description < right.description }
}
