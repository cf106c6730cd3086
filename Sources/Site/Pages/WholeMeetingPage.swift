import Meetings
import Register
import Theme

/// `/moten/fs-2020-09-18/alla/`: all papers of a meeting on one page, for those who would rather scroll.
struct WholeMeetingPage: TemplateContext {
    let meeting: MeetingRow
    let papers: [WholePaper]

    static let shapeName = "alla handlingar"
    static let fields: [Field<Self>] = [
        .object("mote") { $0.meeting },
        .list("handlingar") { $0.papers },
    ]
}

/// One ärende or bilaga, as its own page has it.
struct WholePaper: TemplateContext {
    let anchor: String
    /// "6", "6.1"
    let number: String?
    let title: String
    let isAttachment: Bool
    let html: [UInt8]

    static let shapeName = "handling i sin helhet"
    static let fields: [Field<Self>] = [
        .text("ankare") { $0.anchor },
        .text("nummer") { $0.number },
        .text("titel") { $0.title },
        .flag("ar_bilaga") { $0.isAttachment },
        .html("innehall") { $0.html },
    ]
}
