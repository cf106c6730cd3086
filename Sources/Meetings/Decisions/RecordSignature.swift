/// An electronic signature under a record, as its file tells of it (FORMAT §13).
public struct RecordSignature: Hashable, Sendable {
    /// Empty where the file gives none that may be shown.
    public let name: String
    /// Seconds since 1970, universal time, as the signature claims; nil where it does not.
    public let time: Int?
    /// What it covers is as it was when it was made.
    public let isIntact: Bool

    public init(name: String, time: Int?, isIntact: Bool) {
        (self.name, self.time, self.isIntact) = (name, time, isIntact)
    }
}

/// The file of a record that was signed electronically: what it says, and who has signed.
public struct SignedRecord: Sendable {
    /// Relative to the site's root.
    public let file: String
    /// Where lies what it says, page by page with a form feed between; nil where nobody could read it.
    public let text: String?
    public let signatures: [RecordSignature]
    /// The program is missing that tells of signatures.
    public let isUnread: Bool
    /// Something was added after the last signature.
    public let hasGrown: Bool

    public init(file: String, text: String?, signatures: [RecordSignature], isUnread: Bool, hasGrown: Bool) {
        (self.file, self.text, self.signatures) = (file, text, signatures)
        (self.isUnread, self.hasGrown) = (isUnread, hasGrown)
    }
}
