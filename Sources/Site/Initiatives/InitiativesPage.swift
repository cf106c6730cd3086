import Theme

/// `/insatser/`: every initiative with its funds, and what they add up to by the years that they are for.
struct InitiativesPage: TemplateContext {
    let rows: [InitiativeRow]
    let links: PartLinks?
    let sums: [SumRow]
    /// Of all years; nil where there is but one row.
    let total: SumRow?
    let chart: FundChart?

    static let shapeName = "insatser"
    static let fields: [Field<Self>] = [
        .flag("tom") { $0.rows.isEmpty },
        .list("insatser") { $0.rows },
        .object("delar") { $0.links },
        .flag("har_summor") { !$0.sums.isEmpty },
        .list("summor") { $0.sums },
        .object("totalt") { $0.total },
        .object("diagram") { $0.chart },
    ]
}

struct InitiativeRow: TemplateContext {
    let name: String
    let address: String
    let owner: String?
    /// "2021–2024"
    let years: String?
    let sum: SumRow

    static let shapeName = "insats i lista"
    static let fields: [Field<Self>] = [
        .text("namn") { $0.name },
        .text("lank") { $0.address },
        .text("insatsagare") { $0.owner },
        .text("ar") { $0.years },
        .object("summa") { $0.sum },
    ]
}

/// `/insatser/bron/`: one initiative, ärende by ärende.
struct InitiativePage: TemplateContext {
    let name: String
    let owner: String?
    let partners: String?
    let grants: [GrantRow]
    let sum: SumRow?

    static let shapeName = "insats"
    static let fields: [Field<Self>] = [
        .text("namn") { $0.name },
        .text("insatsagare") { $0.owner },
        .text("samverkansparter") { $0.partners },
        .list("medel") { $0.grants },
        .object("summa") { $0.sum },
    ]
}

struct GrantRow: TemplateContext {
    /// "2021", "2021–2024"
    let years: String?
    let proposed: String?
    /// Nil while nothing is decided.
    let granted: String?
    /// The address of the clause that proposes it, or of the matter.
    let address: String?
    /// Where it was granted: the same clause, or the § that decided otherwise.
    let grantAddress: String?
    let matter: MatterRow
    let meeting: MeetingRow?
    let state: String
    let isExtension: Bool
    /// Other matters of the initiative with money for the same time.
    let overlaps: [MatterRow]

    static let shapeName = "medel"
    static let fields: [Field<Self>] = [
        .text("ar") { $0.years },
        .text("foreslaget") { $0.proposed },
        .text("beviljat") { $0.granted },
        .text("lank") { $0.address },
        .text("beslutslank") { $0.grantAddress },
        .object("arende") { $0.matter },
        .object("mote") { $0.meeting },
        .text("lage") { $0.state },
        .flag("forlangning") { $0.isExtension },
        .flag("overlappar") { !$0.overlaps.isEmpty },
        .list("overlapp") { $0.overlaps },
    ]
}

struct SumRow: TemplateContext {
    let years: String
    let count: Int
    let proposed: String
    let granted: String

    static let shapeName = "summa"
    static let fields: [Field<Self>] = [
        .text("ar") { $0.years },
        .text("antal") { String($0.count) },
        .text("foreslaget") { $0.proposed },
        .text("beviljat") { $0.granted },
    ]
}
