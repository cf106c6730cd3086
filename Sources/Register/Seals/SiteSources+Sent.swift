import Content
import Diagnostics
import Meetings

extension SiteSources {
    /// The bilagor of an ärende whose last sealed meeting has been held are listed as they were then: in that order, under
    /// those titles, for no more readers (FORMAT §13). Once the ärende goes to a meeting that is not sealed, they are that
    /// meeting's. What `bilagor` says otherwise is told.
    mutating func settleSentLists() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        guard !sent.matters.isEmpty else { return diagnostics }
        var sealed: [String: [MeetingID]] = [:]
        for (meeting, files) in sent.matters { for file in files { sealed[file, default: []].append(meeting) } }
        for (index, source) in matters.enumerated() where !source.matter.attachments.isEmpty {
            guard let own = sealed[source.matter.file], let (meeting, list) = sentList(of: source.matter, own),
                !list.isEmpty
            else { continue }
            var settling = ListSettling(source, as: list, at: meeting)
            settling.run()
            guard !settling.diagnostics.isEmpty else { continue }
            diagnostics += settling.diagnostics
            matters[index] = settling.source
        }
        return diagnostics
    }

    /// Nil for an ärende that is on its way to a meeting, and where nothing tells.
    private func sentList(
        of matter: Matter, _ sealed: [MeetingID]
    ) -> (meeting: MeetingID, papers: [SentPaper])? {
        var last: (meeting: MeetingID, papers: [SentPaper])?
        for meeting in Set(sealed).union(matter.handlings.flatMap(\.meetings)).sorted() {
            last = sent.list(of: matter.file, at: meeting).map { (meeting, $0) }
            if last == nil && meeting.date >= today { return nil }
        }
        return last.flatMap { $0.meeting.date < today ? $0 : nil }
    }
}

/// Puts one ärende's bilagor as a sealed list has them.
private struct ListSettling {
    private(set) var source: MatterSource
    private(set) var diagnostics: [Diagnostic] = []
    private let list: [SentPaper]
    private let meeting: MeetingID

    init(_ source: MatterSource, as list: [SentPaper], at meeting: MeetingID) {
        (self.source, self.list, self.meeting) = (source, list, meeting)
    }

    mutating func run() {
        var matter = source.matter
        for index in matter.attachments.indices {
            let own = matter.attachments[index]
            guard own.holding == nil, let sealed = list.first(where: { $0.file == own.file }) else { continue }
            if own.title != sealed.title {
                tell(own, .title(old: sealed.title, new: own.title))
                matter.attachments[index].title = sealed.title
            }
            if own.visibility != sealed.visibility {
                tell(
                    own,
                    .visibility(old: sealed.visibility.rawValue, new: own.visibility.rawValue, title: sealed.title))
                matter.attachments[index].visibility = max(own.visibility, sealed.visibility)
            }
        }
        let order = order(matter.attachments)
        if order != Array(order.indices), let first = zip(order, order.indices).first(where: { $0 != $1 })?.0 {
            tell(matter.attachments[first], .order(title: matter.attachments[first].title))
            matter.attachments = order.map { matter.attachments[$0] }
        }
        source = source.with(matter, attachmentData: order.map { source.attachmentData[$0] })
    }

    /// The places of the bilagor, those of the list in its order and those that came later where they are.
    private func order(_ attachments: [Attachment]) -> [Int] {
        let rank = Dictionary(list.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
        let sealed = attachments.indices.filter { rank[attachments[$0].file] != nil }
        var sorted = sealed.sorted { (rank[attachments[$0].file] ?? 0) < (rank[attachments[$1].file] ?? 0) }[...]
        return attachments.indices.map { rank[attachments[$0].file] == nil ? $0 : sorted.popFirst() ?? $0 }
    }

    private mutating func tell(_ attachment: Attachment, _ change: SentListChange) {
        diagnostics.append(
            Diagnostic(
                source.place(of: "bilagor"), .listWasSent(meeting: meeting.description, name: meeting.slug, change)))
    }
}
