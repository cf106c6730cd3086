import Meetings

/// The log as the site's pages tell of it.
public struct SealHistory: Sendable {
    public let seals: [MeetingSeal]

    /// `day` is a time's day where the board sits. A line about a meeting of a body that the site no longer has tells
    /// no page anything.
    public init(_ log: DecisionLog, in folder: LedgerFolder, bodies: [Body], day: (LogTime) -> CalendarDate) {
        var seals: [MeetingSeal] = []
        var latest: [String: [String: LogPaper]] = [:]
        for (index, entry) in log.entries.enumerated() {
            // A notice is shown as a notice.
            guard let kind = MeetingSeal.Kind(entry.kind),
                let meeting = MeetingName.meeting(entry.meeting, bodies: bodies)
            else { continue }
            var own = latest[entry.meeting] ?? [:]
            var papers: [SealedPaper] = []
            let isFirst = entry.kind == .summons || entry.kind == .minutes || entry.kind == .paragraphs
            for paper in entry.papers {
                let change: SealedPaper.Change
                var difference: TextDifference?
                if let old = own[paper.path] {
                    if old.content == paper.content && old.published == paper.published {
                        change = .sealed
                    } else {
                        let words = SealedDifference.words(from: old, to: paper, in: folder)
                        change = .replaced(SealedDifference.size(words, from: old, to: paper))
                        // What others could see before is no measure of what they may see of it now.
                        difference = SealHistory.isAsVisible(old, paper) ? words : nil
                    }
                } else {
                    change = isFirst ? .sealed : .added
                }
                papers.append(SealedPaper(paper, change, difference, since: own[paper.path]))
                own[paper.path] = paper
            }
            for path in entry.withdrawn {
                if let old = own.removeValue(forKey: path) { papers.append(SealedPaper(old, .withdrawn)) }
            }
            latest[entry.meeting] = own
            var seal = MeetingSeal(
                meeting: meeting, kind: kind, day: day(entry.time),
                reason: entry.reason.isEmpty ? nil : entry.reason, papers: papers)
            seal.line = index
            seal.told = [entry.summons.flatMap { MeetingFacts($0) }].compactMap(\.self)
            // What was taken back is sealed no longer; that it was, and why, is told. What stood in calendars did.
            if entry.kind == .withdrawal {
                seal.told = seals.filter { $0.meeting == meeting }.flatMap(\.told) + seal.told
                seals.removeAll { $0.meeting == meeting && $0.kind != .withdrawal }
            }
            seals.append(seal)
        }
        self.seals = seals
    }
}

extension SealHistory {
    /// Both versions, and every part of them, were for the same readers.
    private static func isAsVisible(_ old: LogPaper, _ new: LogPaper) -> Bool {
        (old.published + new.published).allSatisfy { $0.visibility == new.visibility }
            && old.visibility == new.visibility
    }
}

extension SealedPaper {
    fileprivate init(
        _ paper: LogPaper, _ change: Change, _ difference: TextDifference? = nil, since old: LogPaper? = nil
    ) {
        let before = Set(old?.published ?? [])
        self.init(
            file: "content/" + paper.path, title: paper.title,
            visibility: Visibility(rawValue: paper.visibility) ?? .secret, change: change,
            published: paper.published.map {
                Published(
                    address: $0.address, part: $0.part, digest: $0.digest.text,
                    visibility: Visibility(rawValue: $0.visibility) ?? .secret)
            }, difference: difference,
            changedParts: old == nil ? [] : Set(paper.published.filter { !before.contains($0) }.map(\.part)))
    }
}

extension MeetingSeal.Kind {
    fileprivate init?(_ kind: LogEntry.Kind) {
        switch kind {
        case .summons: self = .summons
        case .supplement: self = .supplement
        case .minutes: self = .minutes
        case .paragraphs: self = .paragraphs
        case .notice: return nil
        case .correction: self = .correction
        case .withdrawal: self = .withdrawal
        }
    }
}

extension SealHistory {
    /// The numbers that papers were sent with, as the lines of the second version tell.
    public static func sentNumbers(_ log: DecisionLog, bodies: [Body]) -> SentNumbers {
        var sent = SentNumbers()
        for entry in log.entries {
            guard let meeting = MeetingName.meeting(entry.meeting, bodies: bodies) else { continue }
            if entry.kind == .withdrawal { sent.remove(meeting) }
            guard let summons = entry.summons, entry.kind != .withdrawal else { continue }
            for item in summons.agenda {
                if !item.paper.path.isEmpty {
                    let matter = "content/" + item.paper.path
                    sent.insert(matter: matter, at: meeting)
                    sent.setList(item.attachments.compactMap { SentPaper($0) }, of: matter, at: meeting)
                }
                // What waited for its day was sent to nobody, and takes the next number when it comes.
                for paper in [item.paper] + item.attachments
                where !paper.path.isEmpty && !(paper.number.isEmpty && paper.visibility == Visibility.draft.rawValue) {
                    sent.insert("content/" + paper.path, AttachmentNumber(paper.number), at: meeting)
                }
            }
        }
        return sent
    }
}

extension MeetingFacts {
    init?(_ summons: LogSummons) {
        let days = summons.days.compactMap { CalendarDate(iso: $0) }
        guard !days.isEmpty else { return nil }
        self.init(
            days: days, time: summons.time.isEmpty ? nil : summons.time,
            place: summons.place.isEmpty ? nil : summons.place,
            isCancelled: summons.status == Meeting.Status.cancelled.rawValue)
    }
}

extension SentPaper {
    /// Nil for a bilaga that had no file, and for one that was held back.
    fileprivate init?(_ paper: LogSummons.Paper) {
        guard !paper.path.isEmpty, let visibility = Visibility(rawValue: paper.visibility), visibility != .draft else {
            return nil
        }
        self.init(file: "content/" + paper.path, title: paper.title, visibility: visibility)
    }
}
