import Meetings
import Register
import Site
import Theme

/// A document of a meeting before it is set: what it says, and what files it is made from.
struct PacketDraft {
    let plan: PacketPlan
    let links: PageLinks
    let title: String
    /// A day that follows from the content, for the PDF's metadata.
    let created: CalendarDate
    private let render: ([Int: PaperOutcome]) -> [UInt8]
    private let name: (Int) -> String
}

extension PacketDraft {
    init(
        _ kind: PacketKind, meeting: MeetingIndex, _ edition: Edition, theme: Theme, _ templates: PacketTemplates
    ) {
        let linked = edition.register.meetings[meeting]
        if case .papers = kind {
            plan = PacketPlan(edition.register, meeting: meeting)
            let renderer = PacketRenderer(edition, theme: theme, templates: templates, plan: plan)
            links = renderer.links
            title = renderer.title
            created = linked.meeting.summonsDate ?? linked.meeting.id.date
            render = { renderer.html($0) }
            name = { renderer.bookmark($0) }
        } else {
            plan = PacketPlan(meeting: meeting, papers: [], missingNumbers: [])
            let renderer = RecordRenderer(edition, theme: theme, templates: templates, meeting: meeting)
            links = renderer.links
            let document = renderer.document(kind)
            title = document.title
            created = edition.register.minutes[meeting]?.minutes.approved ?? linked.meeting.id.date
            render = { _ in document.html }
            name = { _ in "" }
        }
    }

    func html(_ outcomes: [Int: PaperOutcome]) -> [UInt8] { render(outcomes) }

    /// A paper's bookmark.
    func bookmark(_ paper: Int) -> String { name(paper) }
}
