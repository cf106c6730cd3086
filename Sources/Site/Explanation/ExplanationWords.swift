import Diagnostics
import Meetings

/// What an explanation is said in.
struct ExplanationWords {
    private let isSwedish: Bool

    init(_ language: MessageLanguage) { isSwedish = language == .swedish }

    private func word(_ swedish: String, _ english: String) -> String { isSwedish ? swedish : english }

    var matter: String { word("ärende", "matter") }
    var attachment: String { word("bilaga", "bilaga") }
    var meeting: String { word("möte", "meeting") }
    var minutes: String { word("protokoll", "record") }
    var page: String { word("sida", "page") }
    var copied: String { word("fil som kopieras", "copied file") }
    var unread: String { word("lästes inte", "not read") }
    var nobody: String { word("ingen", "nobody") }
    var likeItsMeeting: String {
        word("som mötet, och varje paragraf som sitt ärende", "as the meeting, each § as its matter")
    }
    var head: String { word("Huvudet", "Front matter") }
    var readers: String { word("Vem som ser det", "Who sees it") }
    var addresses: String { word("Adresser", "Addresses") }
    var noAddress: String { word("ingen", "none") }
    var frontPage: String { word("startsidan", "the front page") }
    var proposal: String { word("Förslag till beslut", "Proposed decision") }
    var meetings: String { word("Möten", "Meetings") }
    var attachments: String { word("Bilagor", "Bilagor") }
    var agenda: String { word("Föredragningslistan", "Agenda") }
    var paragraphs: String { word("Paragrafer", "Paragraphs") }
    var meaningless: String { word("Betyder ingenting för Klubba", "Means nothing to Klubba") }
    var messages: String { word("Meddelanden", "Messages") }
    var noDecision: String { word("inget beslut hittades", "no decision was found") }
    var noNumber: String { word("inget nummer", "no number") }
    var missingFile: String { word("saknas", "missing") }

    func line(_ number: Int) -> String { word("rad \(number)", "line \(number)") }

    func readers(_ visibility: Visibility, _ holding: Holding?) -> String {
        switch (holding, visibility) {
        case (.embargo(.until(let date), let later), _):
            word("ingen före \(date), sedan ", "nobody before \(date), then ") + readers(later, nil)
        case (.embargo(.unreadable, _), _): nobody
        case (_, .public): word("alla", "everybody")
        case (_, .members): word("ledamöterna", "the members")
        case (_, .secret): word("ingen (sekretess)", "nobody (secret)")
        case (_, .draft): word("ingen (utkast)", "nobody (a draft)")
        }
    }
}
