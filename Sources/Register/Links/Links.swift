import Meetings

/// Which matter is handled at which meeting, in what order and under what numbers. A pure function of the matters and
/// meetings that it is given, so that what an audience gets is linked from what it may see and from nothing else.
public struct Links<Extent>: Sendable {
    package let matters: MatterTable<Matter>
    /// By day, then by body. Includes meetings that are known only from their matters.
    package let meetings: MeetingTable<LinkedMeeting>
    /// Of each matter, by day.
    package let consultations: MatterTable<ConsultationTable>
    package let meetingIndex: [MeetingID: MeetingIndex]
    package let matterIndex: [String: MatterIndex]
    package let names: MeetingNames
    /// What a decision sent on to a later meeting, matter by matter.
    let returned: Set<Returned>
    /// What a meeting that has been held was sent with, though the matter no longer has its day.
    let kept: Set<Returned>
    /// Of each meeting with a file, what its agenda's lines name.
    let agendaNames: [MeetingID: AgendaNames<Extent>]

    struct Returned: Hashable {
        let matter: MatterIndex
        let meeting: MeetingID
    }

    public typealias MatterIndex = RowIndex<Matter, Extent>
    public typealias MeetingIndex = RowIndex<Meeting, Extent>
    public typealias EntryIndex = RowIndex<MinutesEntry, Extent>
    /// A place among one matter's consultations.
    public typealias ConsultationIndex = RowIndex<Consultation, Extent>
    public typealias MatterTable<Row> = Table<Matter, Extent, Row>
    public typealias MeetingTable<Row> = Table<Meeting, Extent, Row>
    public typealias ConsultationTable = Table<Consultation, Extent, Consultation>

    /// A meeting with its agenda.
    public struct LinkedMeeting: Sendable {
        public let meeting: Meeting
        public let agenda: [AgendaItem]
        /// The numbers of what everybody may see are the program's.
        public let isNumberedAutomatically: Bool
    }

    /// One line of an agenda: a point, or what stands below the point before it.
    public struct AgendaItem: Sendable {
        public let content: Content
        public let level: AgendaLevel

        public enum Content: Sendable, Equatable {
            case heading(String)
            case matter(MatterIndex, consultation: ConsultationIndex)
        }
    }

    /// One matter at one meeting.
    public struct Consultation: Sendable {
        public let meeting: MeetingIndex
        public let id: MeetingID
        /// The matter's own number in that meeting's packet.
        public internal(set) var number: AttachmentNumber?
        /// Of each of the matter's attachments.
        public internal(set) var attachmentNumbers: [AttachmentNumber?]
        /// Its §§ in the meeting's record, those too that the audience may not see.
        public package(set) var entries: [EntryIndex] = []
    }

    /// A matter on a meeting's agenda.
    package typealias Handled = (matter: MatterIndex, consultation: ConsultationIndex)
}

public typealias ConsultationIndex = Links<Seen>.ConsultationIndex
public typealias LinkedMeeting = Links<Seen>.LinkedMeeting
public typealias AgendaItem = Links<Seen>.AgendaItem
public typealias Consultation = Links<Seen>.Consultation

