import Theme

/// `/`: the next meeting first, then the latest decisions.
struct FrontPage: TemplateContext {
    let text: PlacedProse?
    let coming: [MeetingRow]
    let recent: [MeetingRow]
    let decisions: [DecisionRow]

    static let shapeName = "startsida"
    static let fields: [Field<Self>] = [
        .fragment("text") { $0.text?.append(to: &$1) },
        .flag("har_kommande") { !$0.coming.isEmpty },
        .list("kommande") { $0.coming },
        .flag("har_senaste") { !$0.recent.isEmpty },
        .list("senaste") { $0.recent },
        .flag("har_beslut") { !$0.decisions.isEmpty },
        .list("beslut") { $0.decisions },
    ]
}

/// A page of its own: om, tillgänglighet.
struct FreePage: TemplateContext {
    let title: String
    let text: PlacedProse

    static let shapeName = "sida"
    static let fields: [Field<Self>] = [.text("titel") { $0.title }, .fragment("text") { $0.text.append(to: &$1) }]
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
        .list("moten") { $0.meetings },
    ]
}
