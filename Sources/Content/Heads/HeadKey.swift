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
}
