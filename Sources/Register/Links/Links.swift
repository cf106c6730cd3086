import Meetings

/// Which matter is handled at which meeting, in what order and under what numbers. A pure function of the matters and
/// meetings that it is given, so that what an audience gets is linked from what it may see and from nothing else.
struct Links: Sendable {
    let matters: [Matter]
    /// By day, then by body. Includes meetings that are known only from their matters.
    let meetings: [LinkedMeeting]
    /// Of each matter, by day.
    let consultations: [[Consultation]]
    let meetingIndex: [MeetingID: Int]
    let matterIndex: [String: Int]
}

/// A meeting with its agenda.
public struct LinkedMeeting: Sendable {
    public let meeting: Meeting
    public internal(set) var agenda: [AgendaItem]
}

/// One line of an agenda.
public struct AgendaItem: Sendable {
    public let content: Content

    public enum Content: Sendable, Equatable {
        case heading(String)
        /// An index among the matters, and one among that matter's consultations.
        case matter(Int, consultation: Int)
    }
}

/// One matter at one meeting.
public struct Consultation: Sendable {
    /// An index among the meetings.
    public let meeting: Int
    public let id: MeetingID
    /// The matter's own number in that meeting's packet.
    public internal(set) var number: AttachmentNumber?
    /// Of each of the matter's attachments.
    public internal(set) var attachmentNumbers: [AttachmentNumber?]
    /// The index of its § among the meeting's record's.
    public internal(set) var entry: Int?
}

extension Links {
    init(matters: [Matter], meetings: [Meeting], today: CalendarDate) {
        let numbered = matters.enumerated().compactMap { index, matter in matter.diaryNumber.map { ($0.key, index) } }
        let matterIndex = Dictionary(numbered) { first, _ in first }
        self.matterIndex = matterIndex
        var matters = matters
        var known: [MeetingID: (meeting: Meeting, named: [Int?])] = [:]
        for meeting in meetings where known[meeting.id] == nil {
            let named = meeting.agenda.map { AgendaBuilder.matter(named: $0, matterIndex) }
            // A matter that an agenda names is handled there, whatever its own dates say.
            for case let matter? in named { matters[matter].addHandling(at: meeting.id) }
            known[meeting.id] = (meeting, named)
        }
        self.matters = matters
        for matter in matters {
            for handling in matter.handlings {
                for date in handling.dates {
                    let id = MeetingID(body: handling.body, date: date)
                    if known[id] == nil {
                        let status = Meeting.Status(date: date, summonsDate: nil, today: today)
                        known[id] = (Meeting(id: id, status: status), [])
                    }
                }
            }
        }
        let ordered = known.values.sorted { $0.meeting.id < $1.meeting.id }
        let index = Dictionary(ordered.enumerated().map { ($1.meeting.id, $0) }) { first, _ in first }
        meetingIndex = index

        var consultations: [[Consultation]] = []
        consultations.reserveCapacity(matters.count)
        var handled = [[(matter: Int, consultation: Int)]](repeating: [], count: ordered.count)
        for (place, matter) in matters.enumerated() {
            let own = Links.consultations(of: matter, index)
            for (number, consultation) in own.enumerated() { handled[consultation.meeting].append((place, number)) }
            consultations.append(own)
        }
        var linked: [LinkedMeeting] = []
        linked.reserveCapacity(ordered.count)
        for (place, (meeting, named)) in ordered.enumerated() {
            let builder = AgendaBuilder(meeting: meeting, named: named, handled: handled[place], matters: matters)
            let agenda = builder.agenda()
            AutomaticNumbers.assign(to: agenda, matters: matters, &consultations)
            linked.append(LinkedMeeting(meeting: meeting, agenda: agenda))
        }
        self.meetings = linked
        self.consultations = consultations
    }

    private static func consultations(of matter: Matter, _ index: [MeetingID: Int]) -> [Consultation] {
        var consultations: [Consultation] = []
        for handling in matter.handlings {
            let numbers = handling.attachmentNumbers(of: matter.attachments)
            for date in handling.dates {
                let id = MeetingID(body: handling.body, date: date)
                guard let meeting = index[id] else { continue }
                consultations.append(
                    Consultation(
                        meeting: meeting, id: id, number: handling.numbers.first, attachmentNumbers: numbers))
            }
        }
        return consultations.sorted { $0.id < $1.id }
    }
}

extension Matter {
    fileprivate mutating func addHandling(at meeting: MeetingID) {
        guard let index = handlings.firstIndex(where: { $0.body == meeting.body }) else {
            handlings.append(Handling(body: meeting.body, dates: [meeting.date]))
            return
        }
        if !handlings[index].dates.contains(meeting.date) {
            handlings[index].dates = (handlings[index].dates + [meeting.date]).sorted()
        }
    }
}
