import Content
import Meetings

/// What the whole register knows of one file under content/. For the one who writes it; never for a page.
public struct FileFacts: Sendable {
    public let kind: Kind
    /// Of an ärende or a bilaga: where it is handled, by day.
    public var appearances: [Appearance] = []
    /// Of a meeting: its agenda.
    public var agenda: [Line] = []
    /// Of a record: the dnr, or the title, of the ärenden that each § is about.
    public var subjects: [[String]] = []

    public typealias Head = HeadSummary

    public enum Kind: Sendable {
        case matter(Matter)
        case attachment(Attachment, of: Matter)
        case meeting(Meeting)
        case minutes(Minutes)
        case page(PageSource)
        case copied(CopiedSource)
    }

    public struct Appearance: Sendable {
        public let meeting: MeetingID
        public let number: AttachmentNumber?
        /// The §§ about it in the meeting's record.
        public let entries: [MinutesEntry]
    }

    public struct Line: Sendable {
        public let text: String
        /// The ärende's own number there.
        public let number: AttachmentNumber?
        public let isMatter: Bool
    }
}

extension Register {
    /// Nil for a file that nothing was made of. `file` is relative to the site's root.
    public func facts(of file: String) -> FileFacts? {
        if let source = sources.held.drafts.first(where: { $0.matter.file == file }) {
            return FileFacts(kind: .matter(source.matter))
        }
        for (index, source) in sources.matters.enumerated() {
            if source.matter.file == file {
                return FileFacts(
                    kind: .matter(source.matter), appearances: appearances(of: RowIndex(index), paper: nil))
            }
            let papers = source.matter.attachments
            if let paper = papers.firstIndex(where: { $0.file == file || $0.original?.file == file }) {
                return FileFacts(
                    kind: .attachment(papers[paper], of: source.matter),
                    appearances: appearances(of: RowIndex(index), paper: paper))
            }
        }
        if let source = sources.meetings.first(where: { $0.meeting.file == file }) {
            return FileFacts(kind: .meeting(source.meeting), agenda: agenda(of: source.meeting.id))
        }
        if let record = sources.records.firstIndex(where: { $0.minutes.file == file }) {
            let minutes = sources.records[record].minutes
            let named = minutes.entries.indices.map { subjects(ofEntry: $0, inRecord: record) }
            return FileFacts(kind: .minutes(minutes), subjects: named)
        }
        if let page = (sources.pages + (sources.front.map { [$0] } ?? [])).first(where: { $0.file == file }) {
            return FileFacts(kind: .page(page))
        }
        return sources.others.first { "content/" + $0.file.path == file }.map { FileFacts(kind: .copied($0)) }
    }

    private func appearances(of matter: RowIndex<Matter, Whole>, paper: Int?) -> [FileFacts.Appearance] {
        links.consultations[matter].map { consultation in
            let numbers = consultation.attachmentNumbers
            let number = paper.map { $0 < numbers.count ? numbers[$0] : nil } ?? consultation.number
            return FileFacts.Appearance(
                meeting: consultation.id, number: number, entries: entries(about: matter, at: consultation.id))
        }
    }

    private func entries(about matter: RowIndex<Matter, Whole>, at meeting: MeetingID) -> [MinutesEntry] {
        guard let record = sources.records.firstIndex(where: { $0.minutes.meeting == meeting }) else { return [] }
        let entries = sources.records[record].minutes.entries
        return entries.indices.filter { entryMatters[record][$0].contains(matter) }.map { entries[$0] }
    }

    private func subjects(ofEntry entry: Int, inRecord record: Int) -> [String] {
        entryMatters[record][entry].map { name(of: links.matters[$0]) }
    }

    private func agenda(of id: MeetingID) -> [FileFacts.Line] {
        guard let index = links.meetingIndex[id] else { return [] }
        return links.meetings[index].agenda.map { item in
            switch item.content {
            case .heading(let text): FileFacts.Line(text: text, number: nil, isMatter: false)
            case .matter(let matter, let consultation):
                FileFacts.Line(
                    text: [links.matters[matter].diaryNumber?.text, links.matters[matter].title].compactMap(\.self)
                        .joined(separator: " "),
                    number: links.consultations[matter][consultation].number, isMatter: true)
            }
        }
    }

    private func name(of matter: Matter) -> String { matter.diaryNumber?.text ?? matter.title }
}
