/// The numbers that papers had when a kallelse was sealed. They stand: a paper that comes later takes the next free one
/// (FORMAT §3).
public struct SentNumbers: Sendable {
    private var meetings: [MeetingID: Papers] = [:]
    /// Of each meeting the ärenden that its kallelse was sent with, by file, in the agenda's order.
    public private(set) var matters: [MeetingID: [String]] = [:]
    /// Of each meeting, by its ärenden's files, the bilagor as the log's last line about the meeting lists them.
    private var lists: [MeetingID: [String: [SentPaper]]] = [:]

    /// Of one meeting.
    public struct Papers: Sendable {
        /// By file, relative to the site's root; nil within for one that was sent without a number.
        private var numbers: [String: AttachmentNumber?] = [:]
        /// All of them, whoever may see the papers.
        public private(set) var taken: Set<AttachmentNumber> = []
    }

    public init() {}
}

extension SentNumbers {
    public subscript(meeting: MeetingID) -> Papers? { meetings.isEmpty ? nil : meetings[meeting] }

    /// What was told first of a paper is what was sent.
    public mutating func insert(_ file: String, _ number: AttachmentNumber?, at meeting: MeetingID) {
        meetings[meeting, default: Papers()].insert(file, number)
    }

    /// An ärende on the agenda that was sent.
    public mutating func insert(matter file: String, at meeting: MeetingID) {
        if matters[meeting]?.contains(file) != true { matters[meeting, default: []].append(file) }
    }

    /// An ärende's bilagor at a meeting. What was told last holds: until the meeting's day its list may grow.
    public mutating func setList(_ papers: [SentPaper], of matter: String, at meeting: MeetingID) {
        lists[meeting, default: [:]][matter] = papers
    }

    /// Nil where nothing tells.
    public func list(of matter: String, at meeting: MeetingID) -> [SentPaper]? { lists[meeting]?[matter] }

    /// As if nothing told of a meeting's lists.
    public mutating func removeLists(of meeting: MeetingID) { lists[meeting] = nil }

    /// A kallelse that was taken back binds nobody.
    public mutating func remove(_ meeting: MeetingID) {
        (meetings[meeting], matters[meeting], lists[meeting]) = (nil, nil, nil)
    }
}

extension SentNumbers.Papers {
    fileprivate mutating func insert(_ file: String, _ number: AttachmentNumber?) {
        guard numbers[file] == nil else { return }
        numbers.updateValue(number, forKey: file)
        if let number { taken.insert(number) }
    }

    public func wasSent(_ file: String) -> Bool { numbers[file] != nil }

    /// Nil for one that was not sent, or without a number.
    public func number(of file: String) -> AttachmentNumber? { numbers[file] ?? nil }

    /// The next of the agenda's own numbers: 4 after 1, 2 and 3.
    public mutating func takeNext() -> AttachmentNumber? {
        let next = AttachmentNumber([(taken.map(\.first).max() ?? 0) + 1])
        if let next { taken.insert(next) }
        return next
    }

    /// The next below a number: 6.3 after 6.1 and 6.2.
    public mutating func takeNext(below own: AttachmentNumber) -> AttachmentNumber? {
        let last = taken.filter { $0.isBelow(own) && $0.depth == own.depth + 1 }.max()
        let next = last.map(\.next) ?? own.firstBelow
        if let next { taken.insert(next) }
        return next
    }

    /// Takes a number that a later paper has by itself; false where it was sent with another.
    public mutating func take(_ number: AttachmentNumber) -> Bool { taken.insert(number).inserted }
}
