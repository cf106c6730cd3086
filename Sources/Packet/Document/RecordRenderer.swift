import Meetings
import Register
import Site
import Theme

/// Makes the record's documents: the decision list, the minutes, and an extract, each with lines for signatures.
struct RecordRenderer {
    let edition: Edition
    let theme: Theme
    let templates: PacketTemplates
    let meeting: MeetingIndex
    let links: PageLinks

    init(_ edition: Edition, theme: Theme, templates: PacketTemplates, meeting: MeetingIndex) {
        (self.edition, self.theme, self.templates, self.meeting) = (edition, theme, templates, meeting)
        links = PageLinks(nil, edition.register)
    }
}

extension RecordRenderer {
    func document(_ kind: PacketKind) -> (title: String, html: [UInt8]) {
        switch kind {
        case .papers: (row.body, [])
        case .decisionList: decisionList
        case .minutes: minutes
        case .extract(let number): extract(number)
        }
    }

    private var row: MeetingRow { edition.meetingRows[meeting] }
    private var linked: LinkedMinutes? { edition.register.minutes[meeting] }
    private var when: String { "\(row.body) \(row.dateText)" }

    private func words(_ key: String) -> String { theme.string(key) ?? key }

    private var head: MinutesHead? {
        linked.map { MinutesHead($0, row, edition.register.profile, edition.words) }
    }

    private var decisionList: (String, [UInt8]) {
        let title = "\(words(linked == nil ? "forslagslista" : "beslutslista")), \(when)"
        let page = edition.decisionListFrame(meeting).content.value
        return (title, html(templates.decisionList, page, title, signatures: linked == nil ? [] : signed))
    }

    private var minutes: (String, [UInt8]) {
        guard let linked, let head else { return (when, []) }
        let title = "\(words("protokoll")), \(when)"
        let page = edition.minutesFrame(meeting, linked, head).content.value
        return (title, html(templates.minutes, page, title, signatures: signed))
    }

    private func extract(_ number: Int) -> (String, [UInt8]) {
        let title = "\(words("protokollsutdrag")) §\u{A0}\(number), \(when)"
        guard let linked, let head, let place = linked.entries.firstIndex(where: { $0.number == number }) else {
            return (title, [])
        }
        let page = edition.extractFrame(meeting, linked, head, place).content.value
        let witness = SignatureLine(role: words("utdragets_riktighet"), name: nil)
        return (title, html(templates.extract, page, title, signatures: [witness]))
    }

    /// Secretary, chair and approvers, in the order in which they sign.
    private var signed: [SignatureLine] {
        guard let minutes = linked?.minutes else { return [] }
        var lines = [
            SignatureLine(role: words("sekreterare"), name: minutes.secretary),
            SignatureLine(role: words("ordforande"), name: minutes.chair),
        ]
        lines += minutes.approvers.map { SignatureLine(role: words("justerare"), name: $0) }
        if minutes.approvers.isEmpty { lines.append(SignatureLine(role: words("justerare"), name: nil)) }
        return lines
    }

    private func html<Page: TemplateContext>(
        _ template: Template<PageFrame<RecordPaper<Page>>>, _ page: Page, _ title: String,
        signatures: [SignatureLine]
    ) -> [UInt8] {
        let content = RecordPaper(
            page: page, meeting: row, isForMembers: edition.register.audience == .members,
            isUnapproved: linked?.minutes.approved == nil, signatures: signatures)
        var html: [UInt8] = []
        template.render(edition.frame(content, title: title, address: ""), into: &html)
        return links.rewritten(html, mark: "")
    }
}
