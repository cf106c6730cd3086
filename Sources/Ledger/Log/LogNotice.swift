/// A notice as a line of the third version tells of it: when it went up, and until when one may appeal.
public struct LogNotice: Hashable, Sendable {
    /// The § that was approved at once; nought for the record's own notice.
    public var paragraph: Int
    /// `2020-09-26`
    public var posted: String
    public var lastAppealDay: String
    /// Where the record is kept; empty where nobody said.
    public var keptAt: String

    public init(paragraph: Int, posted: String, lastAppealDay: String, keptAt: String) {
        (self.paragraph, self.posted, self.lastAppealDay, self.keptAt) = (paragraph, posted, lastAppealDay, keptAt)
    }
}
