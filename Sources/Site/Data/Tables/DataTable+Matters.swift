import Meetings
import Register

extension DataTable {
    /// The register, the oldest first.
    static let matters = DataTable(
        name: "arenden",
        columns: [
            DataColumn("dnr"), DataColumn("titel"), DataColumn("typ"), DataColumn("synlighet"),
            DataColumn("handlaggare", .list), DataColumn("insats"), DataColumn("insatsagare"),
            DataColumn("samverkansparter", .list), DataColumn("foreslaget", .number), DataColumn("beviljat", .number),
            DataColumn("period_start", .day),
            DataColumn("period_slut", .day), DataColumn("moten", .list), DataColumn("utfall"),
            DataColumn("utfall_text"), DataColumn("bilagor", .number), DataColumn("lank", .address),
        ]
    ) { source, give in
        let edition = source.edition
        for index in edition.diaryOrder.reversed() {
            let matter = edition.register.matters[index]
            let row = edition.matterRows[index]
            let consultations = edition.register.consultations[index]
            let meetings = DataValue.list(consultations.map { $0.id.slug })
            guard matter.visibility != .secret else {
                var stub = [DataValue](repeating: .none, count: 17)
                (stub[0], stub[1]) = (.optional(row.dnr), .text(row.title))
                (stub[3], stub[12]) = (.text(matter.visibility.rawValue), meetings)
                give(stub)
                continue
            }
            let amounts = edition.amounts(of: index)
            let main = edition.mainConsultation(of: index).map { consultations[$0] }
            give([
                .optional(row.dnr), .text(matter.title), .text(matter.kind.rawValue),
                .text(matter.visibility.rawValue), .list(matter.caseOfficers), .optional(matter.initiative?.name),
                .optional(matter.initiative?.owner), .list(matter.initiative?.partners ?? []),
                .kronor(amounts?.proposed), .kronor(amounts?.granted), .day(matter.period?.start),
                .day(matter.period?.end), meetings,
                .optional(main.map { edition.kind(of: $0, index).rawValue }),
                .optional(main.map { edition.state(of: $0, index) }),
                .number(matter.attachments.count), .text(edition.reference(Addresses.matter(matter))),
            ])
        }
    }
}

extension Edition {
    /// An address for those who have left the site: whole where it is known, else from the site's root.
    func reference(_ address: String) -> String { publicSite.map { $0 + "/" + address } ?? address }

    /// The public site's address; nil for the members', whose own nobody has said.
    var publicSite: String? { register.audience == .public ? register.profile.address : nil }
}
