/// What klubba.yml and the theme said when a line was written, as far as a decision's meaning hangs on it (FORMAT §13).
public struct LogSettings: Hashable, Sendable {
    public var bodies: [Body]
    /// The notice board's rules.
    public var daysToPost: Int
    public var appealDays: Int
    public var keptAt: String
    public var appealPage: String
    /// The words of the outcomes, by their keys in the theme.
    public var words: [Word]
    /// The site's own theme, file by file: templates, words, style sheets, scripts.
    public var templates: [Template]

    public init(
        bodies: [Body], daysToPost: Int, appealDays: Int, keptAt: String, appealPage: String, words: [Word],
        templates: [Template]
    ) {
        (self.bodies, self.daysToPost, self.appealDays) = (bodies, daysToPost, appealDays)
        (self.keptAt, self.appealPage, self.words, self.templates) = (keptAt, appealPage, words, templates)
    }

    public struct Body: Hashable, Sendable {
        public var code: String
        public var name: String
        /// `beredande` or `beslutande`.
        public var role: String

        public init(code: String, name: String, role: String) { (self.code, self.name, self.role) = (code, name, role) }
    }

    public struct Word: Hashable, Sendable {
        /// `utfall_bifall`
        public var key: String
        public var text: String

        public init(key: String, text: String) { (self.key, self.text) = (key, text) }
    }

    public struct Template: Hashable, Sendable {
        /// Under the site's root.
        public var path: String
        public var digest: Digest

        public init(path: String, digest: Digest) { (self.path, self.digest) = (path, digest) }
    }
}

extension LogSettings {
    /// What is another now: the file, and the words before and after. Nothing of a template's words is known.
    public func changes(to now: LogSettings) -> [(file: String, what: String, old: String, new: String)] {
        var changes: [(file: String, what: String, old: String, new: String)] = []
        func compare(_ file: String, _ what: String, _ old: String, _ new: String) {
            if old != new { changes.append((file, what, old, new)) }
        }
        func texts(_ bodies: [Body]) -> [String: String] {
            Dictionary(bodies.map { ($0.code, "\($0.name), \($0.role)") }, uniquingKeysWith: { first, _ in first })
        }
        let (before, after) = (texts(bodies), texts(now.bodies))
        for code in bodies.map(\.code) + now.bodies.map(\.code).filter({ before[$0] == nil }) {
            compare("klubba.yml", "organ \(code)", before[code] ?? "", after[code] ?? "")
        }
        compare("klubba.yml", "tillkännage-inom-dagar", "\(daysToPost)", "\(now.daysToPost)")
        compare("klubba.yml", "överklagandetid-dagar", "\(appealDays)", "\(now.appealDays)")
        compare("klubba.yml", "förvaras", keptAt, now.keptAt)
        compare("klubba.yml", "överklagan", appealPage, now.appealPage)
        let known = Dictionary(now.words.map { ($0.key, $0.text) }, uniquingKeysWith: { first, _ in first })
        for word in words { compare("theme/texter", word.key, word.text, known[word.key] ?? word.text) }
        let templates = Dictionary(now.templates.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
        for template in self.templates where templates[template.path] != template.digest {
            changes.append((template.path, "", "", ""))
        }
        let former = Set(self.templates.map(\.path))
        for template in now.templates where !former.contains(template.path) {
            changes.append((template.path, "", "", ""))
        }
        return changes
    }
}
