/// One sealing of a meeting's papers or minutes, as the pages tell of it.
public struct MeetingSeal: Sendable {
    public let meeting: MeetingID
    public let kind: Kind
    public let day: CalendarDate
    /// Of a correction or a withdrawal; nil where an audience may not read it.
    public var reason: String?
    public var papers: [SealedPaper]
    /// What stood in calendars when it was sealed; none for a line that does not tell. A seal that takes others back
    /// tells theirs too.
    public var told: [MeetingFacts] = []
    /// Which line of the log it is, from 0. Only proofs have it.
    public var line = 0

    public init(meeting: MeetingID, kind: Kind, day: CalendarDate, reason: String?, papers: [SealedPaper]) {
        (self.meeting, self.kind, self.day, self.reason, self.papers) = (meeting, kind, day, reason, papers)
    }

    public enum Kind: String, Sendable {
        case summons = "kallelse"
        case supplement = "tillägg"
        case minutes = "protokoll"
        case paragraphs = "paragrafer"
        case correction = "rättelse"
        case withdrawal = "återtagande"
    }
}

/// One paper in a seal, and what had become of it since the meeting's seal before.
public struct SealedPaper: Sendable {
    /// Relative to the site's root.
    public let file: String
    public let title: String
    public let visibility: Visibility
    public let change: Change
    /// What it became on the site.
    public var published: [Published]
    /// The parts of its pages (`p-45`) that are other than at the meeting's seal before.
    public let changedParts: Set<String>

    public init(
        file: String, title: String, visibility: Visibility, change: Change, published: [Published] = [],
        changedParts: Set<String> = []
    ) {
        (self.file, self.title, self.visibility) = (file, title, visibility)
        (self.change, self.published, self.changedParts) = (change, published, changedParts)
    }

    public enum Change: Hashable, Sendable {
        /// It was in the first seal of the kallelse, or of the minutes.
        case sealed
        case added
        case replaced(Size)
        case withdrawn
    }

    /// How much of a paper changed.
    public enum Size: Hashable, Sendable {
        case words(added: Int, removed: Int)
        /// From and to, in bytes.
        case bytes(Int, Int)
        case unknown
    }

    /// A part of a page, or a file, with the hash of its canonical text or its bytes.
    public struct Published: Hashable, Sendable {
        public let address: String
        public let part: String
        public let digest: String
        public let visibility: Visibility

        public init(address: String, part: String, digest: String, visibility: Visibility) {
            (self.address, self.part, self.digest, self.visibility) = (address, part, digest, visibility)
        }
    }
}

extension MeetingSeal {
    /// True for a seal that changed something already sealed.
    public var isCorrection: Bool { kind == .correction }

    /// True for one that tells that a kallelse went out, taken back since or not.
    public var isCalling: Bool { kind == .summons || kind == .withdrawal }

    /// True for the seal of a kallelse that was taken back.
    public var isWithdrawal: Bool { kind == .withdrawal }
}
