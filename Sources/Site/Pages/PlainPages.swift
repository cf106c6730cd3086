import Theme

/// `/`: the next meeting, what can be appealed now, the latest decisions, then the rest (FORMAT §9).
struct FrontPage: TemplateContext {
    let title: String
    let text: PlacedProse?
    let coming: [MeetingRow]
    let recent: [MeetingRow]
    let notices: [NoticeRow]
    let decisions: [DecisionRow]

    static let shapeName = "startsida"
    static let fields: [Field<Self>] = [
        .text("titel") { $0.title },
        .flag("har_text") { $0.text.map { !$0.prose.isEmpty } ?? false },
        .fragment("text") { $0.text?.append(to: &$1) },
        .object("nasta") { $0.next },
        .flag("har_darefter") { !$0.later.isEmpty },
        .list("darefter") { $0.later },
        .flag("har_senaste") { !$0.recent.isEmpty },
        .list("senaste") { $0.recent },
        .flag("har_anslag") { !$0.notices.isEmpty },
        .list("anslag") { $0.notices },
        .flag("har_beslut") { !$0.decisions.isEmpty },
        .list("beslut") { $0.decisions },
    ]
}

extension FrontPage {
    /// A cancelled meeting is told of, but is not the next one.
    private var next: MeetingRow? { coming.first { !$0.isCancelled } }

    private var later: [MeetingRow] { coming.filter { $0.address != next?.address } }
}

/// A page of its own: om, tillgänglighet.
struct FreePage: TemplateContext {
    let title: String
    let text: PlacedProse
    /// Why it is in no edition; only a preview has such.
    let holding: HoldingMark?

    static let shapeName = "sida"
    static let fields: [Field<Self>] = [
        .text("titel") { $0.title }, .fragment("text") { $0.text.append(to: &$1) },
        .flag("utkast") { $0.holding?.isDraft ?? false }, .text("publiceras") { $0.holding?.day },
    ]
}

/// A page that only says something: 404, a secret matter's stub, a tombstone.
struct NoticePage: TemplateContext {
    let title: String
    let dnr: String?
    let secrecyGround: String?
    let meetings: [MeetingRow]

    static let shapeName = "besked"
    static let fields: [Field<Self>] = [
        .text("titel") { $0.title },
        .text("dnr") { $0.dnr },
        .text("sekretessgrund") { $0.secrecyGround },
        .flag("har_moten") { !$0.meetings.isEmpty },
        .list("moten") { $0.meetings },
    ]
}

/// A page at an address that once had another: what became of that, and where to go.
struct ReferencePage: TemplateContext {
    let title: String
    let text: String
    let link: NamedLink

    static let shapeName = "hänvisning"
    static let fields: [Field<Self>] = [
        .text("titel") { $0.title },
        .text("forklaring") { $0.text },
        .text("lank") { $0.link.address },
        .text("lanktext") { $0.link.text },
    ]
}
