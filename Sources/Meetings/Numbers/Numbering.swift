/// Who has which number at one meeting (FORMAT §3). Nobody else decides.
///
/// A number written by hand is kept. Where none is, the numbers are the program's: 1, 2, 3 in agenda order, what
/// everybody may see first, so that a paper has the same number for the public and the members and none gives away what
/// another may not see. What a kallelse was sent with stands: `SentNumbers` gives way to nothing here.
public struct Numbering: Sendable {
    /// Of each matter, in the order given.
    public private(set) var papers: [PaperNumbers]
    /// True where the program gives what everybody may see its numbers.
    public let isAutomatic: Bool
}

/// The numbers of one matter at one meeting.
public struct PaperNumbers: Hashable, Sendable {
    /// The matter's own text's.
    public var own: AttachmentNumber?
    /// Of each of its attachments.
    public var attachments: [AttachmentNumber?]

    public init(own: AttachmentNumber?, attachments: [AttachmentNumber?]) {
        (self.own, self.attachments) = (own, attachments)
    }
}

extension Numbering {
    /// `matters` are those on the meeting's agenda, in its order.
    public init(of matters: [Matter], at meeting: MeetingID) {
        isAutomatic = Numbering.isAutomatic(matters, at: meeting)
        papers = matters.map { matter in
            guard let range = matter.numbers.range(at: meeting) else {
                return PaperNumbers(own: nil, attachments: matter.attachments.map { _ in nil })
            }
            let attachments = range.attachments.isEmpty ? matter.attachments.map { _ in nil } : range.attachments
            return PaperNumbers(own: range.own, attachments: attachments)
        }
        number(matters, at: meeting)
    }

    /// True where no matter that everybody may see has a number written by hand. `ingen` is none, nor is a map that
    /// names only other bodies or meetings.
    public static func isAutomatic(_ matters: some Sequence<Matter>, at meeting: MeetingID) -> Bool {
        matters.allSatisfy { $0.visibility != .public || $0.numbers.range(at: meeting) == nil }
    }

    /// 1, 2, 3, first for what everybody sees, then for what members see, and last for what waits for its day; nobody's
    /// once somebody has written one.
    private mutating func number(_ matters: [Matter], at meeting: MeetingID) {
        var next = 1
        for level in [Visibility.public, .members, .draft] {
            let isWritten = matters.contains { $0.visibility == level && $0.numbers.range(at: meeting) != nil }
            if isWritten { return }
            for (place, matter) in matters.enumerated()
            where matter.level == level && matter.isNumbered(at: meeting) {
                papers[place] = Numbering.automatic(next, matter)
                next += 1
            }
        }
    }

    /// 3, and 3.1, 3.2 … for the bilagor.
    private static func automatic(_ first: Int, _ matter: Matter) -> PaperNumbers {
        var numbers = PaperNumbers(
            own: AttachmentNumber([first]), attachments: matter.attachments.map { _ in nil })
        var part = 1
        for place in matter.placesByVisibility {
            numbers.attachments[place] = AttachmentNumber([first, part])
            part += 1
        }
        return numbers
    }
}

extension Numbering {
    /// The first part of a number that a new matter can be given; nil where nobody has written one, and the numbers are
    /// the program's. A stub shows no number, but its place is taken.
    public static func next(after matters: [Matter], at meeting: MeetingID) -> Int? {
        matters.compactMap { matter -> Int? in
            guard let range = matter.numbers.range(at: meeting) else { return nil }
            return max(range.place.first, range.numbers.map(\.first).max() ?? 0)
        }.max().map { $0 + 1 }
    }
}

extension Numbering {
    /// A number that two of a meeting's matters would have, however each came about.
    public struct Conflict: Hashable, Sendable {
        public let number: AttachmentNumber
        /// Places among the matters given; the later one comes first.
        public let matter: Int
        public let other: Int
    }

    /// Every number that stands twice. A range's numbers are its own though no bilaga has them yet.
    public static func conflicts(_ papers: [PaperNumbers], of matters: [Matter], at meeting: MeetingID) -> [Conflict] {
        var owners: [AttachmentNumber: Int] = [:]
        var conflicts: [Conflict] = []
        for (place, matter) in matters.enumerated() {
            var own = matter.numbers.range(at: meeting)?.numbers ?? []
            own += ([papers[place].own] + papers[place].attachments).compactMap(\.self)
            var last: AttachmentNumber?
            for number in own.sorted() where number != last {
                last = number
                if let other = owners[number] {
                    conflicts.append(Conflict(number: number, matter: place, other: other))
                }
                owners[number] = place
            }
        }
        return conflicts
    }
}

extension Matter {
    /// `ingen` is no number, also where the numbers are the program's.
    fileprivate func isNumbered(at meeting: MeetingID) -> Bool { numbers.entry(at: meeting) == nil }

    /// Among whom the program numbers it: where its text or a bilaga is seen first. Nil for one that has neither, and
    /// for one that is in no edition.
    fileprivate var level: Visibility? {
        let hasText = proposal != nil || !before.isEmpty || !after.isEmpty
        switch visibility {
        case .public where hasText || attachments.contains { $0.visibility == .public }: return .public
        case .public, .members:
            let isThere = hasText || attachments.contains { $0.visibility == .public || $0.visibility == .members }
            return isThere ? .members : nil
        // It has a place in the kallelse, and is sealed with it.
        case .draft where holding.map { $0 != .draft } ?? false && (hasText || !attachments.isEmpty): return .draft
        default: return nil
        }
    }

    /// Its bilagor, those that everybody may see first.
    fileprivate var placesByVisibility: [Int] {
        [Visibility.public, .members, .draft].flatMap { level in
            attachments.indices.filter { attachments[$0].visibility == level }
        }
    }
}
