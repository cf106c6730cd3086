import Diagnostics
import Meetings
import Register

/// What klubba read of one file, for the one who writes it (FORMAT §1).
public struct Explanation: Sendable {
    public let file: String
    public let kind: String
    public let title: String?
    public let head: FileFacts.Head
    /// Who sees it.
    public let readers: String
    /// From the site's root; none for what is on no site.
    public var addresses: [String] = []
    public var proposal: Proposal?
    public var meetings: [Meeting] = []
    public var attachments: [Attachment] = []
    public var agenda: [String] = []
    public var paragraphs: [Paragraph] = []
    /// Lines that mean nothing to the program.
    public var meaningless: [Line] = []
    public var diagnostics: [Diagnostic] = []

    public struct Meeting: Sendable {
        public let id: MeetingID
        public let number: String?
        /// "§ 45: Bifall"
        public let decisions: [Paragraph]
    }

    public struct Attachment: Sendable {
        public let title: String
        public let file: String?
        public let readers: String
    }

    public struct Paragraph: Sendable {
        public let number: Int
        public let line: Int
        public let heading: String
        /// The dnr, or the titles, of the ärenden that it is about.
        public let matters: [String]
        /// The outcome as written, or the clauses; nil where none was found.
        public let decision: String?
    }

    public struct Line: Sendable {
        public let number: Int
        public let text: String
    }
}

extension Explanation {
    /// Nil for a file that nothing was made of, and of which nothing is wrong.
    public init?(
        _ file: String, root: String, register: Register, diagnostics: [Diagnostic], language: MessageLanguage
    ) {
        let words = ExplanationWords(language)
        let own = diagnostics.filter { $0.place.file == file }
        let head = FileFacts.Head(root + "/" + file, as: file)
        guard let facts = register.facts(of: file) else {
            guard !own.isEmpty else { return nil }
            self.init(file: file, kind: words.unread, title: nil, head: head, readers: words.nobody)
            self.diagnostics = own
            return
        }
        switch facts.kind {
        case .matter(let matter):
            self.init(
                file: file, kind: words.matter, title: matter.title, head: head,
                readers: words.readers(matter.visibility, matter.holding))
            if matter.visibility != .draft { addresses = [Addresses.matter(matter)] }
            for former in matter.attachments {
                attachments.append(
                    Attachment(
                        title: former.title, file: former.hasFile ? former.file : nil,
                        readers: words.readers(
                            max(former.visibility, matter.visibility), former.holding ?? matter.holding)))
            }
            proposal = matter.proposal
        case .attachment(let attachment, let matter):
            let visibility = max(attachment.visibility, matter.visibility)
            self.init(
                file: file, kind: words.attachment, title: attachment.title, head: head,
                readers: words.readers(visibility, attachment.holding ?? matter.holding))
            let folder = Addresses.matter(matter)
            let own = Addresses.attachment(attachment, of: matter).map { [$0] } ?? []
            let original = attachment.original.map { [folder + $0.name] } ?? []
            if visibility != .draft, visibility != .secret { addresses = own + original }
        case .meeting(let meeting):
            self.init(
                file: file, kind: words.meeting, title: meeting.id.description, head: head,
                readers: words.readers(meeting.visibility, meeting.holding))
            addresses = [Addresses.meeting(meeting.id), Addresses.decisionList(meeting.id)]
            agenda = facts.agenda.map { line in
                line.text + (line.number.map { " (\(words.attachment) \($0))" } ?? "")
            }
        case .minutes(let minutes):
            self.init(
                file: file, kind: words.minutes, title: minutes.meeting.description, head: head,
                readers: words.likeItsMeeting)
            addresses = [Addresses.minutes(minutes.meeting)]
            paragraphs = zip(minutes.entries, facts.subjects).map { Paragraph($0, matters: $1) }
        case .page(let page):
            self.init(
                file: file, kind: words.page, title: page.title, head: head,
                readers: words.readers(page.visibility, page.holding))
            if page.visibility != .draft { addresses = [file == "content/index.md" ? "" : Addresses.page(page.slug)] }
        case .copied(let copied):
            self.init(
                file: file, kind: words.copied, title: nil, head: head, readers: words.readers(copied.visibility, nil))
            addresses = [PlannedPage.published(copied.file.path)]
        }
        meetings = facts.appearances.map { appearance in
            Meeting(
                id: appearance.meeting, number: appearance.number?.description,
                decisions: appearance.entries.map { Paragraph($0, matters: []) })
        }
        self.diagnostics = own
        meaningless = Explanation.meaningless(head, own, facts.kind)
    }

    private init(file: String, kind: String, title: String?, head: FileFacts.Head, readers: String) {
        (self.file, self.kind, self.title, self.head, self.readers) = (file, kind, title, head, readers)
    }

    /// Comments, and keys that may stand in a head though nothing is done with them, or that nobody knows.
    private static func meaningless(_ head: FileFacts.Head, _ diagnostics: [Diagnostic], _ kind: FileFacts.Kind)
        -> [Line]
    {
        let idle: Set<String> =
            switch kind {
            case .matter, .page: ["datum"]
            case .attachment: ["datum", "handlaggare", "dnr"]
            case .meeting: ["titel"]
            case .minutes: ["organ", "datum", "titel", "narvarande-ersattare"]
            case .copied: []
            }
        let unknown = Set(
            diagnostics.compactMap { diagnostic -> Int? in
                if case .unknownKey = diagnostic.problem { diagnostic.place.line } else { nil }
            })
        let keys = head.keys.filter { idle.contains($0.folded) || unknown.contains($0.line) }
            .map { Line(number: $0.line, text: "\($0.name): \($0.value)") }
        return (keys + head.comments.map { Line(number: $0.line, text: $0.text) }).sorted { $0.number < $1.number }
    }
}

extension Explanation.Paragraph {
    fileprivate init(_ entry: MinutesEntry, matters: [String]) {
        (number, line, heading) = (entry.number, entry.line, entry.heading)
        self.matters = matters
        let clauses = (entry.decision?.clauses ?? []).map { ($0.hasAtt ? "att " : "") + $0.text }
        let outcomes = (entry.decision?.clauseOutcomes ?? [:]).sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value.written)" }
        let parts = [entry.decision?.outcome?.written].compactMap(\.self) + outcomes + clauses
        decision = entry.decision == nil ? nil : parts.joined(separator: "; ")
    }
}

extension Attachment {
    fileprivate var hasFile: Bool {
        if case .missing = content { false } else { true }
    }
}
