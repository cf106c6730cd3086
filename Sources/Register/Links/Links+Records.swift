import Meetings

extension Links {
    /// The matters on a meeting's agenda.
    package func handled(at meeting: MeetingIndex) -> [MatterIndex] {
        meetings[meeting].agenda.compactMap { item in
            if case .matter(let matter, _) = item.content { matter } else { nil }
        }
    }

    /// The matter of each § of a record; of none where the meeting is not known.
    func matters(of minutes: Minutes) -> [MatterIndex?] {
        guard let meeting = meetingIndex[minutes.meeting] else { return minutes.entries.map { _ in nil } }
        let handled = handled(at: meeting)
        return minutes.entries.indices.map { matter(of: minutes.entries[$0], among: handled) }
    }

    /// The matter that a § is about: its heading names a dnr, or, for a matter without one, its title (FORMAT §6).
    package func matter(of entry: MinutesEntry, among handled: [MatterIndex]) -> MatterIndex? {
        if let matter = AgendaBuilder<Extent>.matter(named: entry.heading, matterIndex) { return matter }
        if let matter = AgendaBuilder<Extent>.matter(mentionedIn: entry.heading, matterIndex) { return matter }
        guard handled.contains(where: { matters[$0].diaryNumber == nil }) else { return nil }
        let title = Spelling.fold(entry.heading)
        return handled.first { matters[$0].diaryNumber == nil && Spelling.fold(matters[$0].title) == title }
    }
}

/// A record, with the matter of each §.
public struct LinkedMinutes: Sendable {
    public let minutes: Minutes
    public let entries: Table<MinutesEntry, Seen, LinkedEntry>

    package init(minutes: Minutes, entries: Table<MinutesEntry, Seen, LinkedEntry>) {
        (self.minutes, self.entries) = (minutes, entries)
    }
}

/// One § of a record as an audience sees it.
public enum LinkedEntry: Sendable {
    /// `matter` is nil for a § that is about none.
    case open(MinutesEntry, matter: MatterIndex?)
    /// Of a matter that the audience may not see: its number, and for a secret matter the matter's stub.
    case concealed(number: Int, stub: MatterIndex?)
}

extension LinkedEntry {
    /// The matter that an open § is about.
    package var matter: MatterIndex? {
        if case .open(_, let matter) = self { matter } else { nil }
    }

    public var number: Int {
        switch self {
        case .open(let entry, _): entry.number
        case .concealed(let number, _): number
        }
    }
}
