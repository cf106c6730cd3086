import Meetings
import Register

extension Gate {
    /// Those whose addresses an audience may have been sent to. One is known to be gone from the log alone.
    func former(_ seals: [MeetingSeal], from all: Links<Whole>, to seen: Links<Seen>) -> [FormerMeeting] {
        var former: [FormerMeeting] = []
        let changes = { (id: MeetingID) in
            MeetingFacts.changes(seals.filter { $0.meeting == id }.flatMap(\.told))
        }
        var told: Set<MeetingID> = []
        for (index, linked) in seen.meetings.indexed {
            let meeting = linked.meeting
            for id in meeting.movedFrom where seen.meetingIndex[id] == nil && told.insert(id).inserted {
                let sealed = seals.last { $0.meeting == id && $0.kind == .summons }?.day
                former.append(
                    FormerMeeting(
                        id: id, bodies: meeting.bodies, fate: .moved(to: index), day: meeting.summonsDate ?? sealed,
                        changes: changes(id)))
            }
        }
        for seal in seals where seal.isCalling && all.meetingIndex[all.names.name(seal.meeting)] == nil {
            guard seal.papers.contains(where: { maySee($0) }), told.insert(seal.meeting).inserted else { continue }
            former.append(
                FormerMeeting(
                    id: seal.meeting, bodies: [seal.meeting.body], fate: .gone, day: seal.day,
                    changes: changes(seal.meeting)))
        }
        return former.sorted { $0.id < $1.id }
    }

    /// Of each meeting, how often what stands in people's calendars has changed since it was called, as the log tells.
    func changes(_ seals: MeetingTable<[MeetingSeal]>, _ meetings: MeetingTable<LinkedMeeting>) -> MeetingTable<Int> {
        meetings.indices.table { index in
            let told = seals[index].flatMap(\.told)
            return told.isEmpty ? 0 : MeetingFacts.changes(told + [MeetingFacts(meetings[index].meeting)])
        }
    }

    /// Meetings that exist, or have been moved, and are not for this audience: what was published there goes without a
    /// trace.
    func hidden(from all: Links<Whole>, to seen: Links<Seen>) -> Set<MeetingID> {
        let former = seen.meetings.flatMap(\.meeting.movedFrom)
        return Set(all.meetingIndex.keys).union(all.meetings.flatMap(\.meeting.movedFrom))
            .subtracting(seen.meetingIndex.keys).subtracting(former)
    }
}
