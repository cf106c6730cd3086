import Letters
import Packet
import Site
import Theme

/// What may be named in the theme's templates, made from the types of the pages themselves.
struct ThemeReference {
    let templates: [any DescribedTemplate]
    let meanings = KeyMeanings()

    init() {
        var problems: [ThemeProblem] = []
        let theme = Theme(overrides: [], language: "sv", problems: &problems)
        templates =
            SitePlan.templates(of: theme) + PacketMaker.templates(of: theme) + LetterWriter.templates(of: theme)
    }
}

extension ThemeReference {
    /// Every kind of context once, in the order in which templates meet them.
    var groups: [KeyReference.Group] {
        var seen: Set<String> = []
        return templates.flatMap(\.reference.groups).filter { seen.insert($0.name).inserted }
    }

    /// Of one template: its page's own names first. Nil for one that other templates fetch, where the names are those of
    /// the place.
    func keys(of template: String) -> KeyReference? { templates.first { $0.name == template }?.reference }

    /// The group that a page's own names are in, below `sida`.
    func ownGroup(_ template: any DescribedTemplate) -> String? {
        template.reference.groups.first?.keys.first { $0.name == "sida" }?.group
    }

    static func kind(_ key: KeyReference.Key) -> String {
        switch key.kind {
        case .text: "text"
        case .html, .fragment: "html"
        case .flag: "villkor"
        case .object: "del"
        case .list: key.group == nil ? "lista av text" : "lista"
        }
    }

    /// Of one template, as `klubba theme arende --keys` prints it.
    func text(of template: String) -> String? {
        guard let reference = keys(of: template) else { return nil }
        return reference.groups.map { group in
            "\(group.name)\n"
                + group.keys.map { key in
                    let kind = ThemeReference.kind(key)
                    let padded = key.name + String(repeating: " ", count: max(1, 24 - key.name.count))
                    let way = key.group.map { " → \($0)" } ?? ""
                    return "  \(padded)\(kind)\(way): \(meanings.meaning(of: key.name, in: group.name) ?? "")"
                }.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}

extension ThemeReference {
    /// Of the default theme.
    static var templatePaths: [String] { ThemeDefaults(language: "sv").paths.filter { $0.hasSuffix(".mustache") } }
}
