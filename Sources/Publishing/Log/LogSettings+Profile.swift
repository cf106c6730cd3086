import Ledger
import Meetings
import Theme

extension LogSettings {
    /// What klubba.yml and the theme say now.
    init(_ profile: SiteProfile, words: [String: String], templates: [Theme.File]) {
        self.init(
            bodies: profile.bodies.map {
                Body(
                    code: $0.code.slug.text, name: $0.name,
                    role: $0.role == .deciding ? "beslutande" : "beredande")
            },
            daysToPost: profile.noticeRules.daysToPost, appealDays: profile.noticeRules.appealDays,
            keptAt: profile.noticeRules.keptAt ?? "", appealPage: profile.noticeRules.appealPage ?? "",
            words: words.filter { $0.key.hasPrefix("utfall_") }.sorted { $0.key < $1.key }.map {
                Word(key: $0.key, text: $0.value)
            },
            // A style sheet or a script may say as much as a template.
            templates: templates.map { Template(path: "theme/" + $0.path, digest: Digest(of: $0.bytes)) })
    }
}

extension LogSettings {
    var noticeRules: NoticeRules {
        var rules = NoticeRules()
        (rules.daysToPost, rules.appealDays) = (daysToPost, appealDays)
        rules.keptAt = keptAt.isEmpty ? nil : keptAt
        rules.appealPage = appealPage.isEmpty ? nil : appealPage
        return rules
    }
}
