import Site
import Theme

/// An ärende as the theme's template `utskick-arende` sees it.
struct MatterPaper: TemplateContext {
    let page: MatterPage
    let row: MatterRow
    let number: String?
    let way: [WayStep]
    let papers: [PacketLine]

    static let shapeName = "ärende i utskicket"
    static let fields: [Field<Self>] = [
        .object("sida") { $0.page },
        .object("arende") { $0.row },
        .text("nummer") { $0.number },
        .flag("har_vag") { !$0.way.isEmpty },
        .list("vag") { $0.way },
        .flag("har_bilagor") { !$0.papers.isEmpty },
        .list("bilagor") { $0.papers },
    ]
}

/// A meeting that has handled the ärende before this one, and this one. What comes after is not known yet.
struct WayStep: TemplateContext {
    let body: String
    let date: String
    let role: String
    /// "§ 12, Tillstyrkt"
    let outcome: String?

    static let shapeName = "steg på vägen"
    static let fields: [Field<Self>] = [
        .text("organ") { $0.body }, .text("datum") { $0.date }, .text("roll") { $0.role },
        .text("utfall") { $0.outcome },
    ]
}

/// A bilaga that is a text, as the theme's template `utskick-bilaga` sees it.
struct TextPaper: TemplateContext {
    let line: PacketLine
    let matterTitle: String
    let text: PlacedProse

    static let shapeName = "bilaga i utskicket"
    static let fields: [Field<Self>] = [
        .text("nummer") { $0.line.number },
        .text("titel") { $0.line.title },
        .text("dnr") { $0.line.dnr },
        .text("arendetitel") { $0.matterTitle },
        .flag("ledamoter") { $0.line.isMembersOnly },
        .fragment("text") { $0.text.append(to: &$1) },
    ]
}
