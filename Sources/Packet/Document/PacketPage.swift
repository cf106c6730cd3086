import Register
import Site
import Theme

/// The whole packet as the theme's template `utskick` sees it.
struct PacketPage: TemplateContext {
    let meeting: MeetingRow
    let organisation: String
    let title: String
    let isForMembers: Bool
    /// The kallelse's text.
    let text: [UInt8]?
    let agenda: [PacketItem]
    let papers: [PaperContext]
    /// "3 och 6.2"
    let missingNumbers: String?
    /// The sizes of merged papers' sheets.
    let sheets: [UInt8]

    static let shapeName = "utskick"
    static let fields: [Field<Self>] = [
        .object("mote") { $0.meeting },
        .text("organisation") { $0.organisation },
        .text("rubrik") { $0.title },
        .flag("for_ledamoter") { $0.isForMembers },
        .html("text") { $0.text },
        .flag("har_dagordning") { !$0.agenda.isEmpty },
        .list("dagordning") { $0.agenda },
        .list("handlingar") { $0.papers },
        .text("saknade_nummer") { $0.missingNumbers },
        .html("ark") { $0.sheets },
    ]
}

/// A line of the föredragningslista.
struct PacketItem: TemplateContext {
    let position: AgendaPosition
    let heading: String?
    let matter: PacketLine?
    /// A secret ärende's dnr, and the ground where it may be told.
    let secret: SecretLine?
    let papers: [PacketLine]
    /// What stands below it: a, b …
    var subpoints: [PacketItem] = []

    static let shapeName = "punkt i utskicket"
    static let fields: [Field<Self>] = [
        .text("plats") { $0.position.text },
        .text("bokstav") { $0.position.letter },
        .flag("har_underpunkter") { !$0.subpoints.isEmpty },
        .list("underpunkter") { $0.subpoints },
        .text("rubrik") { $0.heading },
        .object("arende") { $0.matter },
        .object("sekretess") { $0.secret },
        .flag("har_bilagor") { !$0.papers.isEmpty },
        .list("bilagor") { $0.papers },
    ]
}

extension PacketItem {
    /// Points, each with its sub-points.
    static func nested(_ items: [PacketItem]) -> [PacketItem] {
        items.reduce(into: []) { points, item in
            if item.position.letter == nil || points.isEmpty {
                points.append(item)
            } else {
                points[points.count - 1].subpoints.append(item)
            }
        }
    }
}

/// A paper in the föredragningslista.
struct PacketLine: TemplateContext {
    let number: String?
    let dnr: String?
    let title: String
    let anchor: String
    /// "PDF, 14 sidor", "Word"
    let note: String?
    let isMembersOnly: Bool

    static let shapeName = "handling i utskicket"
    static let fields: [Field<Self>] = [
        .text("nummer") { $0.number },
        .text("dnr") { $0.dnr },
        .text("titel") { $0.title },
        .text("ankare") { $0.anchor },
        .text("anm") { $0.note },
        .flag("ledamoter") { $0.isMembersOnly },
    ]
}

struct SecretLine: TemplateContext {
    let dnr: String?
    let ground: String?

    static let shapeName = "sekretessärende i utskicket"
    static let fields: [Field<Self>] = [.text("dnr") { $0.dnr }, .text("grund") { $0.ground }]
}

/// A paper in its place.
struct PaperContext: TemplateContext {
    let line: PacketLine
    let isMatter: Bool
    /// "Bilaga 6.1 Ansökan"
    let bookmark: String
    /// "Bilaga 6.1"
    let label: String?
    /// What its own template made of it.
    let html: [UInt8]?
    let picture: String?
    /// Why it is not here, in words for the reader.
    let notice: NoticeContext?
    let pages: [SheetContext]

    static let shapeName = "handling på papper"
    static let fields: [Field<Self>] = [
        .text("nummer") { $0.line.number },
        .text("dnr") { $0.line.dnr },
        .text("titel") { $0.line.title },
        .text("ankare") { $0.line.anchor },
        .flag("ledamoter") { $0.line.isMembersOnly },
        .flag("ar_arende") { $0.isMatter },
        .text("bokmarke") { $0.bookmark },
        .text("etikett") { $0.label },
        .html("innehall") { $0.html },
        .text("bild") { $0.picture },
        .object("besked") { $0.notice },
        .list("sidor") { $0.pages },
    ]
}

/// What stands where a paper could not be placed.
struct NoticeContext: TemplateContext {
    let text: String
    /// The file that is attached instead.
    let fileName: String?
    let size: String?

    static let shapeName = "besked om en handling"
    static let fields: [Field<Self>] = [
        .text("text") { $0.text }, .text("filnamn") { $0.fileName }, .text("storlek") { $0.size },
    ]
}

/// The place of one page of a merged paper.
struct SheetContext: TemplateContext {
    let sheet: Sheet
    let isFirst: Bool
    let picture: String
    let description: String

    static let shapeName = "sida i en bilaga"
    static let fields: [Field<Self>] = [
        .text("ark") { $0.sheet.name },
        .flag("forsta") { $0.isFirst },
        .text("bild") { $0.picture },
        .text("beskrivning") { $0.description },
        .text("bredd") { PacketNumber.points($0.sheet.pictureWidth) },
        .text("hojd") { PacketNumber.points($0.sheet.pictureHeight) },
    ]
}

enum PacketNumber {
    /// To a hundredth.
    static func points(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
