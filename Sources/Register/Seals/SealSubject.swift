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
    public let agenda: [Item]

    /// A line of the agenda.
    public enum Item: Sendable {
        case heading(String)
        /// A place in `matters`, and the numbers of its text and its bilagor at this meeting.
        case matter(Int, number: AttachmentNumber?, attachments: [AttachmentNumber?])
    }

    /// Of a meeting that is gone: what was sealed of it can only be withdrawn.
    public init(gone id: MeetingID) {
        meeting = Meeting(id: id, status: .cancelled)
        (matters, minutes, entryMatters, agenda) = ([], nil, [], [])
    }

    init(
        meeting: Meeting, matters: [Matter], minutes: Minutes?, entryMatters: [[Int]], agenda: [Item]
    ) {
        (self.meeting, self.matters, self.minutes) = (meeting, matters, minutes)
        (self.entryMatters, self.agenda) = (entryMatters, agenda)
    }
}

extension Register {
    /// Nil for a meeting that nobody knows.
    public func sealSubject(_ id: MeetingID) -> SealSubject? {
        guard let index = links.meetingIndex[id] else { return nil }
        let handled = links.handled(at: index)
        var matters = handled
        let minutes = recordIndex[id].map { sources.records[$0].minutes }
        let entryMatters = minutes?.entries.map { entry in
            links.matters(of: entry, among: handled).map { matter -> Int in
                if let place = matters.firstIndex(of: matter) { return place }
                matters.append(matter)
                return matters.count - 1
            }
        }
        var place = 0
        let agenda = links.meetings[index].agenda.map { item -> SealSubject.Item in
            switch item.content {
            case .heading(let text): return .heading(text)
            case .matter(let matter, let consultation):
                let own = links.consultations[matter][consultation]
                defer { place += 1 }
                return .matter(place, number: own.number, attachments: own.attachmentNumbers)
            }
        }
        return SealSubject(
            meeting: links.meetings[index].meeting, matters: matters.map { links.matters[$0] }, minutes: minutes,
            entryMatters: entryMatters ?? [], agenda: agenda)
    }

    /// Those whose record was signed electronically, in the records' order.
    public var signedMeetings: [MeetingID] {
        sources.records.filter { !$0.minutes.signed.isEmpty }.map(\.minutes.meeting)
    }

    /// Where a meeting was moved to; nil for one that was not.
    public func meeting(movedFrom id: MeetingID) -> MeetingID? {
        links.meetings.first { $0.meeting.movedFrom.contains(id) }?.meeting.id
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
