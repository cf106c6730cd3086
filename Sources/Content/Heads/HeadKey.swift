import Meetings

/// The keys that a head may have, in any kind of file; and those that say who may see it.
enum HeadKey {
    /// As they are compared.
    static let all: Set<String> = [
        "dnr", "titel", "bilaga", "bilagor", "handlaggare", "typ", "insats", "insatsagare", "samverkansparter",
        "period",
        "belopp", "undertecknat", "synlighet", "sekretess", "publiceras", "tidigare-dnr", "parter", "malgrupp", "syfte",
        "planerad-start", "planerat-slut", "budget", "datum", "personuppgifter-granskade", "granskad", "nummer", "fil",
        "organ", "tid", "plats", "kallelse", "status", "dagordning", "flyttat-fran", "underskrivet", "original",
        "ordforande", "sekreterare", "narvarande", "ersattare", "franvarande", "ovriga", "justerare", "justerat",
        "anslaget", "forvaras", "nedtaget", "au", "fs",
    ]

    /// A mistake in one of these would publish what was meant to be hidden.
    static let guarding = ["synlighet", "sekretess", "publiceras"]

    /// The guarding key that somebody meant by a key that has no meaning here: one nearly spelt as it is, or what other
    /// programs call it.
    static func guarding(meantBy key: String, among known: [String]) -> String? {
        let folded = FieldKey.fold(key)
        if let same = guarding.first(where: { $0 == folded }) { return same }
        if let other = otherNames[folded] { return other }
        if beginnings.contains(where: { folded.hasPrefix($0) }), !known.contains(where: { FieldKey.fold($0) == folded })
        {
            return "synlighet"
        }
        guard let nearest = Spelling.nearest(to: key, among: known + guarding) else { return nil }
        return guarding.contains(nearest) ? nearest : nil
    }

    /// What begins keys like "synlig för", "visas" and "åtkomst".
    private static let beginnings = [
        "synlig", "visas", "visning", "atkomst", "offentlig", "behorig", "access", "audience",
    ]

    private static let otherNames: [String: String] = [
        "draft": "synlighet", "utkast": "synlighet", "visibility": "synlighet", "hidden": "synlighet",
        "dold": "synlighet", "private": "synlighet", "privat": "synlighet", "intern": "synlighet",
        "internt": "synlighet", "hemlig": "sekretess", "hemligt": "sekretess", "konfidentiellt": "sekretess",
        "sekretessbelagd": "sekretess", "sekretessgrund": "sekretess", "publicera": "publiceras",
        "publicerad": "publiceras", "publiceras-den": "publiceras", "embargo": "publiceras",
        "publiceringsdatum": "publiceras",
        "published": "publiceras", "publish": "publiceras", "publishdate": "publiceras",
        "publish-date": "publiceras",
    ]
}

extension FrontMatter.Entry {
    /// "synlighet", where a key of another name says what that key can say to hide something: "för: ledamöter".
    var meantVisibility: String? {
        guard case .text(let word) = value.content else { return nil }
        let hiding = Visibility.allCases.filter { $0 != .public }.map { FieldKey.fold($0.rawValue) }
        return hiding.contains(FieldKey.fold(word)) ? "synlighet" : nil
    }
}
