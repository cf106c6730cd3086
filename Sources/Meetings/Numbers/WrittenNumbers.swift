/// The numbers that an ärende's head has (FORMAT §3): one range for every meeting, or a map with each body's and each
/// meeting's own. It says nothing of meetings that it does not name.
public struct WrittenNumbers: Sendable {
    public var everywhere: Entry?
    public var ofBodies: [BodyCode: Entry]
    public var ofMeetings: [MeetingID: Entry]

    public enum Entry: Sendable {
        /// `bilaga: ingen`
        case unnumbered
        case range(NumberRange)
    }

    public init(everywhere: Entry? = nil) { (self.everywhere, ofBodies, ofMeetings) = (everywhere, [:], [:]) }
}

/// `6 - 6.2`: the ärende's own number, its bilagor's, and which bilaga has which.
public struct NumberRange: Sendable {
    /// As written; the first is the ärende's own text. Empty for an audience that may not see it.
    public private(set) var numbers: [AttachmentNumber]
    /// Where the ärende stands among the others of a meeting. A stub keeps its place but not its number.
    public let place: AttachmentNumber
    /// Of each of the ärende's bilagor.
    public private(set) var attachments: [AttachmentNumber?] = []

    /// Nil where there is no number.
    public init?(_ numbers: [AttachmentNumber]) {
        guard let first = numbers.first else { return nil }
        (self.numbers, place) = (numbers, first)
    }
}

extension WrittenNumbers {
    /// What is written for a meeting; nil where nothing is.
    public func entry(at meeting: MeetingID) -> Entry? {
        if !ofMeetings.isEmpty, let own = ofMeetings[meeting] { return own }
        return ofBodies[meeting.body] ?? everywhere
    }

    public func range(at meeting: MeetingID) -> NumberRange? {
        if case .range(let range)? = entry(at: meeting) { range } else { nil }
    }

    /// Every range, those of all meetings first, then each body's and each meeting's.
    public var ranges: [NumberRange] {
        var all = everywhere.map { [$0] } ?? []
        all += ofBodies.sorted { $0.key < $1.key }.map(\.value)
        all += ofMeetings.sorted { $0.key < $1.key }.map(\.value)
        return all.compactMap { if case .range(let range) = $0 { range } else { nil } }
    }

    fileprivate mutating func change(_ change: (inout NumberRange) -> Void) {
        if case .range(var range)? = everywhere {
            change(&range)
            everywhere = .range(range)
        }
        for case (let body, .range(var range)) in ofBodies {
            change(&range)
            ofBodies[body] = .range(range)
        }
        for case (let meeting, .range(var range)) in ofMeetings {
            change(&range)
            ofMeetings[meeting] = .range(range)
        }
    }
}

extension Matter {
    /// Gives each bilaga its number in each range. The range and the order of the bilagor own the numbers; what a file's
    /// name or `nummer` says counts only within the range (FORMAT §3).
    public mutating func settleNumbers() {
        let known = Set(numbers.ranges.flatMap(\.numbers))
        let attachments = attachments
        numbers.change { $0.spread(over: attachments, known: known) }
    }

    /// The matter with those of its bilagor that an audience may see. They keep their numbers, whatever is hidden
    /// before them.
    public func admitting(_ isSeen: (Attachment) -> Bool) -> Matter {
        var admitted = self
        let seen = attachments.map(isSeen)
        admitted.attachments = zip(attachments, seen).filter { $0.1 }.map { $0.0 }
        admitted.numbers.change { $0.keep(seen) }
        return admitted
    }

    /// What a stub has of them: the place, and no number.
    public var placesAlone: WrittenNumbers {
        var places = numbers
        places.change { $0.keepPlace() }
        return places
    }
}

extension NumberRange {
    /// The ärende's own number; nil for an audience that sees the place alone.
    public var own: AttachmentNumber? { numbers.first }

    /// True for a number that a bilaga can have here by its own name. `bilaga: 6` alone leaves what lies below it open.
    public func holds(_ number: AttachmentNumber) -> Bool {
        numbers.count > 1 ? numbers.dropFirst().contains(number) : number.isBelow(place)
    }

    fileprivate mutating func spread(over papers: [Attachment], known: Set<AttachmentNumber>) {
        attachments = papers.map { paper in paper.number.flatMap { holds($0) ? $0 : nil } }
        let rest = Array(numbers.dropFirst())
        guard !rest.isEmpty else { return }
        let taken = Set(attachments.compactMap(\.self))
        for (place, paper) in papers.enumerated() where attachments[place] == nil && place < rest.count {
            // One that another range numbers by its name goes here by its place.
            let isNumbered = paper.isListed || paper.number.map(known.contains) ?? false
            if isNumbered, !taken.contains(rest[place]) { attachments[place] = rest[place] }
        }
    }

    fileprivate mutating func keep(_ isSeen: [Bool]) {
        guard isSeen.contains(false) else { return }
        attachments = zip(attachments, isSeen).filter { $0.1 }.map { $0.0 }
        // A range tells how many bilagor there are.
        numbers = Array(numbers.prefix(1))
    }

    fileprivate mutating func keepPlace() { (numbers, attachments) = ([], []) }
}
