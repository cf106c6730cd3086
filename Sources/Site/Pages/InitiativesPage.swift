import Theme

/// `/insatser/`: the funds of each initiative, by the years that they are for.
struct InitiativesPage: TemplateContext {
    let initiatives: [InitiativeContext]
    let sums: [SumRow]

    static let shapeName = "insatser"
    static let fields: [Field<Self>] = [
        .flag("tom") { $0.initiatives.isEmpty },
        .list("insatser") { $0.initiatives },
        .flag("har_summor") { !$0.sums.isEmpty },
        .list("summor") { $0.sums },
    ]
}

struct InitiativeContext: TemplateContext {
    let name: String
    let anchor: String
    let owner: String?
    let partners: String?
    let grants: [GrantRow]
    let sum: String?

    static let shapeName = "insats"
    static let fields: [Field<Self>] = [
        .text("namn") { $0.name },
        .text("ankare") { $0.anchor },
        .text("insatsagare") { $0.owner },
        .text("samverkansparter") { $0.partners },
        .list("medel") { $0.grants },
        .text("summa") { $0.sum },
    ]
}

struct GrantRow: TemplateContext {
    /// "2021", "2021–2024"
    let years: String?
    let amount: String?
    /// The address of the clause that says so, or of the matter.
    let address: String?
    let matter: MatterRow
    let meeting: MeetingRow?
    let state: String

    static let shapeName = "medel"
    static let fields: [Field<Self>] = [
        .text("ar") { $0.years },
        .text("belopp") { $0.amount },
        .text("lank") { $0.address },
        .object("arende") { $0.matter },
        .object("mote") { $0.meeting },
        .text("lage") { $0.state },
    ]
}

struct SumRow: TemplateContext {
    let years: String
    let count: Int
    let amount: String

    static let shapeName = "summa"
    static let fields: [Field<Self>] = [
        .text("ar") { $0.years }, .text("antal") { String($0.count) }, .text("belopp") { $0.amount },
    ]
}
