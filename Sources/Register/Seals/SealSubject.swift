import Content
import Meetings

/// A meeting with all its papers, whoever may see them: what the ledger seals. It is never rendered.
public struct SealSubject: Sendable {
    public let meeting: Meeting
    /// In the agenda's order.
    public let matters: [Matter]
    public let minutes: Minutes?
    /// Of each § of the record, the places of its matters in `matters`.
    public let entryMatters: [[Int]]
}

extension Register {
    /// Nil for a meeting that nobody knows.
    public func sealSubject(_ id: MeetingID) -> SealSubject? {
        guard let index = links.meetingIndex[id] else { return nil }
        let handled = links.handled(at: index)
        var matters = handled
        let minutes = sources.records.first { $0.minutes.meeting == id }?.minutes
        let entryMatters = minutes?.entries.map { entry in
            links.matters(of: entry, among: handled).map { matter -> Int in
                if let place = matters.firstIndex(of: matter) { return place }
                matters.append(matter)
                return matters.count - 1
            }
        }
        return SealSubject(
            meeting: links.meetings[index].meeting, matters: matters.map { links.matters[$0] }, minutes: minutes,
            entryMatters: entryMatters ?? [])
    }

    /// Of a matter's text or bilaga, the meetings after one that will handle it and have not been cancelled.
    public func meetings(handling file: String, after id: MeetingID) -> [MeetingID] {
        let parts = file.split(separator: "/")
        let folder = parts.count > 3 ? parts.prefix(3).joined(separator: "/") + "/" : nil
        let owner = links.matters.firstIndex { matter in
            matter.file == file || folder.map { matter.file.hasPrefix($0) } ?? false
        }
        guard let owner else { return [] }
        return links.consultations[owner].filter { consultation in
            consultation.id > id && links.meetings[consultation.meeting].meeting.status != .cancelled
        }.map(\.id)
    }
}
