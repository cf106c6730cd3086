import Meetings
import Register
import Theme

/// A meeting: kallelse and föredragningslista with every paper.
package struct MeetingPage: TemplateContext {
    let meeting: MeetingRow
    let text: PlacedProse?
    let agenda: [AgendaRow]
    /// The papers as one PDF.
    let packet: PacketLink?
    let previous: MeetingRow?
    let next: MeetingRow?
    let hasMatters: Bool
    /// The address of its zip archive.
    let archive: String?
    /// When the kallelse was sealed, and what has changed since.
    let summonsSealed: String?
    /// Its own files.
    let papers: [PaperRow]
    let laterPapers: [LaterPaperRow]
    let corrections: [CorrectionRow]

    package static let shapeName = "möte"
    package static let fields: [Field<Self>] = [
        .object("mote") { $0.meeting },
        .flag("har_text") { $0.text != nil },
        .fragment("text") { $0.text?.append(to: &$1) },
        .flag("har_dagordning") { !$0.agenda.isEmpty },
        .flag("har_arenden") { $0.hasMatters },
        .text("arkivfil") { $0.archive },
        .list("dagordning") { $0.agenda },
        .object("utskick") { $0.packet },
        .flag("har_grannar") { $0.previous != nil || $0.next != nil },
        .object("foregaende") { $0.previous },
        .object("nasta") { $0.next },
        .text("kallelse_forseglad") { $0.summonsSealed },
        .flag("har_filer") { !$0.papers.isEmpty },
        .list("filer") { $0.papers },
        .flag("har_andrat") { !$0.laterPapers.isEmpty },
        .list("andrade_handlingar") { $0.laterPapers },
        .list("rattelser") { $0.corrections },
    ]
}

/// A line of the agenda.
package struct AgendaRow: TemplateContext {
    let position: AgendaPosition
    let heading: String?
    let matter: MatterRow?
    /// The matter's number in the packet.
    let number: String?
    let papers: [PaperRow]
    let proposal: ProposalContext?
    let decisions: [DecisionContext]
    /// The outcome in a word, where there is one.
    let state: String?
    /// What was decided of the matter at earlier meetings.
    let earlier: [ParagraphLink]
    /// What stands below it: a, b …
    var subpoints: [AgendaRow] = []
    /// What has changed of its papers since the kallelse.
    var later: [LaterPaperRow] = []

    package static let shapeName = "punkt på dagordningen"
    package static let fields: [Field<Self>] = [
        .text("plats") { $0.position.text },
        .text("bokstav") { $0.position.letter },
        .flag("har_underpunkter") { !$0.subpoints.isEmpty },
        .list("underpunkter") { $0.subpoints },
        .text("rubrik") { $0.heading },
        .object("arende") { $0.matter },
        .text("bilaga") { $0.number },
        .flag("har_bilagor") { !$0.papers.isEmpty },
        .list("bilagor") { $0.papers },
        .object("forslag") { $0.proposal },
        .list("beslut") { $0.decisions },
        .text("utfall") { $0.state },
        .flag("har_andrat") { !$0.later.isEmpty },
        .list("andrade_handlingar") { $0.later },
        .flag("har_tidigare") { !$0.earlier.isEmpty },
        .list("tidigare") { $0.earlier },
    ]
}

extension MeetingPage {
    /// Papers came, became others or were withdrawn since the kallelse was sealed.
    package var hasChanged: Bool { !laterPapers.isEmpty }
}

extension AgendaRow {
    /// Points, each with its sub-points.
    static func nested(_ rows: [AgendaRow]) -> [AgendaRow] {
        rows.reduce(into: []) { points, row in
            if row.position.letter == nil || points.isEmpty {
                points.append(row)
            } else {
                points[points.count - 1].subpoints.append(row)
            }
        }
    }
}

/// Every meeting, those to come first.
struct MeetingsPage: TemplateContext {
    let coming: [MeetingRow]
    let years: [MeetingYear]
    /// Years that have their meetings in the archive alone.
    let earlier: [NamedLink]

    package static let shapeName = "möten"
    package static let fields: [Field<Self>] = [
        .flag("har_kommande") { !$0.coming.isEmpty },
        .list("kommande") { $0.coming },
        .list("arsgrupper") { $0.years },
        .list("tidigare_ar") { $0.earlier },
    ]
}

struct MeetingYear: TemplateContext {
    let year: Int
    let meetings: [MeetingRow]

    package static let shapeName = "år"
    package static let fields: [Field<Self>] = [.text("ar") { String($0.year) }, .list("moten") { $0.meetings }]
}
