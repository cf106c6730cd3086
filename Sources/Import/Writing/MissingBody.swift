import Content
import Meetings

/// A body that the papers name and klubba.yml hasn't.
public struct MissingBody: Hashable, Sendable {
    public let code: String
    public let name: String

    /// As a line under `organ:`.
    var line: String {
        "- {kod: \(code), namn: \(HeadText.scalar(name.spoken)), roll: \(role == .preparing ? "beredande" : "beslutande")}"
    }

    var body: Body? { BodyCode(code).map { Body(code: $0, name: name.spoken, role: role) } }

    /// An arbetsutskott and a beredning prepare what another decides.
    var role: Body.Role { MissingBody.role(of: name) }

    static func role(of name: String) -> Body.Role {
        let last = name.folded.split { $0 == " " || $0 == "-" }.last ?? ""
        return ["utskott", "utskottet", "beredning", "beredningen"].contains { last.hasSuffix($0) }
            ? .preparing : .deciding
    }
}

/// All of them together, to paste or to write.
public enum MissingBodies {
    public static func block(_ bodies: [MissingBody]) -> String {
        (["organ:"] + bodies.map { "  " + $0.line }).joined(separator: "\n")
    }

    /// A klubba.yml with them last under `organ:`; nil where its list is written in a way that a person has to change.
    public static func added(_ bodies: [MissingBody], to profile: String) -> String? {
        var lines = profile.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let start = lines.firstIndex(where: { $0.trimmed == "organ:" || $0.hasPrefix("organ: #") }) else {
            guard !lines.contains(where: { $0.hasPrefix("organ:") }) else { return nil }
            let end = profile.isEmpty || profile.hasSuffix("\n") ? "" : "\n"
            return profile + end + block(bodies) + "\n"
        }
        var end = start + 1
        var last = start
        while end < lines.count, lines[end].trimmed.isEmpty || " -#".contains(lines[end].first ?? " ") {
            if !lines[end].trimmed.isEmpty, !lines[end].hasPrefix("#") { last = end }
            end += 1
        }
        let first = lines[(start + 1)...last].first { $0.trimmed.hasPrefix("-") }
        let indent = first.map { String($0.prefix { $0 == " " }) } ?? "  "
        lines.insert(contentsOf: bodies.map { indent + $0.line }, at: last + 1)
        return lines.joined(separator: "\n")
    }

    /// The bodies of a site with these.
    public static func bodies(_ bodies: [Body], with missing: [MissingBody]) -> [Body] {
        bodies + missing.compactMap(\.body).filter { body in !bodies.contains { $0.code == body.code } }
    }
}