extension Links {
    init(
        matters: [Matter], meetings: [Meeting], postponements: [Postponement] = [], raised: [RaisedMatter] = [],
        sent: SentNumbers = SentNumbers(), today: CalendarDate
    ) {
        let names = MeetingNames(meetings)
        self.names = names
        var matters = MatterTable(matters.map { names.resolved($0) })
        let matterIndex = Links.matterIndex(matters)
        self.matterIndex = matterIndex
        returned = Links.bringBack(postponements.map { names.resolved($0) }, &matters, matterIndex)
        kept = Links.keep(sent, &matters, today: today)
        Links.add(raised, &matters)
        var known: [MeetingID: (meeting: Meeting, names: [AgendaNames<Extent>.Name])] = [:]
        var agendaNames: [MeetingID: AgendaNames<Extent>] = [:]
        let dated = Links.dated(matters)
        let undated = Links.undated(matters)
        for meeting in meetings where known[meeting.id] == nil {
            let titles = Dictionary(grouping: meeting.agenda.isEmpty ? [] : dated[meeting.id] ?? []) {
                Spelling.words(matters[$0].title)
            }
            let names = AgendaNames<Extent>(meeting.agenda, matterIndex, titles: titles, undated: undated)
            // A matter that an agenda names is handled there, whatever its own dates say.
            for case .matter(let matter) in names.lines { matters[matter].addHandling(at: meeting.id) }
            known[meeting.id] = (meeting, names.lines)
            agendaNames[meeting.id] = names
        }
        self.agendaNames = agendaNames
        self.matters = matters
        for index in matters.indices {
            for id in matters[index].handlings.lazy.flatMap(\.meetings) where known[id] == nil {
                let status = Meeting.Status(date: id.date, summonsDate: nil, today: today)
                known[id] = (Meeting(id: id, status: status), [])
            }
        }
        let ordered = known.values.sorted { $0.meeting.id < $1.meeting.id }
        let index = Dictionary(ordered.enumerated().map { ($1.meeting.id, MeetingIndex($0)) }) { first, _ in first }
        meetingIndex = index

        var consultations = matters.table { Links.consultations(of: $0, index) }
        var handled = MeetingTable<[Handled]>(repeating: [], count: ordered.count)
        for (place, own) in consultations.indexed {
            for (number, consultation) in own.indexed { handled[consultation.meeting].append((place, number)) }
        }
        var linked: [LinkedMeeting] = []
        linked.reserveCapacity(ordered.count)
        for ((meeting, names), handled) in zip(ordered, handled) {
            let isAutomatic = Numbering.isAutomatic(handled.map { matters[$0.matter] }, at: meeting.id)
            let builder = AgendaBuilder<Extent>(
                meeting: meeting, names: names, handled: handled, matters: matters, isAutomatic: isAutomatic,
                sent: sent[meeting.id])
            var agenda = builder.agenda()
            if meeting.id.date < today, let files = sent.matters[meeting.id] {
                Links.order(&agenda, as: files, matters)
            }
            let own = agenda.compactMap(\.handled)
            let numbering = Numbering(of: own.map { matters[$0.matter] }, at: meeting.id)
            for (place, numbers) in zip(own, numbering.papers) {
                consultations[place.matter][place.consultation].number = numbers.own
                consultations[place.matter][place.consultation].attachmentNumbers = numbers.attachments
            }
            if var papers = sent[meeting.id] { papers.settle(agenda, matters: matters, &consultations) }
            linked.append(LinkedMeeting(meeting: meeting, agenda: agenda, isNumberedAutomatically: isAutomatic))
        }
        self.meetings = MeetingTable(linked)
        self.consultations = consultations
    }

    /// By dnr. One that a matter had before leads to it, where no other has it now.
    private static func matterIndex(_ matters: MatterTable<Matter>) -> [String: MatterIndex] {
        var index: [String: MatterIndex] = [:]
        index.reserveCapacity(matters.count)
        for place in matters.indices {
            guard let key = matters[place].diaryNumber?.key, index[key] == nil else { continue }
            index[key] = place
        }
        for place in matters.indices where !matters[place].formerNumbers.isEmpty {
            for number in matters[place].formerNumbers where index[number.key] == nil { index[number.key] = place }
        }
        return index
    }

    private static func consultations(of matter: Matter, _ index: [MeetingID: MeetingIndex]) -> ConsultationTable {
        var consultations: [Consultation] = []
        for handling in matter.handlings {
            for id in handling.meetings {
                guard let meeting = index[id] else { continue }
                consultations.append(Consultation(meeting: meeting, id: id, number: nil, attachmentNumbers: []))
            }
        }
        return ConsultationTable(consultations.count < 2 ? consultations : consultations.sorted { $0.id < $1.id })
    }
}

extension Links {
    /// The days of a meeting that has been held stand as its sealed kallelse has them (FORMAT §13).
    private static func keep(
        _ sent: SentNumbers, _ matters: inout MatterTable<Matter>, today: CalendarDate
    ) -> Set<Returned> {
        let held = sent.matters.filter { $0.key.date < today }
        guard !held.isEmpty else { return [] }
        let index = Dictionary(matters.indexed.map { ($1.file, $0) }) { first, _ in first }
        var kept: Set<Returned> = []
        for (meeting, files) in held {
            for matter in files.compactMap({ index[$0] }) where !matters[matter].isHandled(at: meeting) {
                matters[matter].addHandling(at: meeting)
                kept.insert(Returned(matter: matter, meeting: meeting))
            }
        }
        return kept
    }

