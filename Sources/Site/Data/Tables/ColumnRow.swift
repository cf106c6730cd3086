import Theme

/// One column of a file.
struct ColumnRow: TemplateContext {
    let name: String
    let kind: String
    let about: String

    static let shapeName = "kolumn"
    static let fields: [Field<Self>] = [
        .text("namn") { $0.name },
        .text("slag") { $0.kind },
        .text("betyder") { $0.about },
    ]
}
