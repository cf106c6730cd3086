/// What a person has changed in an exported Word file: a key of its head, a clause, a paragraph.
public struct ExportChange: Hashable, Sendable {
    /// Nil for running text.
    public var place: Spot?
    /// Empty for what is new.
    public let before: String
    /// Empty for what is gone; the same as before for what stands in another place.
    public let after: String

    init(_ before: String, _ after: String, at place: Spot? = nil) {
        (self.before, self.after, self.place) = (before, after, place)
    }

    /// Where in the text it is.
    public enum Spot: Hashable, Sendable {
        /// A key of the head, or the label of one.
        case key(String)
        /// A clause by its number, nil for a new one; in a record with its §.
        case clause(Int?, paragraph: Int?)
    }
}
