/// What a person has changed in an exported Word file: a key of its head, a clause, a paragraph.
public struct ExportChange: Hashable, Sendable {
    /// "handläggare", "att-sats 2"; nil for running text.
    public var place: String?
    /// Empty for what is new.
    public let before: String
    /// Empty for what is gone.
    public let after: String

    init(_ before: String, _ after: String, at place: String? = nil) {
        (self.before, self.after, self.place) = (before, after, place)
    }
}
