import Meetings
import Register

extension DataTable {
    /// What `/insatser/` shows, a row an ärende.
    static let grants = DataTable(
        name: "medel",
        columns: [
            DataColumn("insats"), DataColumn("insatsagare"), DataColumn("samverkansparter", .list), DataColumn("dnr"),
            DataColumn("titel"), DataColumn("period_start", .day), DataColumn("period_slut", .day),
            DataColumn("foreslaget", .number), DataColumn("beviljat", .number), DataColumn("utfall"),
            DataColumn("utfall_text"), DataColumn("mote"), DataColumn("datum", .day), DataColumn("lank", .address),
        ]
    ) { source, give in
        let edition = source.edition
        for (initiative, group) in source.funds {
            for funds in group {
                let matter = edition.register.matters[funds.matter]
                let row = edition.matterRows[funds.matter]
                let main = edition.mainConsultation(of: funds.matter).map {
                    edition.register.consultations[funds.matter][$0]
                }
                give([
                    .text(initiative.name), .optional(matter.initiative?.owner),
                    .list(matter.initiative?.partners ?? []), .optional(row.dnr), .text(matter.title),
                    .day(funds.period?.start), .day(funds.period?.end),
                    .kronor(funds.proposed), .kronor(funds.granted),
                    .optional(main.map { edition.kind(of: $0, funds.matter).rawValue }),
                    .optional(main.map { edition.state(of: $0, funds.matter) }), .optional(main?.id.slug),
                    .day(main?.id.date),
                    .text(edition.reference(Addresses.matter(matter))),
                ])
            }
        }
    }
}
