import Theme

/// `/uppfoljning/`: what decisions ask for by a day; first what is not answered yet.
struct FollowUpPage: TemplateContext {
    let open: [FollowUpRow]
    let answered: [FollowUpRow]

    static let shapeName = "uppföljningssida"
    static let fields: [Field<Self>] = [
        .flag("tom") { $0.open.isEmpty && $0.answered.isEmpty },
        .flag("har_oppna") { !$0.open.isEmpty },
        .list("oppna") { $0.open },
        .flag("har_besvarade") { !$0.answered.isEmpty },
        .list("besvarade") { $0.answered },
    ]
}

extension FollowUpPage {
    init(_ edition: Edition) {
        let rows = edition.register.followUps.items.compactMap { edition.row($0) }
        open = rows.filter { $0.answer == nil }
        answered = rows.filter { $0.answer != nil }.reversed()
    }
}
