/// One ärende.
public struct Matter: Sendable {
    public var diaryNumber: DiaryNumber?
    /// Those that it had before (FORMAT §3).
    public var formerNumbers: [DiaryNumber] = []
    public var title: String
    /// Its piece of the address: the dnr's, else the title's.
    public var slug: Slug
    public var kind: Kind
    /// `.draft` for what is held back, whatever its head says.
    public var visibility: Visibility
    /// Why it is in no edition; nil for nearly every matter.
    public var holding: Holding?
    /// The ground in law that a secret matter's stub may show.
    public var secrecyGround: String?
    /// Where it is handled, a body at a time, in the order of the site's bodies.
    public var handlings: [Handling]
    /// Its numbers in the meetings' packets, as far as they are written by hand.
    public var numbers = WrittenNumbers()
    public var caseOfficers: [String]
    public var initiative: Initiative?
    public var amount: Money?
    public var period: Period?
    public var application: Application?
    public var signatures: [Signature]
    public var proposal: Proposal?
    /// What the text says before the proposal (its own title left out) and after it.
    public var before: Prose
    public var after: Prose
    public var attachments: [Attachment]
    public var file: String

    public enum Kind: String, CaseIterable, Sendable {
        case decision = "beslut"
        case information = "information"
        case notification = "anmälan"
        case application = "ansökan"
    }

    public init(
        diaryNumber: DiaryNumber?, title: String, slug: Slug, kind: Kind = .decision, visibility: Visibility = .public,
        file: String
    ) {
        (self.diaryNumber, self.title, self.slug, self.kind) = (diaryNumber, title, slug, kind)
        (self.visibility, self.file) = (visibility, file)
        (handlings, caseOfficers, signatures, attachments) = ([], [], [], [])
        (before, after) = (Prose(), Prose())
    }
}

extension Matter.Kind {
    /// A meeting that takes it up says what it decides.
    public var isUpForDecision: Bool { self == .decision || self == .application }
}

/// One body's handling of a matter.
public struct Handling: Hashable, Sendable {
    public let body: BodyCode
    /// In their order, each once.
    public var days: [MeetingDay]

    public init(body: BodyCode, days: [MeetingDay]) { (self.body, self.days) = (body, days) }

    public var meetings: [MeetingID] { days.map { MeetingID(body: body, day: $0) } }
}

/// What the förbund funds.
public struct Initiative: Hashable, Sendable {
    public var name: String?
    public var owner: String?
    public var partners: [String]

    public init(name: String?, owner: String?, partners: [String]) {
        (self.name, self.owner, self.partners) = (name, owner, partners)
    }
}

/// The head of an application form.
public struct Application: Hashable, Sendable {
    public var parties: [String] = []
    public var targetGroup: String?
    public var purpose: String?
    public var plannedStart: CalendarDate?
    public var plannedEnd: CalendarDate?
    public var budget: String?

    public init() {}
}

/// A name under a paper.
public struct Signature: Hashable, Sendable {
    public var name: String?
    public var organisation: String?
    public var date: CalendarDate?

    public init(name: String?, organisation: String? = nil, date: CalendarDate? = nil) {
        (self.name, self.organisation, self.date) = (name, organisation, date)
    }
}
