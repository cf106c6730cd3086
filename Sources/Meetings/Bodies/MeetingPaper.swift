/// A file of a meeting's own, in the meeting's folder and named by a key of the meeting or its record (FORMAT §5).
public struct MeetingPaper: Sendable {
    public let kind: Kind
    /// Absolute.
    public let location: String
    /// Its part of the address: `protokoll.pdf`.
    public let name: String
    /// Bytes.
    public let size: Int
    public let visibility: Visibility
    /// Relative to the site's root.
    public let file: String

    public enum Kind: String, CaseIterable, Sendable {
        /// The record as it was signed electronically; a members' file, for its certificate may hold a personnummer.
        case signed = "underskrivet"
        /// The meeting's papers as they came.
        case original = "original"
    }

    public init(kind: Kind, location: String, name: String, size: Int, visibility: Visibility, file: String) {
        (self.kind, self.location, self.name, self.size) = (kind, location, name, size)
        (self.visibility, self.file) = (visibility, file)
    }
}
