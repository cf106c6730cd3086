import Meetings
import Theme

/// The licence of the open data.
struct LicenceRow: TemplateContext {
    let licence: Licence

    static let shapeName = "licens"
    static let fields: [Field<Self>] = [
        .text("namn") { $0.licence.rawValue },
        .text("adress") { $0.licence.address },
    ]
}
