import Meetings

/// A letter that is ready to be opened or sent.
public struct Letter: Sendable {
    public let kind: Kind
    /// Of its file, without an ending: `kallelse`, `utdrag-45-uppsala-kommun`.
    public let name: String
    public let subject: String
    /// Empty for a letter whose recipients nobody has written down.
    public let recipients: [Mailbox]
    /// The whole letter as a page; links in it lead to the web, or nowhere.
    public let html: [UInt8]
    public let language: String
    /// The PDF that goes along.
    public var attachment: Attachment?
    /// The § whose extract goes along, and which edition it is of; nil for a letter without.
    public let extract: Extract?

    public enum Kind: String, CaseIterable, Sendable {
        case summons = "kallelse"
        case extract = "utdrag"
        case notice = "anslag"
    }

    public struct Attachment: Sendable {
        public let name: String
        public let bytes: [UInt8]

        public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
    }

    public struct Extract: Hashable, Sendable {
        public let paragraph: Int
        public let audience: Audience
    }
}
