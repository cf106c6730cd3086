import Meetings
import Theme

/// `/beslut/`: what deciding bodies decide, by year and outcome.
struct DecisionsPage: TemplateContext {
    let years: [DecisionYear]

    static let shapeName = "beslut"
    static let fields: [Field<Self>] = [.flag("tom") { $0.years.isEmpty }, .list("arsgrupper") { $0.years }]
}

struct DecisionYear: TemplateContext {
    let year: Int
    let groups: [OutcomeGroup]

    static let shapeName = "år"
    static let fields: [Field<Self>] = [
        .text("ar") { String($0.year) },
        .list("grupper") { $0.groups },
    ]
}

struct DecisionRow: TemplateContext {
    let matter: MatterRow
    let meeting: MeetingRow
    let kind: OutcomeKind
    let state: String
    let amount: String?
    let paragraph: String?
    let address: String?

    static let shapeName = "beslut i lista"
    static let fields: [Field<Self>] = [
        .object("arende") { $0.matter },
        .object("mote") { $0.meeting },
        .text("lage") { $0.state },
        .text("belopp") { $0.amount },
        .text("paragraf") { $0.paragraph },
        .text("utdragslank") { $0.address },
    ]
}

/// `/diarium/`: the register.
struct DiaryPage: TemplateContext {
    let rows: [DiaryRow]
    let unscheduled: [MatterRow]
    /// Set where the register is so long that each year has a page of its own.
    let year: Int?
    let years: [NamedLink]

    static let shapeName = "diarium"
    static let fields: [Field<Self>] = [
        .list("rader") { $0.rows },
        .flag("har_ej_behandlade") { !$0.unscheduled.isEmpty },
        .list("ej_behandlade") { $0.unscheduled },
        .text("ar") { $0.year.map(String.init) },
        .flag("har_ar") { !$0.years.isEmpty },
        .list("ar_lista") { $0.years },
    ]
}

struct DiaryRow: TemplateContext {
    let matter: MatterRow
    /// What the dnr sorts by.
    let order: Int
    let meetings: [MeetingRow]
    let amount: String?
    let amountValue: Int?
    let initiative: String?
    let lastDate: String?

    static let shapeName = "rad i diariet"
    static let fields: [Field<Self>] = [
        .object("arende") { $0.matter },
        .text("ordning") { String($0.order) },
        .list("moten") { $0.meetings },
        .text("belopp") { $0.amount },
        .text("beloppstal") { $0.amountValue.map(String.init) },
        .text("insats") { $0.initiative },
        .text("senast") { $0.lastDate },
    ]
}

/// `/arkiv/` and `/arkiv/2020/`.
struct ArchivePage: TemplateContext {
    let years: [ArchiveYear]

    static let shapeName = "arkiv"
    static let fields: [Field<Self>] = [.list("arsgrupper") { $0.years }]
}

struct ArchiveYear: TemplateContext {
    let year: Int
    let address: String
    let meetings: [MeetingRow]
    let matters: [MatterRow]
    /// The notices that went up in the year and have come down.
    let notices: [NoticeRow]

    static let shapeName = "arkivår"
    static let fields: [Field<Self>] = [
        .text("ar") { String($0.year) },
        .text("lank") { $0.address },
        .text("antal_moten") { String($0.meetings.count) },
        .text("antal_arenden") { String($0.matters.count) },
        .flag("ett_mote") { $0.meetings.count == 1 },
        .flag("ett_arende") { $0.matters.count == 1 },
        .flag("har_moten") { !$0.meetings.isEmpty },
        .list("moten") { $0.meetings },
        .flag("har_arenden") { !$0.matters.isEmpty },
        .list("arenden") { $0.matters },
        .flag("har_anslag") { !$0.notices.isEmpty },
        .list("anslag") { $0.notices },
    ]
}
