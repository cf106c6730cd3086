import Meetings

/// What is sealed now: of every paper its newest seal. Older ones are history.
public struct SealState: Sendable {
    public let log: DecisionLog
    /// By path.
    public let newest: [String: Standing]
    /// Of each meeting, what it has sealed and not withdrawn, by path.
    private let own: [String: [String: LogPaper]]
    /// Every line about each meeting, in the log's order.
    private let told: [String: [LogEntry]]

    public struct Standing: Sendable {
        public let entry: Int
        public let meeting: String
        public let time: LogTime
        public let leftOut: [String]
        public let paper: LogPaper

        /// Under content/; of a § that is sealed by itself, its record.
        public var file: String { SealedPath(paper.path).file }
    }

    public init(_ log: DecisionLog) {
        self.log = log
        var newest: [String: Standing] = [:]
        var own: [String: [String: LogPaper]] = [:]
        for (index, entry) in log.entries.enumerated() {
            for paper in entry.papers {
                newest[paper.path] = Standing(
                    entry: index, meeting: entry.meeting, time: entry.time, leftOut: entry.leftOut, paper: paper)
                own[entry.meeting, default: [:]][paper.path] = paper
            }
            for path in entry.withdrawn {
                if newest[path]?.meeting == entry.meeting { newest[path] = nil }
                own[entry.meeting]?[path] = nil
            }
        }
        (self.newest, self.own) = (newest, own)
        told = Dictionary(grouping: log.entries, by: \.meeting)
    }
}

extension SealState {
    public func papers(of meeting: String) -> [String: LogPaper] { own[meeting] ?? [:] }

    /// The lines about a meeting since its seal was taken back last.
    func lines(of meeting: String) -> [LogEntry] {
        let all = told[meeting] ?? []
        return all.lastIndex { $0.kind == .withdrawal }.map { Array(all[($0 + 1)...]) } ?? all
    }

    /// The meeting as the last line about it tells: its agenda, and the notices that had gone up. Nil where none does.
    public func summons(of meeting: String) -> LogSummons? { lines(of: meeting).last { $0.summons != nil }?.summons }

    /// What the newest line of a meeting tells of it, taken back or not; nil where none does.
    public func facts(of meeting: MeetingID) -> MeetingFacts? {
        told[meeting.slug]?.last { $0.summons != nil }?.summons.flatMap { MeetingFacts($0) }
    }

    public func notices(of meeting: String) -> [LogNotice] {
        lines(of: meeting).last { $0.notices != nil }?.notices ?? []
    }

    /// Whether the last line about a meeting says which notices had gone up, as those of the third version do.
    public func tellsNotices(of meeting: String) -> Bool { lines(of: meeting).last?.notices != nil }

    public func isRecordSealed(_ meeting: String) -> Bool {
        papers(of: meeting).keys.contains(where: SealState.isRecord)
    }

    /// Meetings whose kallelse or minutes are sealed.
    public var meetings: Set<String> { Set(told.keys) }

    /// True where another meeting has sealed the paper since: then it is that meeting's to correct.
    func isSuperseded(_ path: String, for meeting: String) -> Bool {
        newest[path].map { $0.meeting != meeting } ?? false
    }

    /// Texts that a meeting with a sealed record has sealed, and that have become others since: among `changed`, or
    /// sealed by another meeting with other content. By meeting and path.
    public func supersededPapers(changed: Set<String>) -> [(meeting: String, paper: LogPaper)] {
        own.sorted { $0.key < $1.key }.flatMap { meeting, papers -> [(meeting: String, paper: LogPaper)] in
            guard papers.keys.contains(where: SealState.isRecord) else { return [] }
            return papers.values.filter { paper in
                guard SealedContent.isText(paper.path), !SealState.isRecord(paper.path) else { return false }
                return changed.contains(paper.path)
                    || newest[paper.path].map { $0.paper.content != paper.content } ?? true
            }.sorted { $0.path < $1.path }.map { (meeting, $0) }
        }
    }

    static func isRecord(_ path: String) -> Bool {
        SealedPath(path).file.lowercased().hasSuffix(".protokoll.md")
    }

    /// Whether a copy is kept of it.
    public func keeps(_ standing: Standing) -> Bool { log.entries[standing.entry].keeps(standing.paper) }

    /// The standings in the order of their paths' bytes.
    public var standings: [Standing] {
        newest.values.sorted { $0.paper.path.utf8.lexicographicallyPrecedes($1.paper.path.utf8) }
    }
}
