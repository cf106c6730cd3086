import Meetings
import Register
import Theme

/// An ärende's page: its head, the proposal, the text, its bilagor, and its way through the bodies.
package struct MatterPage: TemplateContext {
    let row: MatterRow
    let isApplication: Bool
    let caseOfficers: String?
    let initiative: Initiative?
    /// The initiative's own page.
    let initiativeAddress: String?
    let amount: AmountRow?
    let period: String?
    let application: ApplicationContext?
    let consultations: [ConsultationRow]
    let proposal: ProposalContext?
    /// What the page begins with once a deciding body has decided.
    let decided: DecidedContext?
    /// What a deciding body decided at its latest meeting that decided, § by §.
    let decisions: [DecisionContext]
    let followUps: [FollowUpRow]
    let before: PlacedProse?
    let after: PlacedProse?
    let headings: [HeadingRow]
    let papers: [PaperRow]
    let signatures: [SignatureRow]
    let neighbours: NeighbourContext?
    /// "6 – 6.1", as the latest meeting's packet has it.
    let numbers: String?
    let corrections: [CorrectionRow]
    let formerNumbers: [String]

    package static let shapeName = "ärende"
    package static let fields: [Field<Self>] = [
        .object("arende") { $0.row },
        .flag("ansokan") { $0.isApplication },
        .text("handlaggare") { $0.caseOfficers },
        .flag("har_sakuppgifter") { $0.initiative != nil || $0.amount != nil || $0.period != nil },
        .text("insats") { $0.initiative?.name },
        .text("insatslank") { $0.initiativeAddress },
        .text("insatsagare") { $0.initiative?.owner },
        .text("samverkansparter") { $0.initiative.map { $0.partners.joined(separator: ", ") } },
        .object("belopp") { $0.amount },
        .text("period") { $0.period },
        .object("ansokningshuvud") { $0.application },
        .list("behandlingar") { $0.consultations },
        .object("forslag") { $0.proposal },
        .object("beslutat") { $0.decided },
        .flag("har_beslut") { !$0.decisions.isEmpty },
        .list("beslut") { $0.decisions },
        // The decision has words of its own, and the proposal is history.
        .flag("forslaget_andrat") { $0.decisions.contains { !$0.changes.isEmpty } },
        .flag("har_uppfoljning") { !$0.followUps.isEmpty },
        .list("uppfoljning") { $0.followUps },
        .flag("har_fore") { $0.before != nil },
        .fragment("fore") { $0.before?.append(to: &$1) },
        .flag("har_text") { $0.after != nil },
        .fragment("text") { $0.after?.append(to: &$1) },
        .flag("har_rubriker") { !$0.headings.isEmpty },
        .list("rubriker") { $0.headings },
        .flag("har_bilagor") { !$0.papers.isEmpty },
        .list("bilagor") { $0.papers },
        .flag("har_underskrifter") { !$0.signatures.isEmpty },
        .list("underskrifter") { $0.signatures },
        .object("grannar") { $0.neighbours },
        .text("bilaga") { $0.numbers },
        .text("tidigare_dnr") { $0.formerNumbers.isEmpty ? nil : $0.formerNumbers.joined(separator: ", ") },
        .list("rattelser") { $0.corrections },
    ]
}

/// A body's handling, one step of a matter's way.
package struct ConsultationRow: TemplateContext {
    let meeting: MeetingRow
    let role: String
    let isDeciding: Bool
    /// "6"
    let number: String?
    let state: String
    /// Its §§, once there is a record.
    let paragraphs: [ParagraphRow]
    /// The numbers of §§ that are hidden for another matter's sake.
    let hidden: [String]

    package static let shapeName = "behandling"
    package static let fields: [Field<Self>] = [
        .object("mote") { $0.meeting },
        .text("roll") { $0.role },
        .flag("beslutar") { $0.isDeciding },
        .text("bilaga") { $0.number },
        .text("lage") { $0.state },
        .flag("flera") { $0.paragraphs.count > 1 },
        .list("paragrafer") { $0.paragraphs },
        .texts("dolda_paragrafer") { $0.hidden },
    ]
}

/// "§ 45", with its extract's address.
package struct ParagraphRow: TemplateContext {
    let number: Int
    let address: String
    let isUnapproved: Bool
    /// Another stands before it.
    var isFurther = false

    package static let shapeName = "paragraf i lista"
    package static let fields: [Field<Self>] = [
        .text("nummer") { String($0.number) },
        .text("utdragslank") { $0.address },
        .flag("ojusterat") { $0.isUnapproved },
        .flag("ytterligare") { $0.isFurther },
    ]
}

/// A line in a table of contents.
package struct HeadingRow: TemplateContext {
    let text: String
    let anchor: String

    package static let shapeName = "rubrik"
    package static let fields: [Field<Self>] = [.text("text") { $0.text }, .text("ankare") { $0.anchor }]
}

package struct SignatureRow: TemplateContext {
    let name: String?
    let organisation: String?
    let date: String?

    package static let shapeName = "underskrift"
    package static let fields: [Field<Self>] = [
        .text("namn") { $0.name }, .text("organisation") { $0.organisation }, .text("datumtext") { $0.date },
    ]
}

/// The head of an application form.
package struct ApplicationContext: TemplateContext {
    let application: Application
    let start: String?
    let end: String?

    package static let shapeName = "ansökan"
    package static let fields: [Field<Self>] = [
        .flag("har_uppgifter") { $0.application != Application() },
        .text("parter") { $0.application.parties.joined(separator: ", ") },
        .text("malgrupp") { $0.application.targetGroup },
        .text("syfte") { $0.application.purpose },
        .text("planerad_start") { $0.start },
        .text("planerat_slut") { $0.end },
        .text("budget") { $0.application.budget },
    ]
}

/// The matters before and after on the same agenda.
package struct NeighbourContext: TemplateContext {
    let meeting: MeetingRow
    let previous: MatterRow?
    let next: MatterRow?

    package static let shapeName = "grannar"
    package static let fields: [Field<Self>] = [
        .object("mote") { $0.meeting }, .object("foregaende") { $0.previous }, .object("nasta") { $0.next },
    ]
}
