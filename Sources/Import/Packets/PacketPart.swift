/// What a document's pages are in the packet that it came in.
public struct PacketPart: Sendable {
    /// The pages of the file, from 1.
    public let pages: ClosedRange<Int>
    /// Why it begins here.
    public let signs: [PacketMark]
    /// 0–100.
    public let certainty: Int
    /// What its divider calls it.
    let title: String?
    /// The dnr, else the title, of the ärende that it belongs to.
    public internal(set) var belongsTo: String?
    /// The ärende before it, where nothing but its place says that it belongs there: never a sure fact.
    public internal(set) var guessedOwner: String?
    /// The ärende whose bilaga it is where it cannot be what it looks like: its meeting has a record already, or nobody
    /// has confirmed that it begins here.
    var fallbackOwner: String?
}

extension PacketPart {
    /// Under it, a person has to look.
    static let sure = 80

    public var isSure: Bool { certainty >= PacketPart.sure }

    init(pages: ClosedRange<Int>, signs: [PacketMark], certainty: Int, title: String?, belongsTo: String?) {
        (self.pages, self.signs, self.certainty) = (pages, signs, certainty)
        (self.title, self.belongsTo) = (title, belongsTo)
    }
}

extension ImportedDocument {
    /// What a list calls it: a divider's words before a record's long head.
    public var paperTitle: String? { kind == .record ? part?.title ?? title?.value : title?.value }
}
