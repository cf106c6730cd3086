import Theme

/// One file of `/data/`.
struct TableRow: TemplateContext {
    let name: String
    let title: String
    let about: String
    let files: [NamedLink]
    let columns: [ColumnRow]

    static let shapeName = "tabell"
    static let fields: [Field<Self>] = [
        .text("namn") { $0.name },
        .text("titel") { $0.title },
        .text("ingress") { $0.about },
        .list("filer") { $0.files },
        .list("kolumner") { $0.columns },
    ]
}
