import Meetings
import Register

/// Something that subscribers are told of.
struct FeedEvent: Sendable {
    let kind: Kind
    /// For a meeting that is gone, none.
    let meeting: MeetingIndex?
    /// Those that it concerns.
    let bodies: [BodyCode]
    /// The § among the meeting's record's, for a decision and for the notice of one that was approved at once.
    var entry: EntryIndex?
    /// The meeting that was moved, or is gone.
    var former: FormerMeeting?
    /// The day that it is of, as the content says.
    let day: CalendarDate

    /// In the order in which they follow on one another at a meeting.
    enum Kind: Int, Sendable {
        case summons
        case decision
        case minutes
        case notice
        case cancelled
        case moved

        /// Its part of the entry's id.
        var name: String {
            switch self {
            case .summons: "kallelse"
            case .decision: "beslut"
            case .minutes: "protokoll"
            case .notice: "anslag"
            case .cancelled: "installt"
            case .moved: "flyttat"
            }
        }
    }
}

extension FeedEvent {
    /// Of each matter, the places of the events that are about it: a § about it, or a meeting that handles it.
    static func byMatter(_ events: [FeedEvent], _ register: SeenRegister) -> [MatterIndex: [Int]] {
        var places: [MatterIndex: [Int]] = [:]
        for (place, event) in events.enumerated() {
            for matter in event.matters(register) { places[matter, default: []].append(place) }
        }
        return places
    }

    private func matters(_ register: SeenRegister) -> Set<MatterIndex> {
        guard let meeting else { return [] }
        if let entry {
            guard case .open(_, let matters)? = register.minutes[meeting]?.entries[entry] else { return [] }
            return Set(matters)
        }
        return Set(
            register.meetings[meeting].agenda.compactMap { item in
                if case .matter(let matter, _) = item.content { matter } else { nil }
            })
    }

    /// Of its meeting among the others; one that is gone comes before them.
    private var place: Int { meeting?.position ?? -1 }

    /// Everything that has happened, the newest first.
    static func all(_ register: SeenRegister) -> [FeedEvent] {
        var events: [FeedEvent] = []
        for (index, linked) in register.meetings.indexed {
            let meeting = linked.meeting
            func add(_ kind: Kind, _ day: CalendarDate?, entry: EntryIndex? = nil) {
                guard let day else { return }
                events.append(FeedEvent(kind: kind, meeting: index, bodies: meeting.bodies, entry: entry, day: day))
            }
            if meeting.status != .planned {
                add(meeting.status == .cancelled ? .cancelled : .summons, meeting.summonsDate)
            }
            guard let record = register.minutes[index] else { continue }
            if meeting.bodies.contains(where: { register.profile.body($0, at: meeting.id)?.role == .deciding }) {
                for (place, entry) in record.entries.indexed {
                    guard let open = entry.entry, open.decision != nil else { continue }
                    let approved = record.minutes.approved(open).flatMap { $0 <= register.today ? $0 : nil }
                    add(.decision, approved ?? meeting.id.date, entry: place)
                }
            }
            add(.minutes, record.minutes.approved)
            for (place, entry) in record.entries.indexed { add(.notice, entry.entry?.approval?.posted, entry: place) }
            add(.notice, record.minutes.posted)
        }
        for former in register.formerMeetings {
            let target: MeetingIndex? = if case .moved(let meeting) = former.fate { meeting } else { nil }
            events.append(
                FeedEvent(
                    kind: .moved, meeting: target, bodies: former.bodies, former: former,
                    day: former.day ?? former.id.date))
        }
        return events.filter { $0.day <= register.today }.sorted { left, right in
            (left.day, left.place, left.kind.rawValue, left.entry?.position ?? 0, left.former?.id.slug ?? "")
                > (right.day, right.place, right.kind.rawValue, right.entry?.position ?? 0, right.former?.id.slug ?? "")
        }
    }
}
