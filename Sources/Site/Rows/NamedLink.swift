import Theme

/// A word that leads somewhere.
package struct NamedLink: TemplateContext {
    let text: String
    /// From the site's root; nil for where one is already.
    let address: String?
    var isCurrent = false
    /// The words are the secretary's, not the site's own.
    var isContent = false

    package static let shapeName = "länk"
    package static let fields: [Field<Self>] = [
        .text("text") { $0.text },
        .text("lank") { $0.address },
        .flag("leder_vidare") { $0.address != nil },
        .flag("aktiv") { $0.isCurrent },
        .flag("ar_innehall") { $0.isContent },
    ]
}
