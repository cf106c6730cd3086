import Meetings

/// Under which other names meetings are known (FORMAT §5): another body of those that meet together, another of several
/// days, a day that a meeting was moved from. A meeting with a file of its own is itself.
package struct MeetingNames: Sendable {
    private var names: [MeetingID: MeetingID] = [:]
}

extension MeetingNames {
    init(_ meetings: [Meeting]) {
        let usual = meetings.allSatisfy { $0.bodies.count == 1 && $0.days.count == 1 && $0.movedFrom.isEmpty }
        guard !usual else { return }
        let own = Set(meetings.map(\.id))
        for meeting in meetings {
            let days = meeting.days.map { MeetingDay(date: $0, ordinal: meeting.id.ordinal) }
            let others = meeting.bodies.flatMap { body in days.map { MeetingID(body: body, day: $0) } }
            let former = meeting.movedFrom.flatMap { id in
                [id] + meeting.bodies.map { MeetingID(body: $0, day: id.day) }
            }
            for name in others + former where !own.contains(name) && names[name] == nil { names[name] = meeting.id }
        }
    }

    /// The meeting's own name.
    package func name(_ id: MeetingID) -> MeetingID { names.isEmpty ? id : names[id] ?? id }

    /// A matter whose days are those of the meetings' own names.
    func resolved(_ matter: Matter) -> Matter {
        guard !names.isEmpty, matter.handlings.contains(where: { $0.meetings.contains { names[$0] != nil } }) else {
            return matter
        }
        var resolved = matter
        resolved.handlings = []
        for handling in matter.handlings {
            for id in handling.meetings {
                let own = name(id)
                if let index = resolved.handlings.firstIndex(where: { $0.body == own.body }) {
                    resolved.handlings[index].take(own.day)
                } else {
                    resolved.handlings.append(Handling(body: own.body, days: [own.day]))
                }
                // Numbers that only the other name has come with its day.
                if own != id, resolved.numbers.entry(at: own) == nil, let entry = matter.numbers.entry(at: id) {
                    resolved.numbers.ofMeetings[own] = entry
                }
            }
        }
        return resolved
    }

    func resolved(_ postponement: Postponement) -> Postponement {
        Postponement(
            decided: name(postponement.decided), entry: postponement.entry, meeting: name(postponement.meeting))
    }
}

extension Handling {
    fileprivate mutating func take(_ day: MeetingDay) {
        if !days.contains(day) { days = (days + [day]).sorted() }
    }
}
