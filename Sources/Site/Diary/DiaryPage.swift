import Meetings
import Register
import Theme

/// `/diarium/`: the register.
struct DiaryPage: TemplateContext {
    let rows: [DiaryRow]
    let unscheduled: [MatterRow]
    /// Set where the register is so long that each year has pages of its own.
    let year: Int?
    let links: PartLinks?
    let bodies: [FilterChoice]

    static let shapeName = "diarium"
    static let fields: [Field<Self>] = [
        .list("rader") { $0.rows },
        .flag("har_ej_behandlade") { !$0.unscheduled.isEmpty },
        .list("ej_behandlade") { $0.unscheduled },
        .text("ar") { $0.year.map(String.init) },
        .object("delar") { $0.links },
        .flag("flera_organ") { $0.bodies.count > 1 },
        .list("organ_lista") { $0.bodies },
    ]
}

struct DiaryRow: TemplateContext {
    let matter: MatterRow
    /// What the dnr sorts by.
    let order: Int
    let meetings: [MeetingRow]
    let amount: AmountRow?
    /// "Bifall", or how far it has come.
    let state: String?
    let initiative: String?
    let lastDate: String?

    static let shapeName = "rad i diariet"
    static let fields: [Field<Self>] = [
        .object("arende") { $0.matter },
        .text("ordning") { String($0.order) },
        .list("moten") { $0.meetings },
        .object("belopp") { $0.amount },
        .text("lage") { $0.state },
        .text("insats") { $0.initiative },
        .text("senast") { $0.lastDate },
    ]
}

extension DiaryPage {
    init(
        _ part: Parts<DiaryRow>.Part, of parts: Parts<DiaryRow>, unscheduled: [MatterRow], _ edition: Edition
    ) {
        rows = part.rows
        // Told once, where the register begins.
        self.unscheduled = part.address == parts.all.first?.address ? unscheduled : []
        year = part.year
        links = part.year.map { _ in parts.links(from: part) }
        var codes: Set<String> = []
        bodies = rows.flatMap(\.meetings).filter { codes.insert($0.code).inserted }
            .map { FilterChoice(value: $0.code, text: $0.body) }.sorted {
                SwedishOrder($0.text) < SwedishOrder($1.text)
            }
    }
}

extension Edition {
    /// Newest first.
    func diaryRows() -> [(row: DiaryRow, year: Int)] {
        diaryOrder.enumerated().map { place, index in
            let consultations = register.consultations[index]
            let matter = register.matters[index]
            let main = mainConsultation(of: index).map { consultations[$0] }
            let row = DiaryRow(
                matter: matterRows[index], order: diaryOrder.count - place,
                meetings: consultations.map { meetingRows[$0.meeting] }, amount: amounts(of: index),
                state: matter.visibility == .secret ? nil : main.map { state(of: $0, index) },
                initiative: matter.initiative?.name == matter.title ? nil : matter.initiative?.name,
                lastDate: consultations.last?.id.date.description)
            return (row, year(of: index) ?? 0)
        }
    }
}
