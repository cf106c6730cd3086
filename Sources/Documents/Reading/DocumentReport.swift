import System

/// What was found when a file was read through: its text, its metadata and all that it hides.
public struct DocumentReport: Equatable, Sendable {
    /// Personal data, in the order of the places.
    public var findings: [Finding] = []
    /// Why somebody has to look at the file before it is published; nil for one that was read to its last word.
    public var unread: Unread?
    /// What only the original has: the copy that is published was made without it.
    public var gone: [Finding] = []
    /// A copy without traces was made; it is what was read.
    public var hasCopy = false
    /// Why traces are left; nil where there are none.
    public var traces: TraceFault?
    /// What the file says was written down, page by page.
    public var hasText = false

    /// Of a PDF that is signed electronically, in the order in which it was signed.
    public var signatures: [DocumentSignature] = []
    /// It is signed, and the program is missing that tells by whom.
    public var hasUnreadSignatures = false

    public struct Finding: Hashable, Sendable {
        public let kind: PersonalDataMark.Kind
        public let place: DocumentPlace

        public init(kind: PersonalDataMark.Kind, place: DocumentPlace) { (self.kind, self.place) = (kind, place) }
    }

    public init() {}
}

/// Where in a file something stands.
public enum DocumentPlace: Hashable, Sendable {
    /// Of a text; columns are characters from 1.
    case line(Int, column: Int)
    case page(Int)
    /// A part by its name in the file: `word/comments.xml`, a mail's attachment.
    case part(String)
}

/// Why a file counts as not read (FORMAT §8).
public enum Unread: Hashable, Sendable {
    /// With a password.
    case locked
    /// Pages that are pictures.
    case scanned(page: Int)
    /// A PDF whose signs do not say which letters they are.
    case signsWithoutLetters
    /// Of no kind that is known.
    case unknown
    case tooLarge
    case damaged
    /// Something inside it that cannot be read.
    case part(String)
    /// A program that reading takes is not there: the Debian package that has it.
    case toolMissing(String)
    /// What it hides cannot be taken from its copy: what, in Swedish.
    case hides(String)
    /// It took more time or memory than a file may.
    case tooHeavy
    /// The machine could not read it, this time, and why.
    case unreadable(SystemReason)
}
