/// What a sealing would write: nothing, or one entry.
public struct SealPlan: Sendable {
    public let outcome: Outcome

    public enum Outcome: Sendable, Hashable {
        case entry(LogEntry.Kind, papers: [LogPaper], withdrawn: [String])
        case nothingNew
        /// There is nothing to correct: the meeting was never sealed.
        case neverSealed
        /// Sealed papers are others, or gone: that takes a correction.
        case needsCorrection(changed: [String], withdrawn: [String])
    }

    /// Whether the meeting's days, hours, place, cancellation and agenda are those that the log's last line tells.
    public enum Calling: Sendable {
        case asSealed
        case otherwise
    }

    /// `summons` are the papers of the kallelse, `minutes` those of the approved record and nil while there is none;
    /// `paragraphs` the §§ that were approved at once.
    public init(
        _ state: SealState, meeting: String, summons: [LogPaper], minutes: [LogPaper]?, paragraphs: [LogPaper] = [],
        calling: Calling = .asSealed, notices: [LogNotice] = [],
        isCorrection: Bool
    ) {
        let own = state.papers(of: meeting)
        let lines = state.lines(of: meeting)
        let record = minutes?.first?.path
        let isRecordSealed = record.map { own[$0] != nil } ?? false
        let isOurs = { (path: String) in !state.isSuperseded(path, for: meeting) }
        let recorded = (minutes ?? []) + paragraphs
        let all = recorded + summons.filter { paper in !recorded.contains { $0.path == paper.path } }
        let changed = all.filter { paper in
            guard let sealed = own[paper.path], isOurs(paper.path) else { return false }
            // A corrected proposal changes what the record shows as decided.
            let isShownOtherwise = isCorrection && paper.path == record && sealed.published != paper.published
            return sealed.content != paper.content || isShownOtherwise
        }
        let present = Set(all.map(\.path))
        // Which file is the signed record may change freely; what was sealed of it stays sealed.
        let isMeetings = { (path: String) in path.hasPrefix("moten/\(meeting)/") }
        let withdrawn = own.keys.filter { !present.contains($0) && isOurs($0) && !isMeetings($0) }.sorted()
        let signed = (minutes ?? []).filter { isMeetings($0.path) && own[$0.path] == nil }
        let atOnce = isRecordSealed ? [] : paragraphs.filter { own[$0.path] == nil }
        // Once there are minutes, what has come since the kallelse was sealed is sealed with them; then it takes a correction.
        let isHeld = minutes != nil || !paragraphs.isEmpty
        let hasCalled = lines.contains { $0.kind == .summons }
        let news = summons.filter { own[$0.path] == nil && isOurs($0.path) }
        let late = isHeld && hasCalled ? news : []
        let added = isHeld && !(isCorrection && hasCalled) ? [] : news

        let sealed = state.notices(of: meeting)
        let isNoticeChanged = !sealed.allSatisfy(notices.contains)
        let isNoticeNew = notices.contains { notice in !sealed.contains { $0.paragraph == notice.paragraph } }
        let isAgendaChanged = (isRecordSealed || isCorrection) && calling == .otherwise

        if isCorrection {
            if lines.isEmpty {
                outcome = .neverSealed
            } else if changed.isEmpty && withdrawn.isEmpty && added.isEmpty && !isNoticeChanged && !isAgendaChanged {
                outcome = .nothingNew
            } else {
                outcome = .entry(.correction, papers: changed + added, withdrawn: withdrawn)
            }
        } else if !changed.isEmpty || !withdrawn.isEmpty || isNoticeChanged || isAgendaChanged
            || isRecordSealed && !late.isEmpty
        {
            let other = [isNoticeChanged ? record : nil, isAgendaChanged ? "moten/\(meeting).md" : nil]
            let paths = changed.map(\.path) + other.compactMap(\.self) + (isRecordSealed ? late.map(\.path) : [])
            outcome = .needsCorrection(changed: paths, withdrawn: withdrawn)
        } else if let minutes {
            outcome =
                isRecordSealed && !signed.isEmpty
                ? .entry(.supplement, papers: signed, withdrawn: [])
                : isRecordSealed
                    ? isNoticeNew ? .entry(.notice, papers: [], withdrawn: []) : .nothingNew
                    : .entry(
                        .minutes, papers: minutes.filter { $0.path == record || isOurs($0.path) } + late, withdrawn: [])
        } else if !paragraphs.isEmpty {
            outcome =
                !atOnce.isEmpty
                ? .entry(.paragraphs, papers: atOnce, withdrawn: [])
                : isNoticeNew ? .entry(.notice, papers: [], withdrawn: []) : .nothingNew
        } else if lines.isEmpty {
            outcome = summons.isEmpty ? .nothingNew : .entry(.summons, papers: summons, withdrawn: [])
        } else {
            let hasNews = !added.isEmpty || calling == .otherwise
            outcome = hasNews ? .entry(.supplement, papers: added, withdrawn: []) : .nothingNew
        }
    }
}

extension SealPlan {
    /// The paths that lose their seals when a kallelse is taken back; nil where there is none, or where the record is sealed.
    public static func withdrawn(_ state: SealState, meeting: String) -> [String]? {
        let lines = state.lines(of: meeting)
        guard !lines.isEmpty, !lines.contains(where: { $0.kind == .minutes }) else { return nil }
        return state.papers(of: meeting).keys.sorted()
    }
}
