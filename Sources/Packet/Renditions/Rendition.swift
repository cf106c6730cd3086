import Meetings

/// One text of a site as a PDF of its own, for an archive.
public struct Rendition: Sendable {
    public let content: Content
    /// For the PDF's metadata and its heads.
    public let title: String
    /// What stands on every page: the dnr, and whether it is secret.
    public let mark: String
    /// A day that follows from the content.
    public let day: CalendarDate

    public enum Content: Sendable {
        /// An ärende's own text, as its page has it.
        case matter(MatterIndex)
        /// By its place among the ärende's bilagor.
        case attachment(Int, of: MatterIndex)
        case summons(meeting: MeetingIndex)
        case minutes(meeting: MeetingIndex)
        /// A plain text that comes from elsewhere, line by line.
        case plain(String)
    }

    public init(content: Content, title: String, mark: String, day: CalendarDate) {
        (self.content, self.title, self.mark, self.day) = (content, title, mark, day)
    }
}
