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
    /// What a decision sent on to a later meeting, matter by matter.
    let returned: Set<Returned>

    struct Returned: Hashable {
        let matter: Int
        let meeting: MeetingID
    }
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
    init(matters: [Matter], meetings: [Meeting], postponements: [Postponement] = [], today: CalendarDate) {
        var matterIndex: [String: Int] = [:]
        matterIndex.reserveCapacity(matters.count)
        for index in matters.indices {
            guard let key = matters[index].diaryNumber?.key, matterIndex[key] == nil else { continue }
            matterIndex[key] = index
        }
        self.matterIndex = matterIndex
        var matters = matters
        returned = Links.bringBack(postponements, &matters, matterIndex)
        var known: [MeetingID: (meeting: Meeting, named: [Int?])] = [:]
        for meeting in meetings where known[meeting.id] == nil {
            let named = meeting.agenda.map { AgendaBuilder.matter(named: $0, matterIndex) }
            // A matter that an agenda names is handled there, whatever its own dates say.
            for case let matter? in named { matters[matter].addHandling(at: meeting.id) }
            known[meeting.id] = (meeting, named)
        }
        self.matters = matters
        for index in matters.indices {
            for handling in matters[index].handlings {
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
        for place in matters.indices {
            let own = Links.consultations(of: matters[place], index)
            for (number, consultation) in own.enumerated() { handled[consultation.meeting].append((place, number)) }
            consultations.append(own)
        }
        Links.freeTakenNumbers(of: returned, handled: handled, index, &consultations)
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
        return consultations.count < 2 ? consultations : consultations.sorted { $0.id < $1.id }
    }
}

extension Links {
    /// A matter that is tabled or remitted till a day is on that day's agenda, though its own front matter may not say
    /// so yet. Those that it does not name itself are told.
    private static func bringBack(
        _ postponements: [Postponement], _ matters: inout [Matter], _ index: [String: Int]
    ) -> Set<Returned> {
        var returned: Set<Returned> = []
        for postponement in postponements.sorted(by: { $0.decided < $1.decided }) {
            let heading = postponement.entry.heading
            let named =
                AgendaBuilder.matter(named: heading, index) ?? AgendaBuilder.matter(mentionedIn: heading, index)
                ?? untitled(heading, at: postponement.decided, among: matters)
            guard let matter = named, matters[matter].visibility != .secret,
                !matters[matter].isHandled(at: postponement.meeting)
            else { continue }
            matters[matter].addHandling(at: postponement.meeting)
            returned.insert(Returned(matter: matter, meeting: postponement.meeting))
        }
        return returned
    }

    private static func untitled(_ heading: String, at meeting: MeetingID, among matters: [Matter]) -> Int? {
        let folded = Spelling.fold(heading)
        return matters.firstIndex {
            $0.diaryNumber == nil && $0.isHandled(at: meeting) && Spelling.fold($0.title) == folded
        }
    }

    /// A matter that comes back keeps its number, unless one that the secretary has put on that agenda has it: then it
    /// has none until she gives it one.
    private static func freeTakenNumbers(
        of returned: Set<Returned>, handled: [[(matter: Int, consultation: Int)]], _ index: [MeetingID: Int],
        _ consultations: inout [[Consultation]]
    ) {
        for back in returned.sorted(by: { ($0.meeting, $0.matter) < ($1.meeting, $1.matter) }) {
            guard let meeting = index[back.meeting],
                let place = handled[meeting].first(where: { $0.matter == back.matter })?.consultation
            else { continue }
            let own = consultations[back.matter][place]
            let isTaken = handled[meeting].contains { other in
                other.matter != back.matter
                    && consultations[other.matter][other.consultation].number?.first == own.number?.first
            }
            guard own.number != nil, isTaken else { continue }
            consultations[back.matter][place].number = nil
            consultations[back.matter][place].attachmentNumbers = own.attachmentNumbers.map { _ in nil }
        }
    }
}

extension Matter {
    func isHandled(at meeting: MeetingID) -> Bool {
        handlings.contains { $0.body == meeting.body && $0.dates.contains(meeting.date) }
    }

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
