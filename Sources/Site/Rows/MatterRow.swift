import Meetings
import Register
import Theme

/// A matter in a list.
package final class MatterRow: TemplateContext {
    package let dnr: String?
    package let title: String
    /// Nil for a stub, which has nothing to lead to.
    let address: String?
    let kind: String
    let isMembersOnly: Bool
    let isSecret: Bool
    let secrecyGround: String?
    /// Why it is in no edition; only a preview has such.
    let holding: HoldingMark?
    /// Other when its text is.
    let version: String

    init(_ matter: Matter, _ words: Words) {
        isSecret = matter.visibility == .secret
        dnr = matter.diaryNumber?.text
        title = isSecret ? words[.secretMatter] : matter.title
        address = isSecret ? nil : Addresses.matter(matter)
        kind = isSecret ? "" : words.kind(matter.kind)
        isMembersOnly = matter.visibility == .members
        secrecyGround = matter.secrecyGround
        holding = matter.holding.map { HoldingMark($0) }
        let proposal =
            matter.proposal.map { $0.clauses.map(\.prose) + [$0.lead, $0.remainder].compactMap(\.self) } ?? []
        version = isSecret ? "" : TextVersion([matter.before, matter.after] + proposal).text
    }

    package static let shapeName = "ärende i lista"
    package static let fields: [Field<MatterRow>] = [
        .text("dnr") { $0.dnr },
        .text("titel") { $0.title },
        .text("lank") { $0.address },
        .text("typ") { $0.kind },
        .flag("ledamoter") { $0.isMembersOnly },
        .flag("sekretess") { $0.isSecret },
        .text("sekretessgrund") { $0.secrecyGround },
        .text("version") { $0.version },
        .flag("utkast") { $0.holding?.isDraft ?? false },
        .text("publiceras") { $0.holding?.day },
    ]
}
