import Theme

/// A word that leads somewhere.
struct NamedLink: TemplateContext {
    let text: String
    /// From the site's root; nil for where one is already.
    let address: String?
    var isCurrent = false

    static let shapeName = "länk"
    static let fields: [Field<Self>] = [
        .text("text") { $0.text },
        .text("lank") { $0.address },
        .flag("leder_vidare") { $0.address != nil },
        .flag("aktiv") { $0.isCurrent },
    ]
}
