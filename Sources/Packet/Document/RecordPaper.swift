import Site
import Theme

/// A document of the record with its lines for signatures.
struct RecordPaper<Page: TemplateContext>: TemplateContext {
    let page: Page
    let meeting: MeetingRow
    let isForMembers: Bool
    let isUnapproved: Bool
    let signatures: [SignatureLine]

    static var shapeName: String { Page.shapeName + " på papper" }
    static var fields: [Field<Self>] {
        [
            .object("sida") { $0.page },
            .object("mote") { $0.meeting },
            .flag("for_ledamoter") { $0.isForMembers },
            .flag("ojusterat") { $0.isUnapproved },
            .list("namnrader") { $0.signatures },
        ]
    }
}

/// A line to sign on.
struct SignatureLine: TemplateContext {
    let role: String
    let name: String?

    static let shapeName = "namnrad"
    static let fields: [Field<Self>] = [.text("roll") { $0.role }, .text("namn") { $0.name }]
}
