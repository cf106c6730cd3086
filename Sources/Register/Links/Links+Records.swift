import Meetings

extension Links {
    /// The matters on a meeting's agenda.
    package func handled(at meeting: MeetingIndex) -> [MatterIndex] {
        meetings[meeting].agenda.compactMap { item in
            if case .matter(let matter, _) = item.content { matter } else { nil }
        }
    }

    /// The matters of each § of a record; of none where the meeting is not known.
    func matters(of minutes: Minutes) -> [[MatterIndex]] {
        guard let meeting = meetingIndex[minutes.meeting] else { return minutes.entries.map { _ in [] } }
        let handled = handled(at: meeting)
        return minutes.entries.indices.map { matters(of: minutes.entries[$0], among: handled) }
    }

    /// The matters that a § is about: its heading names their dnr, or, for a matter without one, its title (FORMAT §6).
    package func matters(of entry: MinutesEntry, among handled: [MatterIndex]) -> [MatterIndex] {
        let named = AgendaBuilder<Extent>.matters(ofParagraph: entry.heading, matterIndex)
        guard named.isEmpty, handled.contains(where: { matters[$0].diaryNumber == nil }) else { return named }
        let title = Spelling.words(entry.heading)
        return handled.first { matters[$0].diaryNumber == nil && Spelling.words(matters[$0].title) == title }
            .map { [$0] } ?? []
    }
}

/// A record, with the matters of each §.
public struct LinkedMinutes: Sendable {
    public let minutes: Minutes
    public let entries: Table<MinutesEntry, Seen, LinkedEntry>
    /// The §§ that were approved at once.
    private let approvedAtOnce: [MinutesEntry]

    package init(minutes: Minutes, entries: Table<MinutesEntry, Seen, LinkedEntry>) {
        (self.minutes, self.entries) = (minutes, entries)
        approvedAtOnce = entries.compactMap(\.entry).filter { $0.approval != nil }
    }

    /// The notices of the §§ that were approved at once, and the record's own.
    public func notices(_ rules: NoticeRules) -> [Notice] {
        Notice.all(minutes, entries: approvedAtOnce, rules: rules)
    }
}

/// One § of a record as an audience sees it.
public enum LinkedEntry: Sendable {
    /// `matters` are those that it decides, in its heading's order; none for a § that is about none.
    case open(MinutesEntry, matters: [MatterIndex])
    /// Of a matter that the audience may not see, perhaps beside others: its number, and for a secret matter the
    /// matter's stub.
    case concealed(number: Int, stub: MatterIndex?)
}

extension LinkedEntry {
    /// The § itself, where it is seen.
    public var entry: MinutesEntry? {
        if case .open(let entry, _) = self { entry } else { nil }
    }

    public var number: Int {
        switch self {
        case .open(let entry, _): entry.number
        case .concealed(let number, _): number
        }
    }
}
