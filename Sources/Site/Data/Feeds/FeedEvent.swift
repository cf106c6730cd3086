import Meetings
import Register

/// Something that subscribers are told of.
struct FeedEvent: Sendable {
    let kind: Kind
    let meeting: MeetingIndex
    /// The § among the meeting's record's, for a decision and for the notice of one that was approved at once.
    let entry: EntryIndex?
    /// The day that it is of, as the content says.
    let day: CalendarDate

    /// In the order in which they follow on one another at a meeting.
    enum Kind: Int, Sendable {
        case summons
        case decision
        case minutes
        case notice

        /// Its part of the entry's id.
        var name: String {
            switch self {
            case .summons: "kallelse"
            case .decision: "beslut"
            case .minutes: "protokoll"
            case .notice: "anslag"
            }
        }
    }
}

extension FeedEvent {
    /// Everything that has happened, the newest first.
    static func all(_ register: SeenRegister) -> [FeedEvent] {
        let deciding = Set(register.profile.bodies.filter { $0.role == .deciding }.map(\.code))
        var events: [FeedEvent] = []
        for (index, linked) in register.meetings.indexed {
            let meeting = linked.meeting
            if meeting.status != .planned, let sent = meeting.summonsDate {
                events.append(FeedEvent(kind: .summons, meeting: index, entry: nil, day: sent))
            }
            guard let record = register.minutes[index] else { continue }
            if deciding.contains(meeting.id.body) {
                for (place, entry) in record.entries.indexed {
                    guard let open = entry.entry, open.decision != nil else { continue }
                    let approved = record.minutes.approved(open).flatMap { $0 <= register.today ? $0 : nil }
                    let day = approved ?? meeting.id.date
                    events.append(FeedEvent(kind: .decision, meeting: index, entry: place, day: day))
                }
            }
            if let approved = record.minutes.approved {
                events.append(FeedEvent(kind: .minutes, meeting: index, entry: nil, day: approved))
            }
            for (place, entry) in record.entries.indexed {
                guard let posted = entry.entry?.approval?.posted else { continue }
                events.append(FeedEvent(kind: .notice, meeting: index, entry: place, day: posted))
            }
            if let posted = record.minutes.posted {
                events.append(FeedEvent(kind: .notice, meeting: index, entry: nil, day: posted))
            }
        }
        return events.filter { $0.day <= register.today }.sorted { left, right in
            (left.day, left.meeting, left.kind.rawValue, left.entry?.position ?? 0)
                > (right.day, right.meeting, right.kind.rawValue, right.entry?.position ?? 0)
        }
    }
}