    private static func add(_ raised: [RaisedMatter], _ matters: inout MatterTable<Matter>) {
        guard !raised.isEmpty else { return }
        let index = Dictionary(matters.indexed.map { ($1.file, $0) }) { first, _ in first }
        for matter in raised {
            if let place = index[matter.file] { matters[place].addHandling(at: matter.meeting) }
        }
    }

    /// The ärenden that a meeting that has been held was called with stand as they did then, at the places that they have
    /// together; what came later stays where it is.
    private static func order(_ agenda: inout [AgendaItem], as files: [String], _ matters: MatterTable<Matter>) {
        let rank = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func place(_ item: AgendaItem) -> Int? { item.handled.flatMap { rank[matters[$0.matter].file] } }
        let places = agenda.indices.filter { place(agenda[$0]) != nil }
        let sorted = places.sorted { (place(agenda[$0]) ?? 0) < (place(agenda[$1]) ?? 0) }
        guard sorted != places else { return }
        let was = agenda
        for (own, other) in zip(places, sorted) {
            agenda[own] = AgendaItem(content: was[other].content, level: was[own].level)
        }
    }

    /// A matter that is tabled or remitted till a day is on that day's agenda, though its own front matter may not say
    /// so yet. Those that it does not name itself are told.
    private static func bringBack(
        _ postponements: [Postponement], _ matters: inout MatterTable<Matter>, _ index: [String: MatterIndex]
    ) -> Set<Returned> {
        var returned: Set<Returned> = []
        for postponement in postponements.sorted(by: { $0.decided < $1.decided }) {
            let heading = postponement.entry.heading
            var named = AgendaBuilder<Extent>.matters(ofParagraph: heading, index)
            if named.isEmpty {
                named = [untitled(heading, at: postponement.decided, among: matters)].compactMap(\.self)
            }
            for matter in named
            where matters[matter].visibility != .secret && !matters[matter].isHandled(at: postponement.meeting) {
                matters[matter].addHandling(at: postponement.meeting)
                returned.insert(Returned(matter: matter, meeting: postponement.meeting))
            }
        }
        return returned
    }

    private static func untitled(
        _ heading: String, at meeting: MeetingID, among matters: MatterTable<Matter>
    ) -> MatterIndex? {
        let folded = Spelling.words(heading)
        return matters.firstIndex {
            $0.diaryNumber == nil && $0.isHandled(at: meeting) && Spelling.words($0.title) == folded
        }
    }
}

extension Links {
    /// Of each meeting, the matters that carry its date, in their order.
    private static func dated(_ matters: MatterTable<Matter>) -> [MeetingID: [MatterIndex]] {
        var dated: [MeetingID: [MatterIndex]] = [:]
        for (index, matter) in matters.indexed where matter.visibility != .secret {
            for id in matter.handlings.lazy.flatMap(\.meetings) { dated[id, default: []].append(index) }
        }
        return dated
    }
}

extension Links {
    /// Those of no meeting, by their title where no other of them has it.
    private static func undated(_ matters: MatterTable<Matter>) -> [[UInt8]: [MatterIndex]] {
        let open = matters.indexed.filter { $1.handlings.isEmpty && $1.visibility != .secret }
        return Dictionary(grouping: open.map(\.0)) { Spelling.words(matters[$0].title) }.filter { $0.value.count == 1 }
    }
}

extension Links.AgendaItem {
    /// The matter that the line is.
    package var handled: Links.Handled? {
        if case .matter(let matter, let consultation) = content { (matter, consultation) } else { nil }
    }
}

extension Matter {
    func isHandled(at meeting: MeetingID) -> Bool {
        handlings.contains { $0.body == meeting.body && $0.days.contains(meeting.day) }
    }

    fileprivate mutating func addHandling(at meeting: MeetingID) {
        guard let index = handlings.firstIndex(where: { $0.body == meeting.body }) else {
            handlings.append(Handling(body: meeting.body, days: [meeting.day]))
            return
        }
        if !handlings[index].days.contains(meeting.day) {
            handlings[index].days = (handlings[index].days + [meeting.day]).sorted()
        }
    }
}
