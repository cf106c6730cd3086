import Meetings

/// The fields that application forms have, by what they ask for.
enum ApplicationLabel: Sendable, CaseIterable {
    case name
    case owner
    case partners
    case purpose
    case targetGroup
    case start
    case end
    case period
    case budget
    case organisation
    case organisationAndDate
    case signatureDate
    case signature
    case signatureName
    case clarifiedName
    case email
    case phone
    case contact
    /// Who prepares it, at the one that is applied to.
    case officer
    case role
}

extension ApplicationLabel {
    private static let words: [(String, ApplicationLabel)] = [
        ("insatsens namn", .name), ("namn pa insatsen", .name), ("insatsens titel", .name), ("projektets namn", .name),
        ("projektnamn", .name), ("verksamhetens namn", .name), ("namn pa projektet", .name), ("insats", .name),
        ("namn pa verksamheten", .name), ("projektets titel", .name),
        ("insatsagare", .owner), ("projektagare", .owner), ("sokande organisation", .owner), ("sokande", .owner),
        ("huvudsokande", .owner), ("ansvarig organisation", .owner), ("ansvarig part", .owner),
        ("samverkansparter", .partners), ("samverkanspart", .partners), ("samverkande parter", .partners),
        ("medsokande", .partners), ("deltagande parter", .partners), ("medverkande parter", .partners),
        ("ovriga parter", .partners), ("parter", .partners), ("samarbetsparter", .partners),
        ("beskriv syftet med insatsen", .purpose), ("beskriv syftet", .purpose), ("insatsens syfte", .purpose),
        ("syfte med insatsen", .purpose), ("syftet med insatsen", .purpose), ("syfte", .purpose),
        ("beskriv malgrupp for insatsen", .targetGroup), ("beskriv malgruppen", .targetGroup),
        ("beskriv malgrupp", .targetGroup), ("insatsens malgrupp", .targetGroup), ("malgrupp", .targetGroup),
        ("malgrupp for insatsen", .targetGroup),
        ("planerat startdatum", .start), ("planerad start", .start), ("startdatum", .start), ("start", .start),
        ("insatsen startar", .start), ("fran och med", .start), ("projektstart", .start),
        ("planerad startdatum", .start),
        ("planerat slutdatum", .end), ("planerat slut", .end), ("planerad avslutning", .end), ("slutdatum", .end),
        ("slut", .end), ("insatsen avslutas", .end), ("till och med", .end), ("projektslut", .end),
        ("planerad insatstid", .period), ("insatstid", .period), ("projekttid", .period), ("projektperiod", .period),
        ("tidsperiod", .period), ("planerad tid", .period), ("period", .period), ("ansokan avser perioden", .period),
        ("ange budget finansiering", .budget), ("ange budget", .budget), ("budget", .budget), ("sokt belopp", .budget),
        ("budget och finansiering", .budget), ("sokta medel", .budget), ("ansokt belopp", .budget),
        ("sokt finansiering", .budget), ("belopp", .budget), ("total budget", .budget), ("kostnader totalt", .budget),
        ("organisation och datum", .organisationAndDate), ("organisation datum", .organisationAndDate),
        ("organisation", .organisation), ("myndighet", .organisation), ("ort och datum", .signatureDate),
        ("datum", .signatureDate), ("underskrift", .signature), ("underskrifter", .signature),
        ("namnteckning", .signature), ("namnfortydligande", .clarifiedName), ("namn", .signatureName),
        ("insatsagare namn", .signatureName), ("samverkanspart namn", .signatureName),
        ("insatsagare namnfortydligande", .clarifiedName), ("samverkanspart namnfortydligande", .clarifiedName),
        ("behorig foretradare", .signatureName), ("firmatecknare", .signatureName), ("befattning", .role),
        ("titel", .role), ("e post", .email), ("epost", .email), ("e postadress", .email), ("mail", .email),
        ("telefon", .phone), ("telefonnummer", .phone), ("mobil", .phone), ("kontaktperson", .contact),
        ("handlaggare", .officer), ("ansvarig handlaggare", .officer), ("handlaggande tjansteman", .officer),
    ]
    private static let index = Dictionary(words.map { ($0.0, $0.1) }) { first, _ in first }

    /// Which field a label asks for; nil for words that are none.
    init?(words: String) {
        if let label = ApplicationLabel.index[words] {
            self = label
        } else if words.hasSuffix(" namnfortydligande") {
            self = .clarifiedName
        } else if let (_, label) = ApplicationLabel.openings.first(where: { words.hasPrefix($0.0 + " ") }) {
            self = label
        } else {
            return nil
        }
    }

    /// Questions that go on in words of their own: "Ange budget (separat mall ska bifogas)".
    private static let openings: [(String, ApplicationLabel)] = [
        ("ange budget", .budget), ("beskriv budget", .budget), ("beskriv syfte", .purpose),
        ("beskriv syftet", .purpose),
        ("ange syfte", .purpose), ("ange syftet", .purpose), ("beskriv malgrupp", .targetGroup),
        ("beskriv malgruppen", .targetGroup), ("ange malgrupp", .targetGroup), ("budget och", .budget),
        ("ange sokt belopp", .budget), ("hur mycket medel", .budget),
    ]

    /// True for a line that begins as a form's field does.
    static func isOne(_ line: String) -> Bool {
        let label = line.utf8.count <= 120 ? line.cells.first ?? "" : ""
        let words = (label.split(separator: ":").first.map(String.init) ?? label).foldedWords
        return ApplicationLabel(words: words) != nil
    }

    /// Fields with a short answer; they are no headings of sections.
    var isShort: Bool {
        switch self {
        case .owner, .partners, .purpose, .targetGroup, .budget, .signature, .period: false
        default: true
        }
    }

    var isSignatures: Bool {
        switch self {
        case .organisationAndDate, .signatureDate, .signature, .signatureName, .clarifiedName, .email, .phone: true
        default: false
        }
    }
}
