import Meetings
import Register
import Theme

/// `/data/`: every file for machines, and column by column what it holds.
struct DataPage: TemplateContext {
    let tables: [TableRow]
    /// Nil without the site's address, and on the members' site.
    let parliament: String?
    /// The description for data portals, likewise.
    let catalogue: String?

    static let shapeName = "öppna data"
    static let fields: [Field<Self>] = [
        .list("tabeller") { $0.tables },
        .text("oparl") { $0.parliament },
        .text("dcat") { $0.catalogue },
    ]
}

extension DataPage {
    init(_ edition: Edition) {
        let words = edition.words
        func row(_ name: String, _ columns: [DataColumn], _ formats: [String]) -> TableRow {
            TableRow(
                name: name, title: words[key: "tabell_\(name)"], about: words[key: "tabell_\(name)_om"],
                files: formats.map { NamedLink(text: "\(name).\($0)", address: Addresses.table(name, $0)) },
                columns: columns.map { column in
                    ColumnRow(
                        name: column.name, kind: words[key: "slag_\(column.kind.rawValue)"],
                        about: words[key: "kolumn_\(column.name)"])
                })
        }
        tables =
            DataTable.all.map { row($0.name, $0.columns, ["csv", "json"]) }
            + [row("anslag", NoticeData.columns, ["csv"])]
            + (edition.register.seals.contains { !$0.flatMap(\.rows).isEmpty }
                ? [row("forsegling", MeetingSeal.columns, ["csv"])] : [])
        catalogue = edition.publicSite.map { _ in Addresses.catalogue }
        parliament = edition.publicSite.map { _ in Addresses.parliament("system") }
    }
}

extension MeetingSeal {
    /// Of `data/forsegling.csv`, as its heading has them.
    fileprivate static var columns: [DataColumn] {
        rowHeading.split(separator: ",").map { name in
            switch name {
            case "dag": DataColumn("dag", .day)
            case "adress": DataColumn("adress", .address)
            default: DataColumn(String(name))
            }
        }
    }
}
